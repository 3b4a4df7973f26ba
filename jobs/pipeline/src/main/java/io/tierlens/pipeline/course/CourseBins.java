package io.tierlens.pipeline.course;

import static org.apache.spark.sql.functions.bin;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Sums up a run's tables by bins of time; all of it happens in Spark, and what comes out is no
 * longer than the bins are many.
 *
 * @param startUs where the first bin begins, microseconds since the epoch
 * @param binUs width of a bin
 * @param bins how many
 */
public record CourseBins(long startUs, long binUs, int bins) {

  /** Decimals of a mean: more than any tool prints, and none that say nothing. */
  private static final int DIGITS = 4;

  /**
   * Requests by the bin that they started in and by their duration.
   *
   * @param requests rows of table request
   * @return bin, step (whole number of half doublings from 1 microsecond on) and requests
   */
  public Dataset<Row> requests(Dataset<Row> requests) {
    return requests
        .withColumn("bin", binOf(unix_micros(col("start_time"))))
        .where(col("bin").between(0, bins - 1))
        .withColumn("step", step(col("duration_us")))
        .groupBy("bin", "step")
        .agg(count(lit(1)).as("requests"))
        .select(
            col("bin").cast("int").as("bin"), col("step").cast("int").as("step"), col("requests"))
        .orderBy("bin", "step");
  }

  /**
   * Means of the CPU modes of each machine, weighted by the time that samples and bins share.
   *
   * @param samples rows of table cpu_sample; those of single CPUs and those that are not to be
   *     believed are left out
   * @return host, bin, user (and nice), system, iowait and steal
   */
  public Dataset<Row> cpu(Dataset<Row> samples) {
    Dataset<Row> all =
        samples
            .where(col("cpu").equalTo(-1).and(col("suspect").isNull()))
            .withColumn("user", col("user").plus(col("nice")));
    return byBin(all, "host", "user", "system", "iowait", "steal");
  }

  /**
   * Mean number of CPUs that each domain was charged, weighted likewise.
   *
   * @param samples rows of table domain_sample
   * @return hypervisor, domain, bin and cores
   */
  public Dataset<Row> domains(Dataset<Row> samples) {
    // Domains whose names were cut to the same letters are one; their rows of one time add up.
    Dataset<Row> all =
        samples
            .where(col("interval_start").isNotNull().and(col("cpu_percent").isNotNull()))
            .groupBy(
                col("host").as("hypervisor"),
                col("domain"),
                col("file"),
                col("interval_start"),
                col("interval_end"))
            .agg(sum(col("cpu_percent").divide(100)).as("cores"));
    return byBin(all.withColumn("owner", expr("struct(hypervisor, domain)")), "owner", "cores")
        .select("owner.hypervisor", "owner.domain", "bin", "cores");
  }

  private Dataset<Row> byBin(Dataset<Row> samples, String owner, String... values) {
    Column from = unix_micros(col("interval_start"));
    Column to = unix_micros(col("interval_end"));
    Column first = greatest(binOf(from), lit(0L));
    Column last = least(binOf(to.minus(1)), lit(bins - 1L));
    Dataset<Row> shared =
        samples
            .withColumn("from", from)
            .withColumn("to", to)
            .where(col("from").lt(col("to")).and(first.leq(last)))
            .withColumn("bin", explode(sequence(first, last)))
            .withColumn("begin", col("bin").multiply(binUs).plus(startUs))
            .withColumn(
                "shared",
                least(col("to"), col("begin").plus(binUs))
                    .minus(greatest(col("from"), col("begin"))));
    Column[] means = Arrays.stream(values).map(CourseBins::mean).toArray(Column[]::new);
    return shared
        .groupBy(owner, "bin")
        .agg(means[0], Arrays.copyOfRange(means, 1, means.length))
        .withColumn("bin", col("bin").cast("int"))
        .orderBy(owner, "bin");
  }

  /** Null where no sample has the value. */
  private static Column mean(String value) {
    Column told = when(col(value).isNotNull(), col("shared"));
    return round(sum(col(value).multiply(col("shared"))).divide(sum(told)), DIGITS).as(value);
  }

  /** Negative before the first one. */
  private Column binOf(Column micros) {
    return floor(micros.minus(startUs).divide(binUs));
  }

  /**
   * The number of half doublings. Whole numbers find the doubling, since a logarithm may miss a
   * power of two by its last digit.
   */
  private static Column step(Column durationUs) {
    Column us = greatest(durationUs, lit(1L));
    Column doublings = length(bin(us)).minus(1);
    Column rest = us.cast("double").divide(pow(lit(2.0), doublings));
    return doublings.multiply(2).plus(when(rest.geq(Math.sqrt(2)), 1).otherwise(0));
  }
}
