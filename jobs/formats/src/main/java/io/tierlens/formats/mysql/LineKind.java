package io.tierlens.formats.mysql;

import io.tierlens.formats.bytes.Ascii;

/** Tells by its own bytes what a line can be; whether it is that depends on what came before. */
final class LineKind {

  private static final byte[] TIME = Ascii.bytes("# Time:");
  private static final byte[] USER = Ascii.bytes("# User@Host:");
  private static final byte[] QUERY_TIME = Ascii.bytes("# Query_time:");
  private static final byte[] COMMAND = Ascii.bytes("# administrator command: ");

  /** As servers before 4.0 spell it. */
  private static final byte[] COMMAND_OF_323 = Ascii.bytes("#adminstrator command: ");

  private static final byte[] TIME_KEY = Ascii.bytes("Time:");
  private static final byte[] LOCK_TIME = Ascii.bytes("Lock_time:");
  private static final byte[] NO_STATISTICS = Ascii.bytes("# No InnoDB statistics");
  private static final byte[] TMP_TABLES = Ascii.bytes("Tmp_tables:");
  private static final byte[] VERSION = Ascii.bytes(", Version: ");
  private static final byte[] STARTED = Ascii.bytes("started with:");
  private static final byte[] PORT = Ascii.bytes("tcp port: ");
  private static final byte[] COLUMN_TIME = Ascii.bytes("Time");
  private static final byte[] COLUMN_ID = Ascii.bytes("Id");
  private static final byte[] COLUMN_COMMAND = Ascii.bytes("Command");
  private static final byte[] USE = Ascii.bytes("use ");

  private LineKind() {}

  /** A stamp; servers before 4.0 begin the line of the query time with the same words. */
  static boolean isTime(byte[] text, int from, int to) {
    return Ascii.startsWith(text, from, to, TIME) && !isQueryTimeOf323(text, from + 2, to);
  }

  /** {@code Time: 12 Lock_time: 0}: a query time, where the range begins behind {@code # }. */
  static boolean isQueryTimeOf323(byte[] text, int from, int to) {
    if (!Ascii.startsWith(text, from, to, TIME_KEY)) {
      return false;
    }
    int number = Ascii.skipBlanks(text, from + TIME_KEY.length, to);
    int end = number;
    while (end < to && Ascii.isDigit(text[end])) {
      end++;
    }
    int key = Ascii.skipBlanks(text, end, to);
    return end > number && key > end && Ascii.startsWith(text, key, to, LOCK_TIME);
  }

  static boolean isUser(byte[] text, int from, int to) {
    return Ascii.startsWith(text, from, to, USER);
  }

  static boolean isQueryTime(byte[] text, int from, int to) {
    return Ascii.startsWith(text, from, to, QUERY_TIME) || isOldQueryTime(text, from, to);
  }

  /** The line of the query time as servers before 4.0 write it. */
  static boolean isOldQueryTime(byte[] text, int from, int to) {
    return Ascii.startsWith(text, from, to, TIME) && isQueryTimeOf323(text, from + 2, to);
  }

  static boolean isCommand(byte[] text, int from, int to) {
    return commandBegin(text, from, to) > from;
  }

  /** Behind {@code # administrator command: }; {@code from} if the range begins otherwise. */
  static int commandBegin(byte[] text, int from, int to) {
    byte[] mark = Ascii.startsWith(text, from, to, COMMAND) ? COMMAND : COMMAND_OF_323;
    return Ascii.startsWith(text, from, to, mark) ? from + mark.length : from;
  }

  /** {@code # Key: ...}, {@code #} alone, and the few header lines that are neither. */
  static boolean isHeader(byte[] text, int from, int to) {
    if (from == to) {
      return false;
    }
    if (text[from] != '#') {
      // Some Percona releases leave the # out before this one key.
      int key = Ascii.skipBlanks(text, from, to);
      return key > from && Ascii.startsWith(text, key, to, TMP_TABLES);
    }
    int key = Ascii.skipBlanks(text, from + 1, to);
    if (key == to) {
      return true;
    }
    int i = key;
    while (i < to && (Ascii.isLetter(text[i]) || text[i] == '_' || text[i] == '@')) {
      i++;
    }
    boolean pair = i > key && i < to && text[i] == ':' && !isCommand(text, from, to);
    return pair || Ascii.startsWith(text, from, to, NO_STATISTICS);
  }

  static boolean isBlank(byte[] text, int from, int to) {
    return Ascii.skipBlanks(text, from, to) == to;
  }

  /** The banner's first line: {@code /usr/sbin/mysqld, Version: 5.5.34 (x). started with:}. */
  static boolean isBanner(byte[] text, int from, int to) {
    int end = Ascii.trimEnd(text, from, to);
    return end - from > STARTED.length
        && text[from] != '#'
        && Ascii.startsWith(text, end - STARTED.length, end, STARTED)
        && Ascii.indexOf(text, from, end, VERSION) > from;
  }

  /** The banner's second line. */
  static boolean isBannerPort(byte[] text, int from, int to) {
    return Ascii.startsWithIgnoringCase(text, from, to, PORT);
  }

  /** The banner's third line: {@code Time Id Command Argument}, set apart by blanks or tabs. */
  static boolean isBannerColumns(byte[] text, int from, int to) {
    if (!Ascii.startsWith(text, from, to, COLUMN_TIME)) {
      return false;
    }
    int id = Ascii.skipBlanks(text, from + COLUMN_TIME.length, to);
    if (!Ascii.startsWith(text, id, to, COLUMN_ID)) {
      return false;
    }
    int command = Ascii.skipBlanks(text, id + COLUMN_ID.length, to);
    return Ascii.startsWith(text, command, to, COLUMN_COMMAND);
  }

  /** {@code use db;} */
  static boolean isUse(byte[] text, int from, int to) {
    return Ascii.startsWithIgnoringCase(text, from, to, USE) && text[to - 1] == ';';
  }

  /** The name in a line of {@link #isUse}, back-ticks taken off. */
  static void useName(byte[] text, int from, int to, Header.Range name) {
    int begin = Ascii.skipBlanks(text, from + USE.length, to - 1);
    int end = Ascii.trimEnd(text, begin, to - 1);
    boolean ticks = end - begin >= 2 && text[begin] == '`' && text[end - 1] == '`';
    name.set(ticks ? begin + 1 : begin, ticks ? end - 1 : end);
  }
}
