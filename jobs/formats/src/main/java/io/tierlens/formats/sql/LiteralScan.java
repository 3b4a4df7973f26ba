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
   * Whether a text that follows such a beginning looks like the rest of the statement rather than
   * like another one: it ends the literal, the literal's end is not the beginning of one of its
   * own, and no more of them is left open.
   *
   * @param from where the statement begins
   * @param behind where its beginning ends, and the text in question begins
   */
  public static boolean isEndOfLiteral(byte[] sql, int from, int behind, int to) {
    byte mark = openMark(sql, from, behind);
    if (mark == NO_MARK || endsInLiteral(sql, from, to)) {
      return false;
    }
    if (mark == '/') {
      int end = Ascii.indexOf(sql, behind, to, END_OF_COMMENT);
      int begin = Ascii.indexOf(sql, behind, to, COMMENT);
      return begin < 0 || end < begin;
    }
    // Nobody writes a name right behind a string; a string may well begin with one.
    int end =
        mark == '`'
            ? Spans.endOfQuotedName(sql, behind, to)
            : Spans.endOfString(sql, behind, to, mark);
    return endsInLiteral(sql, behind, to) && Bytes.classAt(sql, end, to) > Bytes.DIGIT;
  }

  /** The byte that began the literal in which the text ends: a quote, a back-tick or a slash. */
  private static byte openMark(byte[] sql, int from, int to) {
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
