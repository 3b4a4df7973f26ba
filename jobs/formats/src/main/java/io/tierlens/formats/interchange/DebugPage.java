package io.tierlens.formats.interchange;

import io.tierlens.formats.record.LogRecord;
import java.util.Arrays;

/** A page that the debug log has seen begin: what its first mark told, copied. */
final class DebugPage {
  private final long line;
  private final long time;
  private final long slackUs;
  private final long cpuMicroseconds;
  private final long pid;
  private final DebugPrefix prefix;
  private final byte[] text;
  private final int[] starts;
  private final int[] ends;

  /**
   * Keeps the line that a prefix has just read.
   *
   * @param line the number of the line, from 1
   * @param pid the process, or {@code Numbers.NOT_A_NUMBER}
   */
  DebugPage(
      long line,
      long time,
      long slackUs,
      long pid,
      DebugMark mark,
      DebugPrefix prefix,
      byte[] text,
      int start,
      int end) {
    this.line = line;
    this.time = time;
    this.slackUs = slackUs;
    this.pid = pid;
    this.cpuMicroseconds = mark.cpuMicroseconds();
    this.prefix = prefix;
    this.text = Arrays.copyOfRange(text, start, end);
    this.starts = moved(prefix.starts(), start);
    this.ends = moved(prefix.ends(), start);
  }

  private static int[] moved(int[] places, int by) {
    int[] moved = places.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] -= by;
    }
    return moved;
  }

  /** The number of its line, from 1. */
  long line() {
    return line;
  }

  /** Microseconds since the epoch. */
  long time() {
    return time;
  }

  /** How much later than its time it may have begun. */
  long slackUs() {
    return slackUs;
  }

  /** CPU time of the connection until the page began. */
  long cpuMicroseconds() {
    return cpuMicroseconds;
  }

  long pid() {
    return pid;
  }

  /** Fills the record from the page's first line; a field that it has already stays. */
  void fill(LogRecord record) {
    prefix.fill(record, text, starts, ends);
  }
}
