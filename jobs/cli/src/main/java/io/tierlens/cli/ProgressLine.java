package io.tierlens.cli;

import io.tierlens.cli.report.words.Figures;
import io.tierlens.cli.report.words.Printable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * The words for how a job gets on: {@code reading virtual: first pass, 45.1 of 120 MB, 52 MB/s,
 * about 2 s left (7 s)}. Says only what is known: no rate before it has been seen for a while, and
 * no time left unless the rate is steady.
 */
final class ProgressLine {

  private static final double NANOS = 1e9;

  /** Seconds that the rate is of. Too few: it jumps. Too many: it is that of long ago. */
  private static final double RATE_SECONDS = 5;

  /** Seconds before a rate is told at all. */
  private static final double SEEN_SECONDS = 1;

  /** Seconds before the time left is told. */
  private static final double STEADY_SECONDS = 3;

  /** A rate that differs more than so many times from that of the whole step is not steady. */
  private static final double STEADY_RATIO = 1.5;

  private static final long READ_TWICE_PERCENT = 105;

  private record Reading(double seconds, long bytes) {}

  private final LongSupplier nanos;
  private final LongSupplier bytesRead;
  private final long begun;
  private final Deque<Reading> readings = new ArrayDeque<>();
  private String what = "";
  private int tasks;
  private int tasksDone;
  private long bytes;
  private long bytesBefore;
  private long rows;
  private double stepBegun;

  /**
   * A line about nothing yet.
   *
   * @param nanos a clock
   * @param bytesRead how many bytes of log files have been read since any moment
   */
  ProgressLine(LongSupplier nanos, LongSupplier bytesRead) {
    this.nanos = nanos;
    this.bytesRead = bytesRead;
    this.begun = nanos.getAsLong();
  }

  /** A step begins; tasks and bytes are 0 where they are not known. */
  void step(String newWhat, int newTasks, long newBytes) {
    what = Printable.text(newWhat);
    tasks = newTasks;
    tasksDone = 0;
    bytes = newBytes;
    bytesBefore = bytesRead.getAsLong();
    rows = 0;
    stepBegun = seconds();
    readings.clear();
    readings.add(new Reading(stepBegun, 0));
  }

  void taskDone(long rowsRead) {
    tasksDone++;
    rows += rowsRead;
  }

  /** The line as it is now, of at most so many characters. */
  String text(int width) {
    double now = seconds();
    long done = bytesRead.getAsLong() - bytesBefore;
    readings.add(new Reading(now, done));
    while (readings.size() > 2 && now - readings.peekFirst().seconds() > RATE_SECONDS) {
      readings.removeFirst();
    }
    String tail = " (" + (long) now + " s)";
    String line = what + far(done, now - stepBegun);
    return Printable.fit(line, Math.max(2, width - tail.length())) + tail;
  }

  private String far(long done, double elapsed) {
    if (bytes > 0 && done > 0) {
      return ofBytes(done, elapsed);
    }
    if (tasks > 1) {
      return ", " + Math.min(tasksDone, tasks) + " of " + tasks;
    }
    return rows > 0 && elapsed >= SEEN_SECONDS ? ", " + Figures.count(rows) + " rows read" : "";
  }

  private String ofBytes(long done, double elapsed) {
    // Some steps read a file again to number its lines: then the total tells nothing.
    boolean known = done <= bytes / 100.0 * READ_TWICE_PERCENT;
    StringBuilder words = new StringBuilder(", ");
    words.append(
        known ? megabytes(Math.min(done, bytes)) + " of " + megabytes(bytes) : megabytes(done));
    words.append(" MB");
    double rate = rate();
    if (elapsed < SEEN_SECONDS || rate <= 0 || (known && done >= bytes)) {
      return words.toString();
    }
    words.append(", ").append(megabytes((long) rate)).append(" MB/s");
    double whole = done / elapsed;
    boolean steady = rate <= whole * STEADY_RATIO && rate >= whole / STEADY_RATIO;
    if (known && steady && elapsed >= STEADY_SECONDS) {
      words.append(String.format(Locale.ROOT, ", about %s left", left((bytes - done) / rate)));
    }
    return words.toString();
  }

  private double rate() {
    Reading first = readings.peekFirst();
    Reading last = readings.peekLast();
    double seconds = last.seconds() - first.seconds();
    return seconds <= 0 ? 0 : (last.bytes() - first.bytes()) / seconds;
  }

  private static String left(double seconds) {
    long whole = (long) Math.ceil(seconds);
    return whole < 100 ? whole + " s" : (whole + 59) / 60 + " min";
  }

  private static String megabytes(long bytes) {
    double mega = bytes / 1e6;
    return String.format(Locale.ROOT, mega < 99.95 ? "%.1f" : "%.0f", mega);
  }

  private double seconds() {
    return (nanos.getAsLong() - begun) / NANOS;
  }
}
