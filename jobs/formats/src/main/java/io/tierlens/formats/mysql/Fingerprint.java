package io.tierlens.formats.mysql;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.mysql.FingerprintText.Token;

/**
 * Brings a statement into its normal form: statements that differ in literals, white space,
 * comments and the case of words alone have one form. Names keep their digits, names in back-ticks
 * also their case. A literal or comment that does not end is taken to reach to the statement's end,
 * so that no part of a literal is ever shown. Reused.
 */
final class Fingerprint {

  private static final byte BLANK = 0;
  private static final byte NAME = 1;
  private static final byte DIGIT = 2;
  private static final byte OTHER = 3;
  private static final byte[] CLASS = new byte[256];

  static {
    for (int b = 0; b < 256; b++) {
      boolean name = Ascii.isLetter(b) || b == '_' || b == '$' || b == '@' || b >= 0x80;
      CLASS[b] = b <= ' ' ? BLANK : name ? NAME : Ascii.isDigit(b) ? DIGIT : OTHER;
    }
  }

  /** Words behind which a sign belongs to the number; behind other words it is an operator. */
  private static final byte[][] BEFORE_SIGN = {
    Ascii.bytes("select"), Ascii.bytes("and"), Ascii.bytes("or"), Ascii.bytes("between"),
    Ascii.bytes("when"), Ascii.bytes("then"), Ascii.bytes("else"), Ascii.bytes("limit"),
    Ascii.bytes("interval"), Ascii.bytes("not"), Ascii.bytes("like"), Ascii.bytes("by"),
    Ascii.bytes("where"), Ascii.bytes("return"), Ascii.bytes("default"), Ascii.bytes("distinct"),
    Ascii.bytes("offset"), Ascii.bytes("div"), Ascii.bytes("mod"), Ascii.bytes("case")
  };

  private final FingerprintText text = new FingerprintText();
  private final RequestIdComment requestId = new RequestIdComment();
  private byte[] sql;
  private int position;
  private int end;
  private boolean blank;
  private boolean lastWasString;
  private boolean versionComment;
  private boolean open;

  /** Reads a statement; the results hold until the next. */
  void read(byte[] statement, int from, int to) {
    sql = statement;
    position = from;
    end = to;
    blank = false;
    lastWasString = false;
    versionComment = false;
    open = false;
    text.clear();
    requestId.clear();
    while (position < end) {
      token();
    }
    open |= versionComment;
  }

  /** Holds the normal form in its first {@link #size()} bytes. */
  byte[] bytes() {
    return text.bytes();
  }

  int size() {
    return text.size();
  }

  /** Whether the statement ended inside a literal, a name in back-ticks or a comment. */
  boolean endsInLiteral() {
    return open;
  }

  /** The request's id, if a comment of the statement told one. */
  RequestIdComment requestId() {
    return requestId;
  }

  private void token() {
    byte b = sql[position];
    byte byteClass = CLASS[b & 0xff];
    if (byteClass == BLANK) {
      position++;
      blank = true;
      return;
    }
    if (byteClass == OTHER && comment(b)) {
      blank = true;
      return;
    }
    boolean string = false;
    switch (byteClass) {
      case NAME -> string = name();
      case DIGIT -> numberOrName();
      default -> {
        switch (b) {
          case '\'', '"' -> {
            string(b);
            string = true;
          }
          case '`' -> quotedName();
          case '(' -> {
            text.open(blank);
            position++;
          }
          case ')' -> {
            text.close();
            position++;
          }
          case ',' -> {
            text.comma();
            position++;
          }
          case ';' -> {
            text.semicolon();
            position++;
          }
          case '.' -> dot();
          case '?' -> {
            text.literal(blank);
            position++;
          }
          case '+', '-' -> sign(b);
          default -> {
            text.operator(b, blank);
            position++;
          }
        }
      }
    }
    blank = false;
    lastWasString = string;
  }

  private int byteClassAt(int i) {
    return i < end ? CLASS[sql[i] & 0xff] : BLANK;
  }

  private boolean isAt(int i, char wanted) {
    return i < end && sql[i] == wanted;
  }

  /** Passes over a comment, or over the marks of one that the server runs. */
  private boolean comment(byte b) {
    if (b == '#' || (b == '-' && isAt(position + 1, '-') && byteClassAt(position + 2) == BLANK)) {
      while (position < end && sql[position] != '\n') {
        position++;
      }
      return true;
    }
    if (versionComment && b == '*' && isAt(position + 1, '/')) {
      versionComment = false;
      position += 2;
      return true;
    }
    if (b != '/' || !isAt(position + 1, '*')) {
      return false;
    }
    int mark = position + 2;
    if (isAt(mark, 'M') && isAt(mark + 1, '!')) {
      mark++;
    }
    if (isAt(mark, '!')) {
      versionComment = true;
      position = mark + 1;
      while (byteClassAt(position) == DIGIT) {
        position++;
      }
      return true;
    }
    int begin = position + 2;
    position = begin;
    while (position < end && !(sql[position] == '*' && isAt(position + 1, '/'))) {
      position++;
    }
    requestId.read(sql, begin, position);
    open |= position == end;
    position = Math.min(end, position + 2);
    return true;
  }

