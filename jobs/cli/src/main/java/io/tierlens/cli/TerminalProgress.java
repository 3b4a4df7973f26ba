package io.tierlens.cli;

import io.tierlens.pipeline.Progress;
import io.tierlens.pipeline.ReadBytes;
import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Shows on a terminal what is being done, on one line that is written over. Where standard error is
 * not a terminal, or one that cannot write over a line, it shows nothing at all.
 */
final class TerminalProgress implements Progress, AutoCloseable {

  /** Set by the launcher, because Java cannot tell whether standard error is a terminal. */
  static final String TERMINAL_VARIABLE = "TIERLENS_STDERR_IS_TERMINAL";

  private static final String CLEAR_LINE = "\r\033[K";

  /** A longer line would break on a terminal of 80 columns, and its first half would stay. */
  private static final int WIDTH = 79;

  /** Too long: it seems to hang. Too short: it flickers. */
  private static final int REFRESH_MILLIS = 500;

  private final PrintStream terminal;
  private final boolean shown;
  private final ProgressLine line = new ProgressLine(System::nanoTime, ReadBytes::total);
  private ScheduledExecutorService clock;
  private Thread atEnd;
  private boolean over;

  /** Whether there is a line on the terminal now. */
  private boolean onScreen;

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
    boolean terminal =
        "yes".equals(System.getenv(TERMINAL_VARIABLE)) && !"dumb".equals(System.getenv("TERM"));
    TerminalProgress progress = of(System.err, terminal && !quiet);
    progress.begin();
    return progress;
  }

  /** Progress that is shown when a step begins and when a task ends, but not between. */
  static TerminalProgress of(PrintStream terminal, boolean shown) {
    return new TerminalProgress(terminal, shown);
  }

  private void begin() {
    if (!shown) {
      return;
    }
    // Whoever interrupts the program gets the line back clean.
    atEnd = new Thread(this::end);
    Runtime.getRuntime().addShutdownHook(atEnd);
    clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        clock.scheduleAtFixedRate(
            this::refresh, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void step(String what, int tasks) {
    step(what, tasks, 0);
  }

  @Override
  public synchronized void step(String what, int tasks, long bytes) {
    line.step(what, tasks, bytes);
    show();
  }

  /**
   * A task of the step is done.
   *
   * @param rowsRead how many rows of tables it has read
   */
  synchronized void taskDone(long rowsRead) {
    line.taskDone(rowsRead);
    refresh();
  }

  /** Shows how it gets on, unless the line was taken away for something else. */
  synchronized void refresh() {
    if (onScreen) {
      show();
    }
  }

  private void show() {
    if (shown && !over) {
      terminal.print(CLEAR_LINE + line.text(WIDTH));
      terminal.flush();
      onScreen = true;
    }
  }

  /** Takes the line away until the next step, so that something else can be printed. */
  synchronized void clear() {
    if (onScreen) {
      terminal.print(CLEAR_LINE);
      terminal.flush();
      onScreen = false;
    }
  }

  /** Takes the line away for good, whatever else goes on. */
  synchronized void end() {
    clear();
    over = true;
  }

  @Override
  public void close() {
    end();
    if (clock != null) {
      clock.shutdownNow();
      try {
        Runtime.getRuntime().removeShutdownHook(atEnd);
      } catch (IllegalStateException e) {
        // The program is being ended already.
      }
    }
  }
}
