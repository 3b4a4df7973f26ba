package io.tierlens.pipeline;

import org.apache.spark.sql.SparkSession;

/** One session for all tests of a virtual machine: starting Spark costs more than any test. */
public final class SparkSessions {

  private static final SparkSession SHARED =
      SparkSettings.apply(
          SparkSession.builder()
              .master("local[2]")
              .appName("tests")
              .config("spark.ui.enabled", "false")
              .getOrCreate());

  private SparkSessions() {}

  public static SparkSession shared() {
    return SHARED;
  }
}
