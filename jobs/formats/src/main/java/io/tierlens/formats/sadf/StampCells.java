package io.tierlens.formats.sadf;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Numbers;
import io.tierlens.formats.time.SadfTime;

/** What the rows of {@code -d} and the lines of {@code -p} begin with: host, interval and time. */
final class StampCells {
  private static final int HOST = 0;
  private static final int INTERVAL = 1;
  private static final int STAMP = 2;

  /** The cell behind those. */
  static final int FIRST = 3;

  private static final byte[] NO_INTERVAL = Ascii.bytes("-1");
  private static final byte[] RESTART = Ascii.bytes("LINUX-RESTART");
  private static final byte[] COMMENT = Ascii.bytes("COM");

  private final SampleRows rows;
  private final SadfTime time = new SadfTime();
  private long interval;
  private boolean newHost;

  StampCells(SampleRows rows) {
    this.rows = rows;
  }

  /** Reads the first cells of a line; null if they could be read, else what is wrong. */
  String read(Cells cells) {
    if (cells.count() <= FIRST) {
      return "not a row that sadf exports: it has not even host, interval, time and a figure";
    }
    if (!time.read(cells.text(), cells.start(STAMP), cells.end(STAMP))) {
      return "the third cell holds no time as sadf prints it";
    }
    newHost = rows.host(cells.text(), cells.start(HOST), cells.end(HOST));
    interval = SampleRows.interval(cells.text(), cells.start(INTERVAL), cells.end(INTERVAL));
    if (interval == Numbers.NOT_A_NUMBER && !isNote(cells)) {
      return "the second cell holds no interval";
    }
    return null;
  }

  /** Whether the line is no sample's, but a restart's or a comment. */
  boolean isNote(Cells cells) {
    return Ascii.equal(cells.text(), cells.start(INTERVAL), cells.end(INTERVAL), NO_INTERVAL);
  }

  boolean isRestart(Cells cells) {
    return Ascii.startsWith(cells.text(), cells.start(FIRST), cells.end(FIRST), RESTART);
  }

  boolean isComment(Cells cells) {
    return Ascii.startsWith(cells.text(), cells.start(FIRST), cells.end(FIRST), COMMENT);
  }

  /** Notes the CPUs that a restart tells, {@code (9 CPU)}, and that times are later from there. */
  void restart(byte[] text, int start, int end) {
    rows.restart(time);
    int open = Ascii.until(text, start, end, '(');
    int behind = Ascii.until(text, open, end, ' ');
    long count = open < end ? Numbers.whole(text, open + 1, behind) : Numbers.NOT_A_NUMBER;
    if (count > 0 && count < Integer.MAX_VALUE) {
      rows.cpus(count);
      rows.facts().recording().restart(Long.toString(count));
    }
  }

  SadfTime time() {
    return time;
  }

  long interval() {
    return interval;
  }

  /** Whether the line is of another host than the one before. */
  boolean isNewHost() {
    return newHost;
  }
}
