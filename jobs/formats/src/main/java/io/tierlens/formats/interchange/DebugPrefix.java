package io.tierlens.formats.interchange;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Numbers;
import io.tierlens.formats.interchange.DebugTemplate.Part;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.time.Slack;
import io.tierlens.formats.time.TimeParts;
import java.util.List;
import org.joda.time.DateTimeZone;

/** Reads what a DebugTemplate puts around the message. Reused from line to line, for one thread. */
final class DebugPrefix {
  private final DebugTemplate template;
  private final Part[] before;
  private final Part[] after;
  private final byte[][] literals;
  private final DebugKey[] keys;
  private final int[] starts;
  private final int[] ends;
  private final TimeParts clock;
  private int count;
  private long pid;

  DebugPrefix(DebugTemplate template, DateTimeZone zone) {
    this.template = template;
    before = template.before().toArray(new Part[0]);
    after = template.after().toArray(new Part[0]);
    literals = new byte[before.length + after.length][];
    for (int i = 0; i < literals.length; i++) {
      Part part = i < before.length ? before[i] : after[i - before.length];
      literals[i] = part.literal() == null ? null : part.bytes();
    }
    keys =
        List.of(template.before(), template.after()).stream()
            .flatMap(List::stream)
            .map(Part::key)
            .filter(key -> key != null)
            .toArray(DebugKey[]::new);
    starts = new int[keys.length];
    ends = new int[keys.length];
    clock = new TimeParts(zone);
  }

  DebugTemplate template() {
    return template;
  }

  /**
   * Reads the line around a mark.
   *
   * @return whether it is of the template, with a time that exists and a process that is a number
   */
  boolean read(byte[] line, int start, int markStart, int markEnd, int end) {
    count = 0;
    pid = Numbers.NOT_A_NUMBER;
    int lineEnd = after.length == 0 ? Ascii.trimEnd(line, markEnd, end) : end;
    return read(before, 0, line, start, markStart)
        && read(after, before.length, line, markEnd, lineEnd)
        && (!template.hasTime() || clock.microseconds() != TimeParts.NOT_A_TIME);
  }

  private boolean read(Part[] parts, int firstLiteral, byte[] line, int from, int to) {
    int at = from;
    for (int i = 0; i < parts.length; i++) {
      byte[] literal = literals[firstLiteral + i];
      if (literal != null) {
        at = Ascii.startsWith(line, at, to, literal) ? at + literal.length : -1;
      } else if (parts[i].key() == null) {
        at = parts[i].time().read(line, at, to, clock);
      } else {
        byte[] next = i + 1 < parts.length ? literals[firstLiteral + i + 1] : new byte[0];
        boolean last = i + 2 >= parts.length;
        int keyEnd = last ? to - next.length : Ascii.indexOf(line, at, to, next);
        at = keyEnd >= at && take(parts[i].key(), line, at, keyEnd) ? keyEnd : -1;
      }
      if (at < 0) {
        return false;
      }
    }
    return at == to;
  }

  private boolean take(DebugKey key, byte[] line, int start, int end) {
    starts[count] = start;
    ends[count] = end;
    count++;
    if (key.isPid()) {
      pid = Numbers.whole(line, start, end);
      return pid != Numbers.NOT_A_NUMBER;
    }
    return key.admits(line, start, end);
  }

  /** Microseconds since the epoch; only if the template has a time. */
  long time() {
    return clock.microseconds();
  }

  /** How much later than its stamp a line may have been written. */
  long slackUs() {
    return Slack.OF_WHOLE_SECONDS_US + clock.ambiguity();
  }

  /** The process, or {@link Numbers#NOT_A_NUMBER} if the template has none. */
  long pid() {
    return pid;
  }

  /** Where the keys' values begin in the line read last. */
  int[] starts() {
    return starts;
  }

  /** Behind the keys' values in the line read last. */
  int[] ends() {
    return ends;
  }

  /**
   * Fills the record from a line whose keys' values stand there; a field that it has already stays.
   */
  void fill(LogRecord record, byte[] line, int[] from, int[] to) {
    for (int i = 0; i < keys.length; i++) {
      keys[i].fill(record, line, from[i], to[i]);
    }
  }
}
