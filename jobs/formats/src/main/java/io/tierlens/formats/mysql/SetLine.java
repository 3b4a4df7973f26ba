package io.tierlens.formats.mysql;

/**
 * The line that the server writes before the statement: {@code SET timestamp=1795349789;}, on old
 * servers with {@code last_insert_id} and {@code insert_id} before it.
 */
final class SetLine {

  private static final byte[] SET = Ascii.bytes("SET ");
  private static final byte[] TIMESTAMP = Ascii.bytes("timestamp=");
  private static final byte[] LAST_INSERT_ID = Ascii.bytes("last_insert_id=");
  private static final byte[] INSERT_ID = Ascii.bytes("insert_id=");

  private SetLine() {}

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
      long value;
      if (Ascii.startsWith(text, i, end, TIMESTAMP)) {
        timestamp = epochMicros(text, i + TIMESTAMP.length, end);
        value = timestamp;
      } else if (Ascii.startsWith(text, i, end, LAST_INSERT_ID)) {
        value = Ascii.number(text, i + LAST_INSERT_ID.length, end);
      } else if (Ascii.startsWith(text, i, end, INSERT_ID)) {
        value = Ascii.number(text, i + INSERT_ID.length, end);
      } else {
        return false;
      }
      if (value < 0) {
        return false;
      }
      i = end + 1;
    } while (i < to - 1);
    header.timestamp = timestamp;
    return true;
  }

  private static long epochMicros(byte[] text, int from, int to) {
    int dot = from;
    while (dot < to && text[dot] != '.') {
      dot++;
    }
    long seconds = Ascii.number(text, from, dot);
    long fraction = dot < to ? Ascii.fraction(text, dot + 1, to) : 0;
    // Above: later than the year 9999, so no clock.
    return seconds < 0 || seconds > 253_402_300_799L || fraction < 0
        ? -1
        : seconds * 1_000_000 + fraction;
  }
}
