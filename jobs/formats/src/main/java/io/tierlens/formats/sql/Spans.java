package io.tierlens.formats.sql;

import io.tierlens.formats.bytes.ByteSearch;

/**
 * Finds the ends of what hides its bytes from the parser: strings, names in back-ticks, comments.
 * Strings are read as the server does by default: a backslash takes the next byte with it, and
 * double quotes are quotes of strings. A log does not tell whether a session had it otherwise.
 */
final class Spans {

  /** There is no end: the span reaches to the end of the statement. */
  static final int NO_END = -1;

  private Spans() {}

  /**
   * Behind a string's closing quote, or {@link #NO_END}.
   *
   * @param from behind its opening quote
   */
  static int endOfString(byte[] sql, int from, int to, byte quote) {
    int i = from;
    while (i < to) {
      byte b = sql[i++];
      if (b == quote) {
        if (i == to || sql[i] != quote) {
          return i;
        }
        i++;
      } else if (b == '\\') {
        i++;
      }
    }
    return NO_END;
  }

  /**
   * Behind a quoted name's closing back-tick, or {@link #NO_END}.
   *
   * @param from behind its opening back-tick
   */
  static int endOfQuotedName(byte[] sql, int from, int to) {
    int i = from;
    while (true) {
      int tick = ByteSearch.indexOf((byte) '`', sql, i, to);
      if (tick < 0) {
        return NO_END;
      }
      if (!Bytes.isAt(sql, tick + 1, to, '`')) {
        return tick + 1;
      }
      i = tick + 2;
    }
  }

  /** The length of the mark that begins a comment to the end of the line here, or 0. */
  static int lineCommentMark(byte[] sql, int i, int to) {
    if (sql[i] == '#') {
      return 1;
    }
    boolean dashes = sql[i] == '-' && Bytes.isAt(sql, i + 1, to, '-');
    return dashes && Bytes.classAt(sql, i + 2, to) == Bytes.BLANK ? 2 : 0;
  }

  static int endOfLine(byte[] sql, int from, int to) {
    int feed = ByteSearch.indexOf((byte) '\n', sql, from, to);
    return feed < 0 ? to : feed;
  }

  /** Whether a comment of the kind that has an end of its own begins here. */
  static boolean isBlockComment(byte[] sql, int i, int to) {
    return sql[i] == '/' && Bytes.isAt(sql, i + 1, to, '*');
  }

  /** Whether a comment ends here. */
  static boolean isEndOfComment(byte[] sql, int i, int to) {
    return sql[i] == '*' && Bytes.isAt(sql, i + 1, to, '/');
  }

  /**
   * Behind the mark and version of a comment that the server runs ({@code /*!50000}, {@code
   * /*M!100100}), or -1 if the comment that begins here is none.
   */
  static int endOfVersionMark(byte[] sql, int comment, int to) {
    int mark = comment + 2;
    if (Bytes.isAt(sql, mark, to, 'M') && Bytes.isAt(sql, mark + 1, to, '!')) {
      mark++;
    }
    return Bytes.isAt(sql, mark, to, '!') ? Bytes.endOfDigits(sql, mark + 1, to) : -1;
  }

  /**
   * The star of the mark that ends a comment, or {@link #NO_END}.
   *
   * @param from behind the mark that begins it
   */
  static int endOfComment(byte[] sql, int from, int to) {
    int i = from;
    while (true) {
      int slash = ByteSearch.indexOf((byte) '/', sql, i, to);
      if (slash < 0) {
        return NO_END;
      }
      if (slash > from && sql[slash - 1] == '*') {
        return slash - 1;
      }
      i = slash + 1;
    }
  }
}
