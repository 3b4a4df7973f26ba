package io.tierlens.formats.sql;

import io.tierlens.formats.bytes.Ascii;

/** Tells numbers from names that begin with a digit. */
final class NumberLiteral {

  private NumberLiteral() {}

  /** Whether a number can begin here: a digit, or a point before a digit. */
  static boolean canBegin(byte[] sql, int i, int end) {
    return Bytes.classAt(sql, i, end) == Bytes.DIGIT
        || (Bytes.isAt(sql, i, end, '.') && Bytes.classAt(sql, i + 1, end) == Bytes.DIGIT);
  }

  /**
   * Behind the number that begins at {@code from}, or -1 where a name such as {@code 2fast} does.
   */
  static int end(byte[] sql, int from, int end) {
    int digits = Bytes.endOfDigits(sql, from, end);
    if (Bytes.isAt(sql, digits, end, '.')) {
      return exponent(sql, Bytes.endOfDigits(sql, digits + 1, end), end);
    }
    int name = Bytes.endOfName(sql, digits, end);
    if (name == digits) {
      return digits;
    }
    if (digits == from + 1 && sql[from] == '0' && isCode(sql, digits, name)) {
      return name;
    }
    int exponent = exponent(sql, digits, end);
    return exponent > digits && exponent >= name ? exponent : -1;
  }

  /** Behind an exponent, if one begins here. */
  private static int exponent(byte[] sql, int from, int end) {
    if (from == end || Ascii.lowerCase(sql[from]) != 'e') {
      return from;
    }
    boolean sign = Bytes.classAt(sql, from + 1, end) == Bytes.SIGN;
    int begin = sign ? from + 2 : from + 1;
    int digits = Bytes.endOfDigits(sql, begin, end);
    return digits > begin ? digits : from;
  }

  /** The rest of {@code 0x1f} and {@code 0b01}, from the letter on. */
  private static boolean isCode(byte[] sql, int letter, int to) {
    int mark = Ascii.lowerCase(sql[letter]);
    if ((mark != 'x' && mark != 'b') || to == letter + 1) {
      return false;
    }
    for (int i = letter + 1; i < to; i++) {
      if (Character.digit(sql[i], mark == 'x' ? 16 : 2) < 0) {
        return false;
      }
    }
    return true;
  }
}
