package io.tierlens.formats.sql;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.sql.Nesting.Rows;
import java.util.Arrays;

/**
 * Writes the normal form of a statement token by token: white space made even, literals as {@code
 * ?}. Of several rows the first is written, of equal neighbours in a list or a union one. Reused.
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
    /** Behind a name, so that a column follows. */
    DOT,
    /** Behind anything else. */
    LONE_DOT,
    SEMICOLON,
    OPERATOR
  }

  private static final byte[] UNION = Ascii.bytes("union");

  /** Second halves of operators of two bytes, by their first halves in the same place. */
  private static final byte[] FIRST = Ascii.bytes("<><!:-><&|=>");

  private static final byte[] SECOND = Ascii.bytes("==>==>><&|>>");

  private final Nesting nesting = new Nesting();
  private byte[] text = new byte[1 << 10];
  private int size;
  private Token last;
  private int lastTraits;
  private int wordBegin;
  private boolean introducer;
  private boolean literalBeforeWord;

  void clear() {
    size = 0;
    became(Token.NONE);
    nesting.clear();
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

  /** Whether a sign before digits is theirs here, and no operator. */
  boolean isPlaceOfSign() {
    return switch (last) {
      case NONE, OPEN, COMMA, SEMICOLON, OPERATOR -> true;
      case LITERAL, CLOSE, DOT, LONE_DOT -> false;
      case WORD -> (lastTraits & Keywords.BEFORE_SIGN) != 0;
    };
  }

  /** Whether a further row of VALUES can follow; if it does, {@link #rowPassed} says so. */
  boolean isBetweenRows() {
    return nesting.rows() == Rows.BETWEEN;
  }

  /** A further row was passed over. */
  void rowPassed() {
    nesting.rows(Rows.BEHIND);
    became(Token.CLOSE);
  }

  /** A name or keyword, which is folded to lower case. */
  void word(byte[] source, int from, int to) {
    Token before = last;
    int traitsBefore = lastTraits;
    boolean afterIntroducer = introducer;
    begin(Token.WORD, to - from);
    int begin = size;
    for (int i = from; i < to; i++) {
      text[size++] = (byte) Ascii.lowerCase(source[i]);
    }
    int traits = before == Token.DOT ? 0 : Keywords.traits(text, begin, size);
    if ((traits & Keywords.ROW) == 0) {
      endExpectation();
    }
    if ((traits & Keywords.VALUE) != 0 && isPlaceOfValue(before, traitsBefore)) {
      size = begin;
      text[size++] = '?';
      became(Token.LITERAL);
      return;
    }
    wordBegin = begin;
    lastTraits = traits;
    literalBeforeWord = before == Token.LITERAL;
    introducer = text[begin] == '_' && before != Token.DOT && !afterIntroducer;
    if (traits != 0) {
      keyword(traits, before);
    }
  }

  private static boolean isPlaceOfValue(Token before, int traitsBefore) {
    return switch (before) {
      case OPEN, COMMA, OPERATOR -> true;
      case WORD -> (traitsBefore & Keywords.BEFORE_VALUE) != 0;
      default -> false;
    };
  }

  private void keyword(int traits, Token before) {
    if ((traits & Keywords.QUERY) != 0 && before == Token.OPEN) {
      nesting.holdsQuery();
    }
    if ((traits & Keywords.BEFORE_ROWS) != 0) {
      nesting.rows(Rows.EXPECTED);
    }
    if ((traits & Keywords.UNION) != 0 && !nesting.list()) {
      beginUnion();
    } else if ((traits & Keywords.BEHIND_UNION) != 0 && !nesting.list()) {
      endUnion(wordBegin);
    }
  }

  private void beginUnion() {
    boolean blank = wordBegin > 0 && text[wordBegin - 1] == ' ';
    size = nesting.endPart(text, blank ? wordBegin - 1 : wordBegin);
    if (blank) {
      text[size++] = ' ';
    }
    wordBegin = size;
    nesting.beginPart(size);
    System.arraycopy(UNION, 0, text, size, UNION.length);
    size += UNION.length;
  }

  /** Ends the last arm of a union, what is behind {@code end} being no part of it. */
  private void endUnion(int end) {
    int arm = end > 0 && text[end - 1] == ' ' ? end - 1 : end;
    int kept = nesting.endPart(text, arm);
    System.arraycopy(text, arm, text, kept, size - arm);
    size -= arm - kept;
    wordBegin -= arm - kept;
    nesting.endParts();
  }

  /** A name in back-ticks, which is left as it is. */
  void quotedName(byte[] source, int from, int to) {
    begin(Token.WORD, to - from);
    System.arraycopy(source, from, text, size, to - from);
    size += to - from;
    endExpectation();
  }

  /** Literals side by side are one, as strings are to the server; so is a charset before one. */
  void literal() {
    if (last == Token.LITERAL) {
      return;
    }
    if (last == Token.WORD && introducer) {
      size = literalBeforeWord ? wordBegin - 2 : wordBegin;
      became(Token.LITERAL);
    } else {
      begin(Token.LITERAL, 1);
      endExpectation();
    }
    text[size++] = '?';
  }

  void operator(byte operator, boolean blank) {
    if (last == Token.OPERATOR && !blank && isPair(text[size - 1], operator)) {
      reserve(1);
    } else {
      begin(Token.OPERATOR, 1);
      endExpectation();
    }
    text[size++] = operator;
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
    begin(last == Token.WORD ? Token.DOT : Token.LONE_DOT, 1);
    endExpectation();
    text[size++] = '.';
  }

  void comma() {
    if (nesting.rows() == Rows.BEHIND) {
      nesting.rows(Rows.BETWEEN);
      became(Token.COMMA);
      return;
    }
    begin(Token.COMMA, 1);
    endExpectation();
    if (nesting.list()) {
      size = nesting.endPart(text, size);
      nesting.beginPart(size + 1);
    }
    text[size++] = ',';
  }

  void semicolon() {
    begin(Token.SEMICOLON, 1);
    endExpectation();
    text[size++] = ';';
    if (!nesting.list()) {
      endUnion(size - 1);
    }
  }

  void open() {
    boolean row = nesting.rows() == Rows.EXPECTED;
    boolean afterListWord = last == Token.WORD && (lastTraits & Keywords.BEFORE_LIST) != 0;
    boolean inList = nesting.list() && (last == Token.OPEN || last == Token.COMMA);
    begin(Token.OPEN, 1);
    if (row) {
      nesting.rows(Rows.FIRST);
    }
    text[size++] = '(';
    nesting.open(row || afterListWord || inList, size);
  }

  void close() {
    begin(Token.CLOSE, 1);
    if (nesting.outermost()) {
      text[size++] = ')';
      return;
    }
    size = nesting.endPart(text, size);
    int begin = nesting.begin();
    boolean literals = nesting.list() && size == begin + 1 && text[begin] == '?';
    nesting.close();
    if (nesting.rows() == Rows.FIRST) {
      nesting.rows(Rows.BEHIND);
    } else if (literals && nesting.list() && isElement(begin - 1)) {
      // A row of literals in a list is as good as a literal.
      text[begin - 1] = '?';
      size = begin;
      became(Token.LITERAL);
      return;
    }
    text[size++] = ')';
  }

  /** Whether a parenthesis begins an element of a list, and is not what a word calls or takes. */
  private boolean isElement(int open) {
    int before = text[open - 1] == ' ' ? open - 2 : open - 1;
    return text[before] == '(' || text[before] == ',';
  }

  /** The statement is over, maybe before its end: what is open is made as even as what is not. */
  void finish() {
    while (true) {
      if (nesting.list() && last == Token.COMMA && text[size - 1] == ',') {
        while (text[size - 1] == ',') {
          size--;
        }
      } else {
        size = nesting.endPart(text, size);
      }
      if (nesting.outermost()) {
        return;
      }
      nesting.close();
    }
  }

  /** What was written is no row. */
  private void endExpectation() {
    if (nesting.rows() == Rows.EXPECTED) {
      nesting.rows(Rows.NONE);
    }
  }

  /** Writes what is due before a token, and makes place for it. */
  private void begin(Token next, int length) {
    reserve(length + 2);
    Rows rows = nesting.rows();
    if (rows == Rows.BETWEEN) {
      text[size++] = ',';
      nesting.rows(Rows.NONE);
    } else if (rows == Rows.BEHIND) {
      nesting.rows(Rows.NONE);
    }
    boolean blank =
        switch (next) {
          case COMMA, CLOSE, DOT, LONE_DOT, SEMICOLON, NONE -> false;
          case OPEN -> last != Token.WORD || (lastTraits & Keywords.NO_CALL) != 0;
          case WORD, LITERAL, OPERATOR -> true;
        };
    if (blank) {
      blank =
          switch (last) {
            case NONE, OPEN, DOT -> false;
            default -> true;
          };
    }
    if (blank) {
      text[size++] = ' ';
    }
    became(next);
  }

  private void became(Token token) {
    last = token;
    lastTraits = 0;
    introducer = false;
  }

  private void reserve(int more) {
    if (size + more > text.length) {
      text = Arrays.copyOf(text, Math.max(size + more, 2 * text.length));
    }
  }
}
