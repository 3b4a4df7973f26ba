package io.tierlens.formats.mysql;

import io.tierlens.formats.bytes.Ascii;
import java.util.Arrays;

/**
 * Writes the normal form of a statement token by token: white space made even, literals as {@code
 * ?}, lists of literals behind {@code IN} and {@code VALUES} as {@code (?)}, and of several rows
 * the first alone. Reused.
 */
final class FingerprintText {

  /** What the last token was, as far as the blank before the next one and its meaning need it. */
  enum Token {
    NONE,
    WORD,
    LITERAL,
    OPEN,
    CLOSE,
    COMMA,
    DOT,
    SEMICOLON,
    OPERATOR
  }

  private static final byte[] IN = Ascii.bytes("in");
  private static final byte[] VALUES = Ascii.bytes("values");
  private static final byte[] VALUE = Ascii.bytes("value");
  private static final byte[] NULL = Ascii.bytes("null");
  private static final byte[] TRUE = Ascii.bytes("true");
  private static final byte[] FALSE = Ascii.bytes("false");

  /** Second halves of operators of two bytes, by their first halves in the same place. */
  private static final byte[] FIRST = Ascii.bytes("<><!:-><&|=>");

  private static final byte[] SECOND = Ascii.bytes("==>==>><&|>>");

  private static final int LIST = 1;
  private static final int ROW = 2;
  private static final int MIXED = 4;

  private byte[] text = new byte[1 << 10];
  private int size;
  private Token last;
  private int wordBegin;

  private int[] openAt = new int[16];
  private int[] openFlags = new int[16];
  private int depth;

  /** The depth at which rows of VALUES may follow, or -1. */
  private int rowsDepth;

  /** Behind the first row, or -1 before it. */
  private int rowEnd;

  void clear() {
    size = 0;
    last = Token.NONE;
    depth = 0;
    rowsDepth = -1;
    rowEnd = -1;
  }

  byte[] bytes() {
    return text;
  }

  int size() {
    return size;
  }

  Token last() {
    return last;
  }

  /** Whether the last token is this word, which must be in lower case. */
  boolean lastWordIs(byte[] word) {
    return last == Token.WORD && Ascii.equal(text, wordBegin, size, word);
  }

  /** A name or keyword; folded to lower case unless {@code quoted}. */
  void word(byte[] source, int from, int to, boolean quoted, boolean blank) {
    Token before = last;
    endRows();
    begin(Token.WORD, blank);
    wordBegin = size;
    for (int i = from; i < to; i++) {
      put(quoted ? source[i] : Ascii.lowerCase(source[i]));
    }
    if (!quoted && before != Token.DOT) {
      if (isValueWord() && isPlaceOfValue(before)) {
        size = wordBegin;
        put('?');
        last = Token.LITERAL;
        return;
      }
      if (lastWordIs(VALUES) || lastWordIs(VALUE)) {
        rowsDepth = depth;
        rowEnd = -1;
      }
    }
    mix();
  }

  private boolean isValueWord() {
    return lastWordIs(NULL) || lastWordIs(TRUE) || lastWordIs(FALSE);
  }

  private static boolean isPlaceOfValue(Token before) {
    return before == Token.OPEN || before == Token.COMMA || before == Token.OPERATOR;
  }

  void literal(boolean blank) {
    endRows();
    begin(Token.LITERAL, blank);
    put('?');
  }

  void operator(byte operator, boolean blank) {
    endRows();
    if (last == Token.OPERATOR && !blank && isPair(text[size - 1], operator)) {
      put(operator);
    } else {
      begin(Token.OPERATOR, blank);
      put(operator);
    }
    mix();
  }

  private static boolean isPair(byte first, byte second) {
    for (int i = 0; i < FIRST.length; i++) {
      if (FIRST[i] == first && SECOND[i] == second) {
        return true;
      }
    }
    return false;
  }

  void dot() {
    endRows();
    begin(Token.DOT, false);
    put('.');
    mix();
  }

  void comma() {
    if (depth == rowsDepth && rowEnd < 0) {
      rowsDepth = -1;
    }
    begin(Token.COMMA, false);
    put(',');
  }

  void semicolon() {
    endRows();
    begin(Token.SEMICOLON, false);
    put(';');
    mix();
  }

  void open(boolean blank) {
    boolean afterListWord = lastWordIs(IN) || lastWordIs(VALUES) || lastWordIs(VALUE);
    boolean inList =
        depth > 0
            && (openFlags[depth - 1] & LIST) != 0
            && (last == Token.OPEN || last == Token.COMMA);
    boolean row = depth == rowsDepth && (rowEnd < 0 ? afterListWord : last == Token.COMMA);
    if (!row) {
      endRows();
    }
    boolean list = afterListWord || inList || row;
    if (!list) {
      mix();
    }
    begin(Token.OPEN, blank || afterListWord);
    if (depth == openAt.length) {
      openAt = Arrays.copyOf(openAt, 2 * depth);
      openFlags = Arrays.copyOf(openFlags, 2 * depth);
    }
    openAt[depth] = size;
    openFlags[depth] = (list ? LIST : 0) | (row ? ROW : 0);
    depth++;
    put('(');
  }

  void close() {
    boolean empty = last == Token.OPEN;
    begin(Token.CLOSE, false);
    put(')');
    if (depth == 0) {
      return;
    }
    depth--;
    int flags = openFlags[depth];
    if (flags == LIST || flags == (LIST | ROW)) {
      if (!empty) {
        size = openAt[depth] + 1;
        put('?');
        put(')');
      }
    } else {
      mix();
    }
    if (depth < rowsDepth) {
      rowsDepth = -1;
    }
    if ((flags & ROW) != 0 && depth == rowsDepth) {
      if (rowEnd < 0) {
        rowEnd = size;
      } else {
        size = rowEnd;
      }
    }
  }

  /** A token that is neither row nor comma: no more rows can follow. */
  private void endRows() {
    if (depth == rowsDepth) {
      rowsDepth = -1;
    }
  }

  /** The parenthesis that is open holds more than literals. */
  private void mix() {
    if (depth > 0) {
      openFlags[depth - 1] |= MIXED;
    }
  }

  /** Writes the blank before a token, if one is due. */
  private void begin(Token next, boolean blank) {
    boolean wanted =
        switch (next) {
          case COMMA, CLOSE, DOT, SEMICOLON, NONE -> false;
          case OPEN ->
              last == Token.OPERATOR || last == Token.COMMA || (blank && last != Token.OPEN);
          case WORD, LITERAL, OPERATOR -> last != Token.OPEN && last != Token.DOT;
        };
    if (wanted && last != Token.NONE) {
      put(' ');
    }
    last = next;
  }

  private void put(int b) {
    if (size == text.length) {
      text = Arrays.copyOf(text, 2 * size);
    }
    text[size++] = (byte) b;
  }
}
