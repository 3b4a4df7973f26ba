package io.tierlens.formats.interchange;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Numbers;
import io.tierlens.formats.time.SyslogStamp;

/**
 * The words that syslog puts before a line: {@code Nov 22 07:16:27 www1 interchange[123]: } of RFC
 * 3164, the same with the stamp of RFC 5424, and all of RFC 5424: {@code <134>1
 * 2026-11-22T07:16:27-05:00 www1 interchange 123 - - }. A priority may stand before any of them.
 * Reused, for one thread.
 */
final class SyslogPrefix {

  /** The tag that Interchange gives its lines unless its SysLog directive says otherwise. */
  private static final byte[] TAG = Ascii.bytes("interchange");

  private int stampStart;
  private int stampEnd;
  private int tagStart;
  private int tagEnd;
  private long pid;
  private int text;

  /** Reads the beginning of a line; false if syslog did not write it, and then nothing holds. */
  boolean read(byte[] line, int start, int end) {
    int at = behindPriority(line, start, end);
    boolean versioned = at + 2 < end && line[at] == '1' && line[at + 1] == ' ';
    stampStart = versioned ? at + 2 : at;
    stampEnd = SyslogStamp.end(line, stampStart, end);
    if (stampEnd < 0 || stampEnd >= end || line[stampEnd] != ' ') {
      return false;
    }
    int host = stampEnd + 1;
    int hostEnd = Ascii.until(line, host, end, ' ');
    if (hostEnd == host || hostEnd >= end) {
      return false;
    }
    return versioned ? readFields(line, hostEnd + 1, end) : readTag(line, hostEnd + 1, end);
  }

  private static int behindPriority(byte[] line, int start, int end) {
    if (start >= end || line[start] != '<') {
      return start;
    }
    int at = start + 1;
    while (at < end && Ascii.isDigit(line[at])) {
      at++;
    }
    return at > start + 1 && at < end && line[at] == '>' ? at + 1 : start;
  }

  /** The tag with or without a process, and a colon: {@code interchange[123]: }. */
  private boolean readTag(byte[] line, int start, int end) {
    tagStart = start;
    int at = start;
    while (at < end && line[at] != ':' && line[at] != '[' && line[at] != ' ') {
      at++;
    }
    tagEnd = at;
    pid = Numbers.NOT_A_NUMBER;
    if (at < end && line[at] == '[') {
      int close = Ascii.until(line, at, end, ']');
      pid = Numbers.whole(line, at + 1, close);
      at = close + 1;
    }
    if (tagEnd == tagStart || at >= end || line[at] != ':') {
      return false;
    }
    text = at + 1 < end && line[at + 1] == ' ' ? at + 2 : at + 1;
    return true;
  }

  /** Application, process, kind of message and structured data, each {@code -} if missing. */
  private boolean readFields(byte[] line, int start, int end) {
    tagStart = start;
    tagEnd = Ascii.until(line, start, end, ' ');
    int process = tagEnd + 1;
    int processEnd = Ascii.until(line, Math.min(process, end), end, ' ');
    pid = Numbers.whole(line, process, processEnd);
    int kindEnd = Ascii.until(line, Math.min(processEnd + 1, end), end, ' ');
    int data = kindEnd + 1;
    if (data >= end) {
      return false;
    }
    int dataEnd = line[data] == '-' ? data + 1 : behindData(line, data, end);
    if (dataEnd < 0) {
      return false;
    }
    text = dataEnd < end && line[dataEnd] == ' ' ? dataEnd + 1 : dataEnd;
    return true;
  }

  /** Behind {@code [id name="value"]...}, in whose values a backslash guards the next byte. */
  private static int behindData(byte[] line, int start, int end) {
    int at = start;
    while (at < end && line[at] == '[') {
      boolean quoted = false;
      at++;
      while (at < end && (quoted || line[at] != ']')) {
        if (line[at] == '"') {
          quoted = !quoted;
        } else if (quoted && line[at] == '\\') {
          at++;
        }
        at++;
      }
      if (at >= end) {
        return -1;
      }
      at++;
    }
    return at == start ? -1 : at;
  }

  /** Whether Interchange sent the line, and not another program. */
  boolean ofInterchange(byte[] line) {
    return Ascii.startsWithIgnoringCase(line, tagStart, tagEnd, TAG);
  }

  /** Where the stamp begins. */
  int stampStart() {
    return stampStart;
  }

  /** Where the line itself begins. */
  int text() {
    return text;
  }

  /** The process that sent the line, or {@link Numbers#NOT_A_NUMBER}. */
  long pid() {
    return pid;
  }

  /** The instant of the stamp, as {@link SyslogStamp#microseconds} gives it. */
  long time(SyslogStamp stamps, byte[] line) {
    return stamps.microseconds(line, stampStart, stampEnd);
  }
}
