package io.tierlens.formats.sadf;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.bytes.Numbers;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Reject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * {@code sadf -j}. The parser is fed line by line, so that it is known at any time which line is
 * read, and no more than a line is in memory.
 */
final class JsonForm extends ExportForm {
  private static final byte[] END_OF_LINE = {'\n'};
  private static final String NO_TIME =
      "no time and interval of the sample stand before its figures";

  /** What an open bracket is about. */
  private enum Place {
    OUTSIDE,
    HOSTS,
    HOST,
    SAMPLES,
    SAMPLE,
    TIMESTAMP,
    /** An object of a sample; it has figures, or further objects of other sections. */
    FIGURES,
    /** An object within one of figures, which are of the same section. */
    MORE_FIGURES,
    /** An array of objects of figures. */
    ITEMS,
    RESTARTS,
    RESTART,
    /** What holds no figures of samples, such as comments. */
    OTHER
  }

  /**
   * An open bracket.
   *
   * @param section of the figures within, or null
   */
  private record Open(Place place, JsonSection section) {}

  private final JsonParser parser;
  private final ByteArrayFeeder feeder;
  private final JsonLines heaps;
  private final Deque<Open> open = new ArrayDeque<>();
  private final JsonObject object;

  private boolean endOfLineFed;
  private String name = "";
  private SampleTimes times;
  private boolean timed;
  private final SampleStamp stamp = new SampleStamp();

  private String broken;
  private long brokenLines;
  private long brokenFrom;
  private long brokenOffset;
  private byte[] brokenRaw = {};
  private boolean faulty;

  JsonForm(LineReader lines, Account account, SampleRows rows) {
    super(lines, account, rows);
    heaps = new JsonLines(lines, account);
    object = new JsonObject(rows);
    times = rows.newTimes();
    rows.facts().form("sadf -j");
    try {
      parser = new JsonFactory().createNonBlockingByteArrayParser();
    } catch (IOException e) {
      throw new UncheckedIOException("a parser that reads no file failed", e);
    }
    feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
  }

  @Override
  LogRecord take() {
    if (broken != null) {
      noteBroken();
      return null;
    }
    heaps.begin();
    endOfLineFed = false;
    try {
      feed(lines.buffer(), lines.start(), lines.end());
    } catch (IOException e) {
      return breakOff(e);
    }
    return more();
  }

  private void feed(byte[] text, int start, int end) throws IOException {
    if (start < end) {
      feeder.feedInput(text, start, end);
    }
  }

  @Override
  LogRecord more() {
    if (broken != null) {
      return null;
    }
    try {
      return readOn();
    } catch (IOException e) {
      return breakOff(e);
    }
  }

  private LogRecord readOn() throws IOException {
    while (true) {
      LogRecord record = object.next(times);
      if (record != null) {
        return record;
      }
      JsonToken token = parser.nextToken();
      if (token == null || (token == JsonToken.NOT_AVAILABLE && endOfLineFed)) {
        heaps.end(object.hasMembers());
        return null;
      }
      if (token == JsonToken.NOT_AVAILABLE) {
        endOfLineFed = true;
        feed(END_OF_LINE, 0, 1);
      } else {
        take(token);
      }
    }
  }

