package io.tierlens.formats.sql;

import io.tierlens.formats.sql.FingerprintText.Token;

/**
 * Brings a statement into its normal form: statements that differ in literals, white space,
 * comments, the case of words, or the length of lists alone have one form. Names keep their digits,
 * names in back-ticks also their case. A literal or comment that does not end is taken to reach to
 * the statement's end, so that no part of a literal is ever shown. A form's form is itself. Any
 * bytes have a form. Reused.
 */
public final class Fingerprint {

  private final FingerprintText text = new FingerprintText();
  private final CommentTags tags = new CommentTags();
  private byte[] sql;
  private int position;
  private int end;
  private boolean blank;
  private boolean versionComment;
  private boolean open;

  /** Reads a statement; the results hold until the next. */
  public void read(byte[] statement, int from, int to) {
    sql = statement;
    position = from;
    end = to;
    blank = false;
    versionComment = false;
    open = false;
    text.clear();
    tags.clear();
    while (position < end) {
      token(Bytes.classOf(sql[position]));
    }
    text.finish();
    open |= versionComment;
  }

  /** Holds the normal form in its first {@link #size()} bytes. */
  public byte[] bytes() {
    return text.bytes();
  }

  public int size() {
    return text.size();
  }

  /**
   * Whether the statement ended inside a literal, a name in back-ticks or a comment; {@link
   * LiteralScan} tells the same for less.
   */
  public boolean endsInLiteral() {
    return open;
  }

  /** What the statement's comments tell; values may be ranges of the statement. */
  public CommentTags tags() {
    return tags;
  }

  private void token(byte byteClass) {
    switch (byteClass) {
      case Bytes.BLANK -> {
        position++;
        blank = true;
        return;
      }
      case Bytes.NAME -> word(Bytes.endOfName(sql, position + 1, end));
      case Bytes.DIGIT -> numberOrName();
      case Bytes.COMMA -> {
        text.comma();
        position++;
      }
      case Bytes.DOT -> dot();
      case Bytes.OPEN -> open();
      case Bytes.CLOSE -> {
        text.close();
        position++;
      }
      case Bytes.QUOTE -> string();
      case Bytes.BACK_TICK -> quotedName();
      case Bytes.PLACEHOLDER -> {
        text.literal();
        position++;
      }
      case Bytes.SEMICOLON -> {
        text.semicolon();
        position++;
      }
      case Bytes.SIGN, Bytes.MARK -> {
        if (comment()) {
          blank = true;
          return;
        }
        signOrOperator();
      }
      default -> {
        text.operator(sql[position], blank);
        position++;
      }
    }
    blank = false;
  }

  /** Passes over a comment, or over the marks of one that the server runs. */
  private boolean comment() {
    int mark = Spans.lineCommentMark(sql, position, end);
    if (mark > 0) {
      int begin = position + mark;
      position = Spans.endOfLine(sql, begin, end);
      tags.read(sql, begin, position);
      return true;
    }
    if (versionComment && Spans.isEndOfComment(sql, position, end)) {
      versionComment = false;
      position += 2;
      return true;
    }
    if (!Spans.isBlockComment(sql, position, end)) {
      return false;
    }
    int behindMark = Spans.endOfVersionMark(sql, position, end);
    if (behindMark >= 0) {
      versionComment = true;
      position = behindMark;
      return true;
    }
    int begin = position + 2;
    int star = Spans.endOfComment(sql, begin, end);
    open |= star < 0;
    position = star < 0 ? end : star + 2;
    if (star >= 0 && sql[begin] != '+') {
      tags.read(sql, begin, star);
    }
    return true;
  }

  /** A name, or a string with a mark before it: {@code x'0f'}, {@code b'1'}, {@code n'a'}. */
  private void word(int wordEnd) {
    int begin = position;
    position = wordEnd;
    if (wordEnd == begin + 1 && Bytes.isAt(sql, wordEnd, end, '\'')) {
      switch (sql[begin]) {
        case 'x', 'X', 'b', 'B', 'n', 'N' -> {
          string();
          return;
        }
        default -> {}
      }
    }
    if (text.isBetweenRows() && isRow(begin, wordEnd)) {
      return;
    }
    text.word(sql, begin, wordEnd);
  }

  /** The word that may stand before each row of VALUES. */
  private boolean isRow(int from, int to) {
    return to == from + 3
        && (sql[from] | ' ') == 'r'
        && (sql[from + 1] | ' ') == 'o'
        && (sql[from + 2] | ' ') == 'w';
  }

  private void string() {
    text.literal();
    byte quote = sql[position];
    goTo(Spans.endOfString(sql, position + 1, end, quote));
  }

  private void quotedName() {
    int begin = position;
    goTo(Spans.endOfQuotedName(sql, position + 1, end));
    if (open) {
      // What has no end may as well be a literal.
      text.literal();
    } else {
      text.quotedName(sql, begin, position);
    }
  }

  private void goTo(int endOfSpan) {
    open |= endOfSpan < 0;
    position = endOfSpan < 0 ? end : endOfSpan;
  }

  private void dot() {
    boolean column = text.last() == Token.WORD && !blank;
    if (!column && NumberLiteral.canBegin(sql, position, end)) {
      text.literal();
      position = NumberLiteral.end(sql, position, end);
    } else {
      text.dot();
      position++;
    }
  }

  private void signOrOperator() {
    byte b = sql[position];
    boolean sign = (b == '-' || b == '+') && NumberLiteral.canBegin(sql, position + 1, end);
    int numberEnd = sign && text.isPlaceOfSign() ? NumberLiteral.end(sql, position + 1, end) : -1;
    if (numberEnd > 0) {
      text.literal();
      position = numberEnd;
    } else {
      text.operator(b, blank);
      position++;
    }
  }

  /**
   * Digits begin a number, or a name such as {@code 2fast}; behind a name's dot they are a name.
   */
  private void numberOrName() {
    int numberEnd = text.last() == Token.DOT ? -1 : NumberLiteral.end(sql, position, end);
    if (numberEnd > 0) {
      text.literal();
      position = numberEnd;
    } else {
      int begin = position;
      position = Bytes.endOfName(sql, position, end);
      text.word(sql, begin, position);
    }
  }

  private void open() {
    if (text.isBetweenRows()) {
      passRow();
    } else {
      text.open();
      position++;
    }
  }

  /** Passes over a row whose form nobody will see, to behind its last parenthesis. */
  private void passRow() {
    int depth = 0;
    while (position < end) {
      byte byteClass = Bytes.classOf(sql[position]);
      if (byteClass < Bytes.OPEN) {
        position++;
        continue;
      }
      switch (byteClass) {
        case Bytes.OPEN -> {
          position++;
          depth++;
        }
        case Bytes.CLOSE -> {
          position++;
          depth--;
          if (depth == 0) {
            text.rowPassed();
            return;
          }
        }
        case Bytes.QUOTE -> {
          byte quote = sql[position];
          goTo(Spans.endOfString(sql, position + 1, end, quote));
        }
        case Bytes.BACK_TICK -> goTo(Spans.endOfQuotedName(sql, position + 1, end));
        default -> {
          if (!comment()) {
            position++;
          }
        }
      }
    }
  }
}
