package io.tierlens.formats.mysql;

import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.sql.LiteralScan;

/** The lines of one entry as they come in, told apart into header and statement. Reused. */
final class Entry {

  /** What an entry can be waiting for. */
  enum Part {
    NONE,
    HEADER,
    STATEMENT,
    /** Lines that no header came before. */
    FRAGMENT
  }

  private static final byte[] LINE_FEED = {'\n'};
  private static final byte[] CARRIAGE_RETURN = {'\r'};

  final Header header = new Header();
  final Header.Range useName = new Header.Range();
  private final EntryText text;
  private final Doubt doubt = new Doubt();

  private Part part = Part.NONE;
  private boolean carriageReturns;
  private long line;
  private long offset;
  private long lines;

  private boolean useLine;
  private boolean setLine;
  private long useBegin;
  private long statementBegin;

  private boolean complete;
  private long completeLength;
  private long blankLines;

  /** Up to which length of the text it is known whether a literal is open. */
  private long literalLookedAt;

  private boolean literalOpen;

  Entry(int cap) {
    text = new EntryText(cap);
  }

  void begin(LineReader at, Part part) {
    this.part = part;
    header.clear();
    useName.set(0, 0);
    text.clear();
    carriageReturns = endsInCarriageReturn(at);
    line = at.number();
    offset = at.offset();
    lines = 0;
    useLine = false;
    setLine = false;
    statementBegin = Header.ABSENT;
    complete = false;
    blankLines = 0;
    doubt.end();
    literalLookedAt = 0;
  }

  void end() {
    part = Part.NONE;
  }

  Part part() {
    return part;
  }

  /** Takes the line that the reader stands on. */
  void add(LineReader at) {
    byte[] source = at.buffer();
    if (lines > 0) {
      text.append(LINE_FEED, 0, 1, 1);
    }
    lines++;
    long begin = text.length();
    text.append(source, at.start(), at.end(), at.length());
    if (part == Part.HEADER) {
      read(begin);
    }
    if (complete && LineKind.isBlank(source, at.start(), at.end()) && !at.overlong()) {
      blankLines++;
    } else {
      blankLines = 0;
      // Of an overlong line the end is not known: better to see one entry too many than to lose it.
      complete = at.overlong() || (at.end() > at.start() && source[at.end() - 1] == ';');
      completeLength = text.length();
    }
    if (part == Part.STATEMENT && !carriageReturns && endsInCarriageReturn(at)) {
      // Not the file's own line end, so it is the statement's.
      text.append(CARRIAGE_RETURN, 0, 1, 1);
    }
  }

  private static boolean endsInCarriageReturn(LineReader at) {
    return at.terminated() && !at.overlong() && at.buffer()[at.end()] == '\r';
  }

  private void read(long begin) {
    byte[] bytes = text.bytes();
    int from = (int) Math.min(begin, text.size());
    int to = text.size();
    if (!setLine && SetTimestampLine.read(bytes, from, to, header)) {
      setLine = true;
    } else if (!setLine && !useLine && LineKind.isUse(bytes, from, to)) {
      useLine = true;
      useBegin = begin;
      LineKind.useName(bytes, from, to, useName);
    } else if (!setLine && !useLine && LineKind.isHeader(bytes, from, to)) {
      HeaderLine.read(bytes, from, to, header);
    } else {
      part = Part.STATEMENT;
      statementBegin = begin;
    }
  }

  /** Whether the last line that is not blank ended as statements do. */
  boolean complete() {
    return complete;
  }

  /** Ends the entry: takes off what follows the statement's last semicolon. */
  void finish() {
    if (complete) {
      text.truncate(completeLength);
      lines -= blankLines;
    }
    if (part == Part.HEADER && useLine && !setLine) {
      // Nothing follows it: it was no hint of the server but the statement.
      part = Part.STATEMENT;
      statementBegin = useBegin;
      useLine = false;
    }
  }

  /** Goes back to where the entry ended before its last lines, which were not its own. */
  void giveBack(long earlierLength, long linesGivenBack) {
    text.truncate(earlierLength);
    lines -= linesGivenBack;
  }

  /** From here on it is in doubt whether the lines belong to the entry. */
  void doubt() {
    doubt.begin(text, statementBegin());
    doubt.lines = lines;
    doubt.completeLength = completeLength;
    doubt.blankLines = blankLines;
  }

  boolean inDoubt() {
    return doubt.isOpen();
  }

  /** How much text is in doubt. */
  long doubtfulLength() {
    return text.length() - doubt.begin();
  }

  /** What the lines in doubt are, as far as what has come tells. */
  Doubt.Verdict verdict() {
    return doubt.look(text, statementBegin());
  }

  /** The lines in doubt belong to the entry. */
  void believe() {
    doubt.end();
  }

  /** The lines in doubt do not belong to the entry. */
  void disbelieve() {
    text.truncate(doubt.begin());
    lines = doubt.lines;
    complete = true;
    completeLength = doubt.completeLength;
    blankLines = doubt.blankLines;
    doubt.end();
  }

  /** Whether the statement ends inside a literal; of one that the cap has cut nobody knows. */
  boolean endsInLiteral() {
    if (part != Part.STATEMENT || text.size() < text.length()) {
      return false;
    }
    if (literalLookedAt != text.length()) {
      literalLookedAt = text.length();
      literalOpen = LiteralScan.endsInLiteral(text.bytes(), statementBegin(), text.size());
    }
    return literalOpen;
  }

  boolean hasStatement() {
    return part == Part.STATEMENT;
  }

  /** Whether the entry names a database by a line {@code use db;} of the server. */
  boolean hasUse() {
    return useLine;
  }

  byte[] bytes() {
    return text.bytes();
  }

  int size() {
    return text.size();
  }

  long length() {
    return text.length();
  }

  int statementBegin() {
    return (int) Math.min(statementBegin, text.size());
  }

  /** Behind the statement, its last semicolon left out. */
  int statementEnd() {
    boolean cut = text.size() < text.length();
    return complete && !cut && text.size() > statementBegin() ? text.size() - 1 : text.size();
  }

  /** Length of the statement in bytes, also of what the cap cut off. */
  long statementLength() {
    return text.length() - statementBegin - (complete ? 1 : 0);
  }

  /** The number of the first line, from 1. */
  long line() {
    return line;
  }

  /** Where the first line begins, in bytes. */
  long offset() {
    return offset;
  }

  long lines() {
    return lines;
  }

  /** Blank lines between this entry and the next. */
  long blankLines() {
    return blankLines;
  }
}