  private void take(JsonToken token) throws IOException {
    switch (token) {
      case FIELD_NAME -> name = parser.currentName();
      case START_OBJECT -> openBracket(ofObject());
      case START_ARRAY -> openBracket(ofArray());
      case END_OBJECT, END_ARRAY -> closeBracket();
      case VALUE_STRING -> takeString(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> takeNumber();
      case VALUE_NULL -> takeNull();
      default -> {
        // What is true or false is none of the figures.
      }
    }
  }

  private Place place() {
    return open.isEmpty() ? Place.OUTSIDE : open.peek().place();
  }

  private Open ofObject() {
    return switch (place()) {
      case OUTSIDE -> new Open(Place.OUTSIDE, null);
      case HOSTS -> new Open(Place.HOST, null);
      case SAMPLES -> new Open(Place.SAMPLE, null);
      case SAMPLE ->
          name.equals("timestamp")
              ? new Open(Place.TIMESTAMP, null)
              : new Open(Place.FIGURES, JsonSection.of(name));
      case FIGURES -> ofObjectWithin(open.peek().section());
      case MORE_FIGURES -> new Open(Place.MORE_FIGURES, open.peek().section());
      case ITEMS -> new Open(Place.FIGURES, open.peek().section());
      case RESTARTS, RESTART -> new Open(Place.RESTART, null);
      case HOST, TIMESTAMP, OTHER -> new Open(Place.OTHER, null);
    };
  }

  private Open ofObjectWithin(JsonSection section) {
    return section.isKnown() && !JsonSection.isKnown(name)
        ? new Open(Place.MORE_FIGURES, section)
        : new Open(Place.FIGURES, JsonSection.of(name));
  }

  private Open ofArray() {
    return switch (place()) {
      case OUTSIDE -> new Open(name.equals("hosts") ? Place.HOSTS : Place.OUTSIDE, null);
      case HOST -> new Open(ofHost(), null);
      case SAMPLE, FIGURES -> new Open(Place.ITEMS, JsonSection.of(name));
      default -> new Open(Place.OTHER, null);
    };
  }

  private Place ofHost() {
    return switch (name) {
      case "statistics" -> Place.SAMPLES;
      case "restarts" -> Place.RESTARTS;
      default -> Place.OTHER;
    };
  }

  private void openBracket(Open bracket) {
    switch (bracket.place()) {
      case HOST -> newHost("");
      case SAMPLE -> timed = false;
      case TIMESTAMP -> stamp.clear();
      // The object around it, as far as it has got.
      case FIGURES, ITEMS -> finishObject();
      default -> {
        // Nothing changes.
      }
    }
    open.push(bracket);
  }

  private void closeBracket() {
    if (open.isEmpty()) {
      return;
    }
    Place closed = open.pop().place();
    if (closed == Place.TIMESTAMP) {
      endTimestamp();
    } else if (closed == Place.FIGURES) {
      finishObject();
    }
  }

  /** The object that a member is of. */
  private JsonObject member() {
    if (!object.hasMembers()) {
      object.begin(open.peek().section());
    }
    return object;
  }

  private void endTimestamp() {
    timed = stamp.isWhole();
    if (timed) {
      rows.sample(times, stamp.time(), stamp.interval());
    }
  }

  private void finishObject() {
    if (!object.hasMembers()) {
      return;
    }
    if (!object.hasFigures()) {
      heaps.nothing();
      object.clear();
      return;
    }
    String wrong = timed ? object.finish() : NO_TIME;
    if (wrong != null) {
      heaps.reject(wrong);
      object.clear();
    } else {
      heaps.record();
    }
  }

  private void newHost(String nodeName) {
    byte[] host = nodeName.getBytes(StandardCharsets.UTF_8);
    rows.host(host, 0, host.length);
    times = rows.newTimes();
    timed = false;
  }

  private void takeString(String value) {
    switch (place()) {
      case HOST -> {
        if (name.equals("nodename")) {
          newHost(value);
        }
      }
      case TIMESTAMP -> {
        switch (name) {
          case "date" -> stamp.date(value);
          case "time" -> stamp.time(value);
          case "tz" -> stamp.zone(value);
          default -> {
            // Versions to come may tell more.
          }
        }
      }
      case FIGURES, MORE_FIGURES -> member().string(lines.number(), name, value);
      default -> {
        // The name of the system, and the like.
      }
    }
  }

  private void takeNumber() throws IOException {
    switch (place()) {
      case HOST -> {
        if (name.equals("number-of-cpus") && count() > 0) {
          rows.cpus(count());
          rows.facts().recording().cores(Long.toString(count()));
        }
      }
      case TIMESTAMP -> {
        if (name.equals("interval")) {
          stamp.interval(count());
        } else if (name.equals("utc") && count() == 1) {
          stamp.zone("UTC");
        }
      }
      case RESTART -> {
        if (name.equals("cpu_count") && count() > 0) {
          rows.facts().recording().restart(Long.toString(count()));
        }
      }
      case FIGURES, MORE_FIGURES ->
          member()
              .number(
                  lines.number(),
                  name,
                  parser.getTextCharacters(),
                  parser.getTextOffset(),
                  parser.getTextLength());
      default -> {
        // None of a sample's.
      }
    }
  }

  /** The number as a count, or {@link Numbers#NOT_A_NUMBER}; none is longer than an interval. */
  private long count() throws IOException {
    byte[] digits = Ascii.bytes(parser.getText());
    return SampleRows.interval(digits, 0, digits.length);
  }

  private void takeNull() {
    if (place() == Place.FIGURES || place() == Place.MORE_FIGURES) {
      member().nothing(lines.number(), name);
    }
  }

  private LogRecord breakOff(IOException e) {
    String what = e instanceof JsonProcessingException j ? j.getOriginalMessage() : e.getMessage();
    giveUp("the JSON is broken: " + what);
    return null;
  }

  /** Nothing can be told of the current line and those behind it. */
  private void giveUp(String reason) {
    broken = reason;
    if (heaps.hasRecord()) {
      heaps.end(false);
      account.reject(heaps.noLine(reason));
      heaps.rejectWaiting(reason);
      return;
    }
    heaps.rejectWaiting(reason);
    noteBroken();
  }

  private void noteBroken() {
    if (brokenLines == 0) {
      brokenFrom = lines.number();
      brokenOffset = lines.offset();
      brokenRaw = Arrays.copyOfRange(lines.buffer(), lines.start(), lines.end());
    }
    brokenLines++;
  }

  private void rejectBroken() {
    if (brokenLines > 0) {
      account.reject(Reject.of(brokenFrom, brokenLines, brokenOffset, broken, brokenRaw));
      brokenLines = 0;
    }
  }

  @Override
  LogRecord fault(String reason) {
    String before = "a line within this JSON object is no text";
    if (broken == null) {
      heaps.rejectWaiting(before);
      broken = "an earlier line of this JSON is no text, so what follows cannot be told";
    }
    rejectBroken();
    faulty = true;
    return reject(reason);
  }

  @Override
  LogRecord rest() {
    rejectBroken();
    if (broken != null || faulty) {
      return null;
    }
    feeder.endOfInput();
    try {
      while (parser.nextToken() != null) {
        // What is left can only be an end.
      }
      if (!open.isEmpty()) {
        rejectEnd("the file ends within the JSON");
      }
    } catch (IOException e) {
      rejectEnd("the file ends within the JSON");
    }
    broken = "the file has ended";
    return null;
  }

  private void rejectEnd(String reason) {
    if (!heaps.rejectWaiting(reason)) {
      account.reject(heaps.noLine(reason));
    }
  }
}