  /** A name, or a string with a mark before it; tells whether it was a string. */
  private boolean name() {
    int begin = position;
    while (position < end && (byteClassAt(position) == NAME || byteClassAt(position) == DIGIT)) {
      position++;
    }
    if (position < end && isStringMark(begin)) {
      string(sql[position]);
      return true;
    }
    text.word(sql, begin, position, false, blank);
    return false;
  }

  /** {@code x'0f'}, {@code b'1'}, {@code n'a'}, {@code _utf8mb4'a'}. */
  private boolean isStringMark(int begin) {
    byte quote = sql[position];
    if (quote == '"') {
      return sql[begin] == '_';
    }
    int mark = Ascii.lowerCase(sql[begin]);
    boolean oneLetter = position == begin + 1 && (mark == 'x' || mark == 'b' || mark == 'n');
    return quote == '\'' && (oneLetter || mark == '_');
  }

  private void string(byte quote) {
    if (!lastWasString) {
      text.literal(blank);
    }
    position++;
    while (position < end) {
      byte b = sql[position++];
      if (b == '\\') {
        position++;
      } else if (b == quote) {
        if (!isAt(position, (char) quote)) {
          return;
        }
        position++;
      }
    }
    position = end;
    open = true;
  }

  private void quotedName() {
    int begin = position++;
    while (position < end) {
      if (sql[position++] == '`') {
        if (!isAt(position, '`')) {
          text.word(sql, begin, position, true, blank);
          return;
        }
        position++;
      }
    }
    // What has no end may as well be a literal.
    open = true;
    text.literal(blank);
  }

  private void dot() {
    if (byteClassAt(position + 1) == DIGIT && !(text.last() == Token.WORD && !blank)) {
      number();
      return;
    }
    text.dot();
    position++;
  }

  private void sign(byte b) {
    boolean digits =
        byteClassAt(position + 1) == DIGIT
            || (isAt(position + 1, '.') && byteClassAt(position + 2) == DIGIT);
    if (digits && isPlaceOfSign()) {
      position++;
      number();
    } else {
      text.operator(b, blank);
      position++;
    }
  }

  private boolean isPlaceOfSign() {
    return switch (text.last()) {
      case NONE, OPEN, COMMA, SEMICOLON, OPERATOR -> true;
      case LITERAL, CLOSE, DOT -> false;
      case WORD -> {
        for (byte[] word : BEFORE_SIGN) {
          if (text.lastWordIs(word)) {
            yield true;
          }
        }
        yield false;
      }
    };
  }

  /** Digits begin a number, or a name such as {@code 2fast}; behind a dot they are a name. */
  private void numberOrName() {
    int i = position;
    while (byteClassAt(i) == NAME || byteClassAt(i) == DIGIT) {
      i++;
    }
    boolean column = text.last() == Token.DOT;
    if (column || (!isNumber(position, i) && !isAt(i, '.'))) {
      text.word(sql, position, i, false, blank);
      position = i;
    } else {
      number();
    }
  }

  /** Whether all of the range is digits, hexadecimal, binary, or has an exponent. */
  private boolean isNumber(int from, int to) {
    int i = from;
    while (i < to && CLASS[sql[i] & 0xff] == DIGIT) {
      i++;
    }
    if (i == to) {
      return true;
    }
    int mark = sql[i];
    if (i == from + 1 && sql[from] == '0' && (mark == 'x' || mark == 'b')) {
      for (int k = i + 1; k < to; k++) {
        int digit = Character.digit(sql[k], mark == 'x' ? 16 : 2);
        if (digit < 0) {
          return false;
        }
      }
      return to > i + 1;
    }
    if (mark != 'e' && mark != 'E') {
      return false;
    }
    for (int k = i + 1; k < to; k++) {
      if (CLASS[sql[k] & 0xff] != DIGIT) {
        return false;
      }
    }
    return to > i + 1 || isAt(to, '+') || isAt(to, '-');
  }

  /** Passes over all that can be part of the number that begins here. */
  private void number() {
    text.literal(blank);
    boolean hexadecimal = isAt(position, '0') && isAt(position + 1, 'x');
    while (position < end) {
      byte b = sql[position];
      boolean exponentSign =
          (b == '+' || b == '-')
              && !hexadecimal
              && Ascii.lowerCase(sql[position - 1]) == 'e'
              && byteClassAt(position + 1) == DIGIT;
      if (b != '.' && CLASS[b & 0xff] != DIGIT && CLASS[b & 0xff] != NAME && !exponentSign) {
        return;
      }
      position++;
    }
  }
}
