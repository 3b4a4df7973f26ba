package io.tierlens.pipeline.attribute;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;

import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.record.CpuSample;
import io.tierlens.attribution.record.DomainSample;
import io.tierlens.attribution.record.Host;
import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.record.WebRequest;
import io.tierlens.attribution.record.Window;
import io.tierlens.pipeline.lake.Lake;
import io.tierlens.pipeline.lake.StoredRun;
import io.tierlens.pipeline.schema.Instants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The rows of one run in the lake, as the records that the attribution works on. */
final class RunRecords {

  private final SparkSession spark;
  private final Lake lake;
  private final String run;
  private final StoredRun description;
  private final Map<String, Instant> firstTimes = new HashMap<>();

  RunRecords(SparkSession spark, Lake lake, String run) {
    this.spark = spark;
    this.lake = lake;
    this.run = run;
    description = StoredRun.of(spark, lake, run);
    for (Row row : lake.table(spark, "ledger", run).select("file", "first_time").collectAsList()) {
      firstTimes.put(row.getString(0), row.getAs(1) == null ? Instant.MAX : row.getAs(1));
    }
  }

  List<Host> hosts() {
    return description.hosts();
  }

  List<Window> windows() {
    return description.windows();
  }

  /** Lines without a duration. */
  long untimedRequests() {
    return lake.table(spark, "access", run).where("duration_us IS NULL").count();
  }

  /** Lines with a duration; without one a line says nothing of time. */
  List<WebRequest> webRequests() {
    Place place = new Place();
    return inOrder(lake.table(spark, "access", run).where("duration_us IS NOT NULL")).stream()
        .map(
            row ->
                new WebRequest(
                    row.getAs("request_key"),
                    row.getAs("host"),
                    Instants.micros(row.getAs("start_time")),
                    row.<Long>getAs("start_slack_us"),
                    row.<Long>getAs("duration_us"),
                    row.getAs("endpoint"),
                    row.getAs("path"),
                    row.getAs("status"),
                    place.next(),
                    row.getAs("session"),
                    row.getAs("request_id")))
        .toList();
  }

  List<AppEvent> appEvents() {
    Place place = new Place();
    return inOrder(pages()).stream()
        .map(
            row ->
                new AppEvent(
                    row.getAs("event_key"),
                    row.getAs("host"),
                    Instants.micros(row.getAs("start_time")),
                    row.<Long>getAs("start_slack_us"),
                    row.getAs("duration_us"),
                    row.getAs("duration_error_us"),
                    row.getAs("cpu_us"),
                    row.getAs("pid"),
                    row.getAs("session"),
                    row.getAs("path"),
                    row.getAs("complete"),
                    place.next(),
                    row.getAs("request_id")))
        .toList();
  }

