package io.tierlens.formats.mysql;

import io.tierlens.formats.sql.LiteralScan;

/**
 * What seems to be the next entry, where the statement before it has not ended its literal: either
 * the statement never does, or the literal holds a piece of a log. Reused.
 */
final class Doubt {

  /** What the lines in doubt have turned out to be. */
  enum Verdict {
    /** Nothing in them tells. */
    OPEN,
    /** They are text of the statement. */
    TEXT,
    /** They are further entries. */
    ENTRIES
  }

  private long begin;
  private int pieceBegin;
  private byte mark;
  private boolean text;

  /** How the entry looked before the lines in doubt. */
  long lines;

  long completeLength;
  long blankLines;

  Doubt() {
    end();
  }

  /** Begins where the text of the entry ends. */
  void begin(EntryText entry, int statementBegin) {
    text = false;
    begin = entry.length();
    pieceBegin = entry.size();
    mark = LiteralScan.openMark(entry.bytes(), statementBegin, entry.size());
  }

  void end() {
    begin = Header.ABSENT;
  }

  boolean isOpen() {
    return begin != Header.ABSENT;
  }

  /** Where the lines in doubt begin in the entry's text. */
  long begin() {
    return begin;
  }

  /**
   * Looks at what has come since it was looked at last: up to where yet another entry seems to
   * begin, or to the end of the file. The first mark that can end the literal decides. It is the
   * literal's end if the statement is whole with it, and the lines since the last look are not
   * whole by themselves. In ordinary entries it would begin a literal of their own.
   */
  Verdict look(EntryText entry, int statementBegin) {
    byte[] sql = entry.bytes();
    int to = entry.size();
    if (text) {
      return Verdict.TEXT;
    }
    if (to < entry.length()) {
      return Verdict.ENTRIES;
    }
    int piece = pieceBegin;
    pieceBegin = to;
    int end = LiteralScan.endOfLiteral(sql, mark, piece, to);
    if (end < 0) {
      return Verdict.OPEN;
    }
    text =
        LiteralScan.isLikelyEnd(sql, mark, piece, end, to)
            && !LiteralScan.endsInLiteral(sql, statementBegin, to);
    return text ? Verdict.TEXT : Verdict.ENTRIES;
  }
}
