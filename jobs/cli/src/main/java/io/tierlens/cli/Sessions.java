package io.tierlens.cli;

import io.tierlens.pipeline.SparkSettings;
import org.apache.spark.sql.SparkSession;

/** Spark, begun only by the commands that need it. */
final class Sessions {

  private Sessions() {}

  /** A session on the master that spark-submit was told of, else on all cores of this machine. */
  static SparkSession open(TerminalProgress progress) {
    progress.step("starting Spark", 0);
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("tierlens")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.ui.showConsoleProgress", "false");
    if (System.getProperty("spark.master") == null) {
      builder.master("local[*]");
    }
    if (System.getProperty("spark.ui.enabled") == null) {
      // The page would be gone before anybody opened it.
      builder.config("spark.ui.enabled", "false");
    }
    SparkSession spark = SparkSettings.apply(builder.getOrCreate());
    spark.sparkContext().addSparkListener(new TaskProgress(progress));
    return spark;
  }
}