  /** Each page once: where a host logs both kinds, the exact one. */
  private Dataset<Row> pages() {
    Dataset<Row> events = lake.table(spark, "app_event", run).drop("message", "extra");
    Object[] exactHosts =
        events
            .where(col("kind").equalTo(PageLogs.EXACT))
            .select("host")
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> row.get(0))
            .toArray();
    return events.where(
        col("kind")
            .equalTo(PageLogs.EXACT)
            .or(
                col("kind")
                    .equalTo(PageLogs.WHOLE_SECONDS)
                    .and(not(col("host").isin(exactHosts)))));
  }

  /** The largest sampling rate that the slow log states; 1 if it states none. */
  long queriesSampledOneOf() {
    return lake.table(spark, "query", run)
        .agg(coalesce(max("rate_limit"), lit(1L)))
        .first()
        .getLong(0);
  }

  List<Query> queries() {
    Place place = new Place();
    return inOrder(
            lake.table(spark, "query", run)
                .select(
                    "query_key",
                    "host",
                    "file",
                    "line",
                    "start_time",
                    "start_slack_us",
                    "query_time_us",
                    "query_time_error_us",
                    "thread_id",
                    "fingerprint_id",
                    "request_id"))
        .stream()
        .map(
            row ->
                new Query(
                    row.getAs("query_key"),
                    row.getAs("host"),
                    row.getAs("start_time") == null
                        ? null
                        : Instants.micros(row.getAs("start_time")),
                    row.getAs("start_slack_us") == null ? 0 : row.<Long>getAs("start_slack_us"),
                    row.<Long>getAs("query_time_us"),
                    row.<Long>getAs("query_time_error_us"),
                    row.getAs("thread_id"),
                    row.getAs("fingerprint_id"),
                    place.next(),
                    row.getAs("request_id"),
                    row.getAs("host")))
        .toList();
  }

  /** All CPUs together; a sample that two files hold counts once. */
  List<CpuSample> cpuSamples() {
    Map<String, Integer> cores = sarCores();
    return lake
        .table(spark, "cpu_sample", run)
        .where("cpu = -1")
        .dropDuplicates(new String[] {"host", "interval_start", "interval_end"})
        .orderBy("host", "interval_start")
        .collectAsList()
        .stream()
        .filter(row -> cores(row, cores) != null)
        .map(
            row ->
                new CpuSample(
                    row.getAs("host"),
                    Instants.micros(row.getAs("interval_start")),
                    Instants.micros(row.getAs("interval_end")),
                    cores(row, cores),
                    row.<Double>getAs("user"),
                    row.<Double>getAs("nice"),
                    row.<Double>getAs("system"),
                    row.getAs("iowait"),
                    row.getAs("steal"),
                    row.<Double>getAs("idle"),
                    row.getAs("suspect") == null && row.<Boolean>getAs("sums_to_100")))
        .toList();
  }

  /** What the log says at this very place goes first: CPUs may be added to a running guest. */
  private static Integer cores(Row sample, Map<String, Integer> ofHosts) {
    Integer cpus = sample.getAs("cpus");
    return cpus != null ? cpus : ofHosts.get(sample.<String>getAs("host"));
  }

  /**
   * CPUs that each host's sar saw: what its banner says, else what run.yaml says. They can differ:
   * dom0 may be given fewer CPUs than the machine has. Exports of sadf may say neither; then those
   * are counted that have rows of their own.
   */
  private Map<String, Integer> sarCores() {
    Map<String, Integer> cores = new HashMap<>();
    for (Host host : hosts()) {
      if (host.cores() != null) {
        cores.put(host.name(), host.cores());
      }
    }
    for (Row row :
        lake.table(spark, "ledger", run)
            .where("kind IN ('sar', 'sadf') AND facts['cores'] IS NOT NULL")
            .selectExpr("host", "try_cast(facts['cores'] AS INT) AS cores")
            .where("cores IS NOT NULL")
            .collectAsList()) {
      cores.put(row.getString(0), row.getInt(1));
    }
    if (hosts().stream().anyMatch(host -> !cores.containsKey(host.name()))) {
      countedCores().forEach(cores::putIfAbsent);
    }
    return cores;
  }

  /** CPUs that have rows of their own, by host. */
  private Map<String, Integer> countedCores() {
    Map<String, Integer> counted = new HashMap<>();
    for (Row row :
        lake.table(spark, "cpu_sample", run)
            .where("cpu >= 0")
            .groupBy("host")
            .agg(countDistinct("cpu").cast("int"))
            .collectAsList()) {
      counted.put(row.getString(0), row.getInt(1));
    }
    return counted;
  }

  List<DomainSample> domainSamples() {
    return inOrder(lake.table(spark, "domain_sample", run)).stream()
        .map(
            row ->
                new DomainSample(
                    row.getAs("host"),
                    row.getAs("interval_start") == null
                        ? null
                        : Instants.micros(row.getAs("interval_start")),
                    Instants.micros(row.getAs("interval_end")),
                    row.getAs("domain"),
                    row.getAs("cpu_seconds"),
                    row.getAs("cpu_percent"),
                    row.getAs("ready_percent")))
        .toList();
  }

  /**
   * The order in which the lines were written: that of the files' first instants, so that rotated
   * logs follow each other, then that of the lines. The place in the list is the order.
   */
  private List<Row> inOrder(Dataset<Row> rows) {
    List<Row> ordered = new ArrayList<>(rows.collectAsList());
    ordered.sort(
        Comparator.comparing((Row row) -> row.<String>getAs("host"))
            .thenComparing(row -> firstTimes.get(row.<String>getAs("file")))
            .thenComparing(row -> row.<String>getAs("file"))
            .thenComparing(row -> row.<Long>getAs("line")));
    return ordered;
  }

  /** Numbers rows in the order of the list. */
  private static final class Place {
    private long next;

    long next() {
      return next++;
    }
  }
}
