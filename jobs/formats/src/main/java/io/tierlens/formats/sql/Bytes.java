package io.tierlens.formats.sql;

import io.tierlens.formats.bytes.Ascii;

/**
 * What a byte can begin in a statement. The classes are in an order that lets one comparison tell
 * what a loop may pass over: parts of names first, what hides other bytes last.
 */
final class Bytes {

  static final byte NAME = 0;
  static final byte DIGIT = 1;
  static final byte BLANK = 2;
  static final byte COMMA = 3;
  static final byte DOT = 4;
  static final byte SEMICOLON = 5;
  static final byte PLACEHOLDER = 6;
  static final byte OPERATOR = 7;
  static final byte OPEN = 8;
  static final byte CLOSE = 9;
  static final byte QUOTE = 10;
  static final byte BACK_TICK = 11;
  static final byte SIGN = 12;

  /** A comment's first byte, a version comment's last but one, or an operator. */
  static final byte MARK = 13;

  /** The class of each byte. */
  private static final byte[] CLASS = new byte[256];

  static {
    for (int b = 0; b < 256; b++) {
      boolean name = Ascii.isLetter(b) || b == '_' || b == '$' || b == '@' || b >= 0x80;
      CLASS[b] = b <= ' ' ? BLANK : name ? NAME : Ascii.isDigit(b) ? DIGIT : OPERATOR;
    }
    CLASS[','] = COMMA;
    CLASS['.'] = DOT;
    CLASS[';'] = SEMICOLON;
    CLASS['?'] = PLACEHOLDER;
    CLASS['('] = OPEN;
    CLASS[')'] = CLOSE;
    CLASS['\''] = QUOTE;
    CLASS['"'] = QUOTE;
    CLASS['`'] = BACK_TICK;
    CLASS['+'] = SIGN;
    CLASS['-'] = SIGN;
    CLASS['/'] = MARK;
    CLASS['*'] = MARK;
    CLASS['#'] = MARK;
  }

  private Bytes() {}

  static byte classOf(byte b) {
    return CLASS[b & 0xff];
  }

  /** The class of the byte at {@code i}; the end counts as a blank. */
  static byte classAt(byte[] sql, int i, int end) {
    return i < end ? CLASS[sql[i] & 0xff] : BLANK;
  }

  static boolean isAt(byte[] sql, int i, int end, char wanted) {
    return i < end && sql[i] == wanted;
  }

  /** Behind the name's bytes that begin at {@code from}. */
  static int endOfName(byte[] sql, int from, int end) {
    int i = from;
    while (i < end && CLASS[sql[i] & 0xff] <= DIGIT) {
      i++;
    }
    return i;
  }

  static int endOfDigits(byte[] sql, int from, int end) {
    int i = from;
    while (i < end && CLASS[sql[i] & 0xff] == DIGIT) {
      i++;
    }
    return i;
  }
}
