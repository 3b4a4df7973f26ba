package io.tierlens.formats.sql;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.ByteSearch;

/** Tells cheaply whether a statement ends inside a literal, without bringing it into a form. */
public final class LiteralScan {

  private static final byte[] COMMENT = Ascii.bytes("/*");

  private LiteralScan() {}

  /**
   * Whether the text ends inside a string, a name in back-ticks or a block comment. Statements do
   * not: such a text was cut, or is the beginning of a statement that holds what looks like its
   * end. Says the same as {@link Fingerprint#endsInLiteral()}.
   */
  public static boolean endsInLiteral(byte[] sql, int from, int to) {
    return canHide(sql, from, to) && scan(sql, from, to);
  }

  /** Most statements of a log hold strings, many of an application's do not. */
  private static boolean canHide(byte[] sql, int from, int to) {
    return ByteSearch.indexOf((byte) '\'', sql, from, to) >= 0
        || ByteSearch.indexOf((byte) '"', sql, from, to) >= 0
        || ByteSearch.indexOf((byte) '`', sql, from, to) >= 0
        || Ascii.indexOf(sql, from, to, COMMENT) >= 0;
  }

  private static boolean scan(byte[] sql, int from, int to) {
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
        return true;
      }
      i = next;
    }
    return versionComment;
  }
}
