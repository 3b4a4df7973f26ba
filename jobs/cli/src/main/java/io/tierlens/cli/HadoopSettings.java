package io.tierlens.cli;

import org.apache.hadoop.conf.Configuration;

/** Access to file systems before Spark is begun, so that wrong paths are told at once. */
final class HadoopSettings {

  private static final String PREFIX = "spark.hadoop.";

  private HadoopSettings() {}

  /** Hadoop's settings with those that spark-submit was given as spark.hadoop.*. */
  static Configuration configuration() {
    Configuration configuration = new Configuration();
    System.getProperties()
        .forEach(
            (key, value) -> {
              if (key.toString().startsWith(PREFIX)) {
                configuration.set(key.toString().substring(PREFIX.length()), value.toString());
              }
            });
    return configuration;
  }
}
