package io.tierlens.pipeline.export;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import io.tierlens.pipeline.Progress;
import io.tierlens.pipeline.UserError;
import io.tierlens.pipeline.export.RequestTables.Fate;
import io.tierlens.pipeline.lake.Lake;
import io.tierlens.pipeline.schema.RowRecords;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Brings the requests of an attributed run to the driver, with their pages and queries, in the
 * order of their starts. A part of them is there at a time.
 */
public final class ExportJob {

  /** Too low: a job of Spark for each handful. Too high: the driver holds them all. */
  private static final int REQUESTS_AT_ONCE = 20_000;

  private final SparkSession spark;
  private final Lake lake;
  private final String run;
  private final ExportChoice choice;
  private final Progress progress;
  private final RequestTables tables;
  private final boolean told;
  private final ExportCounts counts;

  private ExportJob(
      SparkSession spark, Lake lake, String run, ExportChoice choice, Progress progress) {
    this.spark = spark;
    this.lake = lake;
    this.run = run;
    this.choice = choice;
    this.progress = progress;
    tables = new RequestTables(spark, lake, run, choice);
    progress.step("counting the requests and queries of " + run, 0);
    told = tables.tellsRequests();
    counts = count();
  }

  /**
   * The job for a run that is attributed.
   *
   * @throws UserError if nothing is chosen
   */
  public static ExportJob of(
      SparkSession spark, Lake lake, String run, ExportChoice choice, Progress progress) {
    ExportJob job = new ExportJob(spark, lake, run, choice, progress);
    if (job.counts.requests() == 0) {
      throw new UserError(
          job.counts.requestsOfRun() == 0
              ? "run "
                  + run
                  + " has no timed requests that reach the application, so there is nothing to"
                  + " export; its access log needs a duration (%D)"
              : "none of the "
                  + job.counts.requestsOfRun()
                  + " requests of run "
                  + run
                  + " starts in what was chosen; see --window, --since and --until");
    }
    return job;
  }

  private ExportCounts count() {
    Row chosen =
        tables
            .chosen()
            .selectExpr(
                "count(*)",
                // Web server and application are told apart where each has a time of its own.
                "count_if(web_self_us IS NOT NULL AND event_key IS NOT NULL)",
                "min(start_time)",
                "max(timestamp_micros(unix_micros(start_time) + start_slack_us + duration_us))")
            .first();
    Map<Fate, Long> fates = new EnumMap<>(Fate.class);
    for (Row row : tables.queries(told).groupBy(RequestTables.FATE).count().collectAsList()) {
      fates.put(Fate.valueOf(row.getString(0)), row.getLong(1));
    }
    return new ExportCounts(
        lake.table(spark, "access", run).count(),
        tables.all().count(),
        chosen.getLong(0),
        chosen.getLong(1),
        chosen.getAs(2),
        chosen.getAs(3),
        fates.getOrDefault(Fate.EXPORTED, 0L),
        fates.getOrDefault(Fate.OF_OTHER_REQUESTS, 0L),
        fates.getOrDefault(Fate.OF_NO_REQUEST, 0L),
        fates.getOrDefault(Fate.UNTOLD, 0L),
        fates.getOrDefault(Fate.DOUBTFUL, 0L),
        fates.getOrDefault(Fate.UNTIMED, 0L));
  }

  /** What is exported and what is left out. */
  public ExportCounts counts() {
    return counts;
  }

  /** What is true of all of it. */
  public ExportedRun run() {
    Map<String, String> systems = new HashMap<>();
    for (Row row :
        lake.table(spark, "ledger", run)
            .where("kind = 'mysql-slow-log' AND facts['server version'] IS NOT NULL")
            .selectExpr("file", "facts['server version']")
            .collectAsList()) {
      boolean mariaDb = row.getString(1).toLowerCase(Locale.ROOT).contains("mariadb");
      systems.put(row.getString(0), mariaDb ? "mariadb" : "mysql");
    }
    return new ExportedRun(
        run,
        lake.table(spark, "run", run).select("environment").first().getString(0),
        tables.chosen().select("level").first().getString(0),
        choice.leastProbability(),
        choice.statements(),
        systems);
  }

  /** The requests in the order of their logged starts. */
  public Iterator<LoggedRequest> requests() {
    int parts = (int) ((counts.requests() + REQUESTS_AT_ONCE - 1) / REQUESTS_AT_ONCE);
    progress.step("exporting " + counts.requests() + " requests of " + run, 0);
    return RowRecords.iterator(tables.traces(told, parts), LoggedRequest.class);
  }

  /** What the machines did meanwhile, in the order of time; what is not to be believed left out. */
  public Iterator<CpuUse> cpuUse() {
    Dataset<Row> samples =
        meanwhile("cpu_sample")
            .where("cpu = -1 AND suspect IS NULL AND sums_to_100")
            .withColumn("user", col("user").plus(coalesce(col("nice"), lit(0))))
            .dropDuplicates("host", "interval_start", "interval_end");
    return RowRecords.iterator(inOrder(samples), CpuUse.class);
  }

  /** What the virtual machines were charged for meanwhile, in the order of time. */
  public Iterator<DomainUse> domainUse() {
    return RowRecords.iterator(
        inOrder(meanwhile("domain_sample").where("cpu_percent IS NOT NULL")), DomainUse.class);
  }

  private Dataset<Row> meanwhile(String table) {
    return lake.table(spark, table, run)
        .where(col("interval_start").lt(lit(counts.latest())))
        .where(col("interval_end").gt(lit(counts.earliest())));
  }

  private static Dataset<Row> inOrder(Dataset<Row> samples) {
    return samples.coalesce(1).sortWithinPartitions("interval_start", "host", "file", "line");
  }

  /** Start of the run's last request, from which spans of time are counted back; null for none. */
  public static Instant newest(SparkSession spark, Lake lake, String run) {
    return lake.table(spark, "request", run).agg(max("start_time")).first().getAs(0);
  }
}
