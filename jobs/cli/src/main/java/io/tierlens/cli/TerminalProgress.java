package io.tierlens.cli;

import io.tierlens.pipeline.Progress;
import java.io.PrintStream;
import java.util.Locale;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Shows on a terminal what is being done, on one line that is written over. Where standard error is
 * not a terminal it shows nothing at all.
 */
final class TerminalProgress implements Progress, AutoCloseable {

  /** Set by the launcher, because Java cannot tell whether standard error is a terminal. */
  static final String TERMINAL_VARIABLE = "TIERLENS_STDERR_IS_TERMINAL";

  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintStream terminal;
  private final boolean shown;
  private final long begun = System.nanoTime();
  private String what = "";
  private int tasks;
  private int tasksDone;

  private TerminalProgress(PrintStream terminal, boolean shown) {
    this.terminal = terminal;
    this.shown = shown;
  }

  /**
   * Progress on standard error.
   *
   * @param quiet nothing is shown even on a terminal
   */
  static TerminalProgress standard(boolean quiet) {
    boolean terminal = "yes".equals(System.getenv(TERMINAL_VARIABLE));
    return of(System.err, terminal && !quiet);
  }

  static TerminalProgress of(PrintStream terminal, boolean shown) {
    TerminalProgress progress = new TerminalProgress(terminal, shown);
    progress.step("starting Spark", 0);
    return progress;
  }

  @Override
  public synchronized void step(String newWhat, int newTasks) {
    what = newWhat;
    tasks = newTasks;
    tasksDone = 0;
    show();
  }

  /** Counts Spark's tasks. */
  SparkListener listener() {
    return new SparkListener() {
      @Override
      public void onTaskEnd(SparkListenerTaskEnd end) {
        taskDone();
      }
    };
  }

  private synchronized void taskDone() {
    tasksDone++;
    show();
  }

  private void show() {
    if (!shown) {
      return;
    }
    StringBuilder line = new StringBuilder(CLEAR_LINE).append(what);
    if (tasks > 1) {
      line.append(", ").append(Math.min(tasksDone, tasks)).append(" of ").append(tasks);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    line.append(String.format(Locale.ROOT, " (%.0f s)", seconds));
    terminal.print(line);
    terminal.flush();
  }

  /** Takes the line away, so that something else can be printed. */
  synchronized void clear() {
    if (shown) {
      terminal.print(CLEAR_LINE);
      terminal.flush();
    }
  }

  @Override
  public void close() {
    clear();
  }
}
