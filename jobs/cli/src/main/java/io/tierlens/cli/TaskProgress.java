package io.tierlens.cli;

import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Tells a progress of Spark's tasks. Apart from it, since not every command has Spark. */
final class TaskProgress extends SparkListener {
  private final TerminalProgress progress;

  TaskProgress(TerminalProgress progress) {
    this.progress = progress;
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    // Nothing is known of a task that was lost.
    progress.taskDone(
        end.taskMetrics() == null ? 0 : end.taskMetrics().inputMetrics().recordsRead());
  }
}
