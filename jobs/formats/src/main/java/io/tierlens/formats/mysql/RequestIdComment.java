package io.tierlens.formats.mysql;

import io.tierlens.formats.bytes.Ascii;

/**
 * Finds {@code request_id=...} in a comment, as tracing libraries and careful applications write
 * it; {@code :} in place of {@code =}, and quotes, are allowed. Reused.
 */
final class RequestIdComment {

  private static final byte[] KEY = Ascii.bytes("request_id");

  private int from;
  private int to;

  void clear() {
    from = 0;
    to = 0;
  }

  /** Reads one comment; the first id that is found stays. */
  void read(byte[] text, int begin, int end) {
    if (present()) {
      return;
    }
    int key = Ascii.indexOf(text, begin, end, KEY);
    if (key < 0) {
      return;
    }
    int i = Ascii.skipBlanks(text, key + KEY.length, end);
    if (i == end || (text[i] != '=' && text[i] != ':')) {
      return;
    }
    i = Ascii.skipBlanks(text, i + 1, end);
    if (i < end && (text[i] == '\'' || text[i] == '"')) {
      i++;
    }
    from = i;
    while (i < end && isPartOfId(text[i])) {
      i++;
    }
    to = i;
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

  boolean present() {
    return from < to;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }
}
