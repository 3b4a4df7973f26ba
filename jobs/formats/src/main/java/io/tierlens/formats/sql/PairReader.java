package io.tierlens.formats.sql;

import io.tierlens.formats.bytes.Ascii;

/** Reads keys and values out of a comment, one pair after the other. Reused. */
final class PairReader {

  /** Too low: keys of frameworks are no keys. Too high: binary data can be one. */
  private static final int LONGEST_KEY = 64;

  private byte[] sql;
  private int position;
  private int end;
  private boolean failed;
  private int keyStart;
  private int keyEnd;
  private int valueStart;
  private int valueEnd;
  private boolean quoted;
  private boolean colon;

  void begin(byte[] text, int from, int to) {
    sql = text;
    position = from;
    end = to;
    failed = false;
  }

  /** Reads the next pair; false at the end, or at a piece that is no pair. */
  boolean next() {
    while (position < end && isParting(sql[position])) {
      position++;
    }
    if (position == end) {
      return false;
    }
    failed = !key() || !separator(false) || !value();
    return !failed;
  }

  /** Whether the last piece was no pair. */
  boolean failed() {
    return failed;
  }

  /** Seeks the next pair whose key only tracing uses; false if there is none. */
  boolean nextTracingKey() {
    while (position < end) {
      if (!isPartOfKey(sql[position])) {
        position++;
      } else if (key() && TracingKey.of(sql, keyStart, keyEnd) != null && separator(true) && id()) {
        return true;
      } else {
        position = Math.max(keyEnd, position);
      }
    }
    return false;
  }

  byte[] sql() {
    return sql;
  }

  int keyStart() {
    return keyStart;
  }

  int keyEnd() {
    return keyEnd;
  }

  int valueStart() {
    return valueStart;
  }

  int valueEnd() {
    return valueEnd;
  }

  /** Whether the value stood in single quotes, as encoded ones do. */
  boolean quoted() {
    return quoted;
  }

  /** Whether a colon parts the value from the key. */
  boolean colon() {
    return colon;
  }

  private boolean key() {
    keyStart = position;
    while (position < end && isPartOfKey(sql[position])) {
      position++;
    }
    keyEnd = position;
    return keyEnd > keyStart
        && keyEnd - keyStart <= LONGEST_KEY
        && (Ascii.isLetter(sql[keyStart]) || sql[keyStart] == '_');
  }

  private boolean separator(boolean loose) {
    int i = loose ? Ascii.skipBlanks(sql, position, end) : position;
    if (i == end || (sql[i] != '=' && sql[i] != ':')) {
      return false;
    }
    colon = sql[i] == ':';
    position = loose || colon ? Ascii.skipBlanks(sql, i + 1, end) : i + 1;
    return true;
  }

  /** A value in quotes, or one that reaches to what parts the pairs. */
  private boolean value() {
    quoted = false;
    if (position < end && (sql[position] == '\'' || sql[position] == '"')) {
      byte quote = sql[position];
      valueStart = position + 1;
      int i = valueStart;
      while (i < end && sql[i] != quote) {
        i += sql[i] == '\\' ? 2 : 1;
      }
      if (i >= end) {
        return false;
      }
      valueEnd = i;
      position = i + 1;
      quoted = quote == '\'';
      return position == end || isParting(sql[position]);
    }
    valueStart = position;
    while (position < end && !isParting(sql[position])) {
      byte b = sql[position];
      // Such bytes are of code or of prose: a==b, f(x), a => b, http://x.
      if (b == '=' || b == '\'' || b == '"' || b == '(' || b == ')' || b == '<' || b == '>') {
        return false;
      }
      position++;
    }
    valueEnd = position;
    boolean address = colon && valueEnd > valueStart && sql[valueStart] == '/';
    return valueEnd > valueStart && !(address && Bytes.isAt(sql, valueStart + 1, end, '/'));
  }

  /** A value that looks like an id; quotes about it are left out. */
  private boolean id() {
    quoted = false;
    if (position < end && (sql[position] == '\'' || sql[position] == '"')) {
      position++;
    }
    valueStart = position;
    boolean digit = false;
    while (position < end && isPartOfId(sql[position])) {
      digit |= Ascii.isDigit(sql[position]);
      position++;
    }
    valueEnd = position;
    return digit;
  }

  private static boolean isParting(byte b) {
    return b == ',' || b == ';' || Bytes.classOf(b) == Bytes.BLANK;
  }

  private static boolean isPartOfKey(byte b) {
    return Ascii.isLetter(b) || Ascii.isDigit(b) || b == '_' || b == '-' || b == '.' || b == '%';
  }

  private static boolean isPartOfId(byte b) {
    return Ascii.isLetter(b)
        || Ascii.isDigit(b)
        || b == '-'
        || b == '_'
        || b == '.'
        || b == ':'
        || b == '@';
  }
}
