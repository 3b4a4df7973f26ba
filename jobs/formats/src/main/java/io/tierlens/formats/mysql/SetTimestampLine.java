package io.tierlens.formats.mysql;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Numbers;

/**
 * The line that the server writes before the statement: {@code SET timestamp=1795349789;}, on old
 * servers with {@code last_insert_id} and {@code insert_id} before it.
 */
final class SetTimestampLine {

  private static final byte[] SET = Ascii.bytes("SET ");
  private static final byte[] TIMESTAMP = Ascii.bytes("timestamp=");
  private static final byte[] LAST_INSERT_ID = Ascii.bytes("last_insert_id=");
  private static final byte[] INSERT_ID = Ascii.bytes("insert_id=");

  /** In microseconds; later times are no clock's. */
  private static final long END_OF_YEAR_9999 = 253_402_300_799_999_999L;

  private SetTimestampLine() {}

  /**
   * Takes the timestamp into {@code header}, if the line is of this shape.
   *
   * @return whether it is
   */
  static boolean read(byte[] text, int from, int to, Header header) {
    if (!Ascii.startsWith(text, from, to, SET) || text[to - 1] != ';') {
      return false;
    }
    long timestamp = Header.ABSENT;
    int i = from + SET.length;
    do {
      int end = i;
      while (end < to - 1 && text[end] != ',') {
        end++;
      }
      if (Ascii.startsWith(text, i, end, TIMESTAMP)) {
        timestamp = epochMicros(text, i + TIMESTAMP.length, end);
        if (timestamp == Header.ABSENT) {
          return false;
        }
      } else if (!isId(text, i, end, LAST_INSERT_ID) && !isId(text, i, end, INSERT_ID)) {
        return false;
      }
      i = end + 1;
    } while (i < to - 1);
    header.timestamp = timestamp;
    return true;
  }

  /** Ids may be above what a long holds, and nobody asks for their values. */
  private static boolean isId(byte[] text, int from, int to, byte[] key) {
    int i = from + key.length;
    if (i >= to || !Ascii.startsWith(text, from, to, key)) {
      return false;
    }
    while (i < to && Ascii.isDigit(text[i])) {
      i++;
    }
    return i == to;
  }

  private static long epochMicros(byte[] text, int from, int to) {
    long micros = Numbers.secondsInMicroseconds(text, from, to);
    return micros > END_OF_YEAR_9999 ? Header.ABSENT : micros;
  }
}
