package io.tierlens.formats.sql;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.ByteSearch;

/** Tells cheaply whether a statement ends inside a literal, without bringing it into a form. */
public final class LiteralScan {

  private static final byte NO_MARK = 0;
  private static final byte[] COMMENT = Ascii.bytes("/*");
  private static final byte[] END_OF_COMMENT = Ascii.bytes("*/");

  private LiteralScan() {}

  /**
   * Whether the text ends inside a string, a name in back-ticks or a block comment. Statements do
   * not: such a text was cut, or is the beginning of a statement that holds what looks like its
   * end. Says the same as {@link Fingerprint#endsInLiteral()}.
   */
  public static boolean endsInLiteral(byte[] sql, int from, int to) {
    return openMark(sql, from, to) != NO_MARK;
  }

  /**
   * Where a literal ends that began before a text: behind its mark, or -1.
   *
   * @param mark as {@link #openMark} gives it
   */
  public static int endOfLiteral(byte[] sql, byte mark, int from, int to) {
    return switch (mark) {
      case '/' -> {
        int end = Ascii.indexOf(sql, from, to, END_OF_COMMENT);
        yield end < 0 ? end : end + END_OF_COMMENT.length;
      }
      case '`' -> Spans.endOfQuotedName(sql, from, to);
      default -> Spans.endOfString(sql, from, to, mark);
    };
  }

  /**
   * Whether what {@link #endOfLiteral} found is the literal's end, rather than a mark of a text
   * that stands for itself: that one would begin its own literals before it ends them, a name never
   * follows right behind a string, and without the beginning the text ends inside a literal.
   *
   * @param end as found
   */
  public static boolean isLikelyEnd(byte[] sql, byte mark, int from, int end, int to) {
    if (mark == '/') {
      int begin = Ascii.indexOf(sql, from, end, COMMENT);
      return begin < 0;
    }
    return endsInLiteral(sql, from, to) && Bytes.classAt(sql, end, to) > Bytes.DIGIT;
  }

  /**
   * The byte that began the literal in which the text ends: a quote, a back-tick, or a slash for a
   * comment; 0 if it ends in none.
   */
  public static byte openMark(byte[] sql, int from, int to) {
    return canHide(sql, from, to) ? scan(sql, from, to) : NO_MARK;
  }

  /** Most statements of a log hold strings, many of an application's do not. */
  private static boolean canHide(byte[] sql, int from, int to) {
    return ByteSearch.indexOf((byte) '\'', sql, from, to) >= 0
        || ByteSearch.indexOf((byte) '"', sql, from, to) >= 0
        || ByteSearch.indexOf((byte) '`', sql, from, to) >= 0
        || Ascii.indexOf(sql, from, to, COMMENT) >= 0;
  }

  private static byte scan(byte[] sql, int from, int to) {
    boolean versionComment = false;
    int i = from;
    while (i < to) {
      byte byteClass = Bytes.classOf(sql[i]);
      if (byteClass < Bytes.QUOTE) {
        i++;
        continue;
      }
      int next = i + 1;
      if (byteClass == Bytes.QUOTE) {
        next = Spans.endOfString(sql, i + 1, to, sql[i]);
      } else if (byteClass == Bytes.BACK_TICK) {
        next = Spans.endOfQuotedName(sql, i + 1, to);
      } else if (Spans.lineCommentMark(sql, i, to) > 0) {
        next = Spans.endOfLine(sql, i, to);
      } else if (versionComment && Spans.isEndOfComment(sql, i, to)) {
        versionComment = false;
        next = i + 2;
      } else if (Spans.isBlockComment(sql, i, to)) {
        int behindMark = Spans.endOfVersionMark(sql, i, to);
        if (behindMark >= 0) {
          versionComment = true;
          next = behindMark;
        } else {
          int star = Spans.endOfComment(sql, i + 2, to);
          next = star < 0 ? star : star + 2;
        }
      }
      if (next < 0) {
        return sql[i];
      }
      i = next;
    }
    return versionComment ? (byte) '/' : NO_MARK;
  }
}
