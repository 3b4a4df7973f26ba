package io.tierlens.pipeline;

import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;

/** What the jobs need of a session, whoever made it. */
public final class SparkSettings {

  private SparkSettings() {}

  /** Sets a session up: instants are UTC and stored as INT64 microseconds. */
  public static SparkSession apply(SparkSession spark) {
    RuntimeConfig conf = spark.conf();
    conf.set("spark.sql.session.timeZone", "UTC");
    conf.set("spark.sql.datetime.java8API.enabled", "true");
    conf.set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    conf.set("spark.sql.parquet.compression.codec", "zstd");
    // A run's tables are small beside a cluster's: two hundred shuffle tasks would only cost time.
    conf.set("spark.sql.shuffle.partitions", "8");
    spark
        .sparkContext()
        .hadoopConfiguration()
        .set("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");
    return spark;
  }
}
