package io.tierlens.pipeline.attribute;

import io.tierlens.pipeline.Progress;
import io.tierlens.pipeline.lake.Lake;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/**
 * Attributes several runs, as many at once as there are CPUs: while the mathematics of one works,
 * Spark reads the next. Each run is replaced whole or not at all, whatever becomes of the others.
 */
public final class AttributeJobs {
  private AttributeJobs() {}

  /**
   * Does all runs.
   *
   * @param calibration run to learn from, or null; it teaches itself
   * @param done is told of each run in their order, as soon as it and those before it are done
   */
  public static void run(
      SparkSession spark,
      Lake lake,
      List<String> runs,
      String calibration,
      Progress progress,
      Consumer<AttributeJob.Summary> done) {
    int atOnce = Math.max(1, Math.min(runs.size(), Runtime.getRuntime().availableProcessors()));
    ExecutorService workers = Executors.newFixedThreadPool(atOnce);
    try {
      List<Future<AttributeJob.Summary>> summaries = new ArrayList<>();
      for (String run : runs) {
        AttributeJob job =
            AttributeJob.of(spark, lake, run, progress)
                .calibratedBy(run.equals(calibration) ? null : calibration);
        summaries.add(workers.submit(job::run));
      }
      for (Future<AttributeJob.Summary> summary : summaries) {
        done.accept(outcome(summary));
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static AttributeJob.Summary outcome(Future<AttributeJob.Summary> summary) {
    try {
      return summary.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while attributing", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
