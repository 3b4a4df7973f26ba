package io.tierlens.pipeline.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.pipeline.Progress;
import io.tierlens.pipeline.SparkSessions;
import io.tierlens.pipeline.lake.Lake;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Digests of made-up tables, held against figures worked out entry by entry. */
class QueryDigestTest {

  private static final List<LoggedEntry> ENTRIES = LoggedEntry.random(20261122, 400);

  @TempDir private Path folder;
  private final SparkSession spark = SparkSessions.shared();

  private QueryDigest digest(TimeRange range, ClassOrder order, int top) {
    Lake lake = Lake.open(folder.toString(), new Configuration());
    try (QueryLog log = QueryLog.ofRun(spark, lake, "r")) {
      return new DigestJob(log, log.extent(), range, order, top, Progress.NONE).run();
    }
  }

  @Test
  void figuresAreThoseOfTheEntries() {
    QueryTable.write(spark, folder, "query", QueryTable.rows(ENTRIES));
    QueryDigest digest = digest(TimeRange.ALL, ClassOrder.TOTAL, 3);

    Map<String, List<LoggedEntry>> classes =
        ENTRIES.stream().collect(Collectors.groupingBy(LoggedEntry::classKey));
    List<String> ranked = new ArrayList<>(classes.keySet());
    ranked.sort(Comparator.comparing(key -> -time(classes.get(key))));
    double all = time(ENTRIES);
    assertThat(ranked).hasSize(7);
    assertThat(digest.fingerprints()).isEqualTo(5);
    assertThat(digest.commands()).isEqualTo(2);
    assertThat(digest.classes()).extracting(QueryClass::rank).containsExactly(1, 2, 3);
    for (QueryClass found : digest.classes()) {
      List<LoggedEntry> entries = classes.get(ranked.get(found.rank() - 1));
      new ExpectedMeasures(entries, all).hold(found.measures(), true);
      assertThat(found.fingerprint()).isEqualTo(entries.get(0).fingerprint());
      assertThat(found.fingerprintId()).isEqualTo(entries.get(0).id());
      assertThat(found.command()).isEqualTo(entries.get(0).command());
      assertThat(found.tied()).isNull();
      holdParts(found.databases(), entries, LoggedEntry::database);
      holdParts(found.users(), entries, LoggedEntry::user);
      holdExample(found.example(), entries);
    }
    List<LoggedEntry> others =
        ENTRIES.stream().filter(entry -> ranked.indexOf(entry.classKey()) > 2).toList();
    new ExpectedMeasures(others, all).hold(digest.others(), false);
    assertThat(digest.otherClasses()).isEqualTo(4);
    new ExpectedMeasures(ENTRIES, all).hold(digest.all(), false);

    assertThat(digest.rateLimit()).isEqualTo(4);
    assertThat(digest.sampledEntries())
        .isEqualTo(ENTRIES.stream().filter(entry -> entry.weight() > 1).count());
    List<LoggedEntry> timed = ENTRIES.stream().filter(entry -> entry.start() != null).toList();
    long covered =
        Duration.between(
                    timed.stream().map(LoggedEntry::start).min(Instant::compareTo).get(),
                    new ExpectedMeasures(timed, all).last())
                .toNanos()
            / 1_000;
    assertThat(digest.concurrency()).isCloseTo(time(timed) / covered, within(1e-7));
    assertThat(digest.extent().untimed()).isEqualTo(ENTRIES.size() - timed.size());
    assertThat(digest.extent().shortestUs()).isZero();
    assertThat(digest.level()).isNull();
    assertThat(digest.databaseTier()).isNull();
  }

  @Test
  void aRangeOfTimeTakesWhatBeganInIt() {
    Instant since = LoggedEntry.BEGIN.plusSeconds(120);
    // The start of an entry itself, so that the bound's side shows.
    Instant until =
        ENTRIES.stream()
            .map(LoggedEntry::start)
            .filter(start -> start != null && start.isAfter(since.plusSeconds(200)))
            .min(Instant::compareTo)
            .get();
    List<Long> chosen =
        ENTRIES.stream()
            .filter(entry -> entry.start() != null)
            .filter(entry -> !entry.start().isBefore(since) && entry.start().isBefore(until))
            .map(LoggedEntry::key)
            .toList();
    assertThat(chosen).hasSizeBetween(50, 300);
    assertThat(
            new TimeRange(since, until)
                .of(QueryTable.frame(spark, "query", QueryTable.rows(ENTRIES)))
                .collectAsList())
        .extracting(row -> row.<Long>getAs("query_key"))
        .containsExactlyInAnyOrderElementsOf(chosen);
  }

  @Test
  void classesAreRankedByTheFigureThatIsAskedFor() {
    Dataset<Row> classes =
        ClassColumns.classes(
            ClassColumns.prepared(QueryTable.frame(spark, "query", QueryTable.rows(ENTRIES))));
    List<Column> figures =
        Arrays.stream(ClassOrder.values())
            .map(order -> order.figure().cast("double").as(order.toString()))
            .toList();
    Map<String, List<LoggedEntry>> expected =
        ENTRIES.stream().collect(Collectors.groupingBy(LoggedEntry::classKey));
    List<Row> found =
        classes
            .withColumn("figures", functions.struct(figures.toArray(new Column[0])))
            .select(ClassColumns.KEY, "figures.*")
            .collectAsList();
    assertThat(found).hasSameSizeAs(expected.keySet());
    for (Row row : found) {
      List<LoggedEntry> entries = expected.get(row.getString(0));
      double count = entries.stream().mapToDouble(LoggedEntry::weight).sum();
      assertThat(row.<Double>getAs("total")).isEqualTo(time(entries));
      assertThat(row.<Double>getAs("count")).isEqualTo(count);
      assertThat(row.<Double>getAs("mean")).isEqualTo(time(entries) / count);
      assertThat(row.<Double>getAs("max"))
          .isEqualTo(entries.stream().mapToDouble(LoggedEntry::timeUs).max().getAsDouble());
      assertThat(row.<Double>getAs("p95"))
          .isCloseTo(ExpectedMeasures.quantile(entries, 0.95), within(1e-3));
      assertThat(row.<Double>getAs("lock")).isEqualTo(sum(entries, LoggedEntry::lockUs));
      assertThat(row.<Double>getAs("rows-examined")).isEqualTo(sum(entries, LoggedEntry::examined));
    }
  }

  private static Double sum(List<LoggedEntry> entries, Function<LoggedEntry, Long> field) {
    return entries.stream()
        .filter(entry -> field.apply(entry) != null)
        .map(entry -> (double) field.apply(entry) * entry.weight())
        .reduce(Double::sum)
        .orElse(null);
  }

  @Test
  void timeIsSplitOverTheEndpointsOfTheRequests() {
    List<LoggedEntry> entries =
        List.of(
            timed(1, "select a", 1_000),
            timed(2, "select a", 3_000),
            timed(3, "select a", 4_000),
            timed(4, "select b", 500),
            timed(5, "update d", 1_500));
    QueryTable.write(spark, folder, "query", QueryTable.rows(entries));
    QueryTable.write(
        spark,
        folder,
        "query_assignment",
        List.of(
            tie(1, 10L, 1),
            tie(2, 10L, 0.25),
            tie(2, 11L, 0.5),
            tie(2, 12L, 0.25),
            tie(3, null, 1),
            tie(4, 13L, 1),
            tie(5, null, 1)));
    QueryTable.write(
        spark,
        folder,
        "request",
        List.of(
            request(10, "GET /a"),
            request(11, "GET /b"),
            request(12, null),
            request(13, "GET /a")));
    QueryTable.write(
        spark,
        folder,
        "run_tier",
        List.of(tier(null, "db", true), tier("calm", "db", true), tier(null, "web", true)));

    QueryDigest digest = digest(TimeRange.ALL, ClassOrder.TOTAL, 1);

    Tied tied = digest.classes().get(0).tied();
    assertThat(tied.endpoints())
        .containsExactly(
            new Part("GET /a", 1.25, 1_750.0, 0.21875),
            new Part("GET /b", 0.5, 1_500.0, 0.1875),
            new Part(null, 0.25, 750.0, 0.09375));
    assertThat(tied.otherEndpointsShare()).isZero();
    assertThat(tied.noRequestShare()).isEqualTo(0.5);
    assertThat(digest.noRequestShare()).isEqualTo(0.55);
    assertThat(digest.level()).isEqualTo("L1c");
    assertThat(digest.databaseTier()).isEqualTo(new DatabaseTier(7.0, 6.0, null, 0.5, 4));
  }

  @Test
  void nothingIsADigestToo() {
    QueryTable.write(spark, folder, "query", QueryTable.rows(List.of(timed(1, "select a", 5))));
    Instant late = LoggedEntry.BEGIN.plusSeconds(1);
    QueryDigest digest = digest(new TimeRange(late, null), ClassOrder.TOTAL, 3);
    assertThat(digest.all()).isNull();
    assertThat(digest.others()).isNull();
    assertThat(digest.classes()).isEmpty();
    assertThat(digest.extent().entries()).isEqualTo(1);
    assertThat(digest.extent().newest()).isEqualTo(LoggedEntry.BEGIN);
  }

  private static double time(List<LoggedEntry> entries) {
    return entries.stream().mapToDouble(LoggedEntry::weighedTime).sum();
  }

  private static void holdParts(
      List<Part> found, List<LoggedEntry> entries, Function<LoggedEntry, String> name) {
    double all = time(entries);
    assertThat(found).isSortedAccordingTo(Comparator.comparing(part -> -part.totalUs()));
    assertThat(found)
        .hasSize((int) entries.stream().map(name).map(String::valueOf).distinct().count());
    for (Part part : found) {
      List<LoggedEntry> ofPart =
          entries.stream()
              .filter(entry -> String.valueOf(name.apply(entry)).equals(part.name() + ""))
              .toList();
      assertThat(part.totalUs()).isEqualTo(time(ofPart));
      assertThat(part.statements()).isEqualTo(ofPart.stream().mapToInt(LoggedEntry::weight).sum());
      assertThat(part.share()).isCloseTo(time(ofPart) / all, within(1e-8));
    }
  }

  /** The longest, and of those the first of the file. */
  private static void holdExample(Example found, List<LoggedEntry> entries) {
    LoggedEntry longest = entries.stream().max(Comparator.comparingLong(LoggedEntry::timeUs)).get();
    LoggedEntry first =
        entries.stream().filter(entry -> entry.timeUs() == longest.timeUs()).findFirst().get();
    assertThat(found.line()).isEqualTo(ENTRIES.indexOf(first) + 1);
    assertThat(found.queryTimeUs()).isEqualTo(first.timeUs());
    assertThat(found.host()).isEqualTo("www1");
    assertThat(found.file()).isEqualTo("slow.log");
    assertThat(found.statement())
        .isEqualTo(first.fingerprint() == null ? null : "text of " + first.key());
  }

  private static LoggedEntry timed(long key, String fingerprint, long us) {
    return new LoggedEntry(
        key,
        LoggedEntry.BEGIN,
        0L,
        us,
        null,
        null,
        null,
        null,
        null,
        null,
        "Query",
        fingerprint,
        null);
  }

  private static Map<String, Object> tie(long query, Long request, double probability) {
    Map<String, Object> row = new HashMap<>();
    row.put("query_key", query);
    row.put("request_key", request);
    row.put("probability", probability);
    row.put("level", request == null ? "none" : "L1c");
    return row;
  }

  private static Map<String, Object> request(long key, String endpoint) {
    Map<String, Object> row = new HashMap<>();
    row.put("request_key", key);
    row.put("host", "www1");
    row.put("start_time", LoggedEntry.BEGIN);
    row.put("start_slack_us", 0L);
    row.put("duration_us", 1L);
    row.put("endpoint", endpoint);
    row.put("level", "L1c");
    return row;
  }

  private static Map<String, Object> tier(String window, String tier, boolean published) {
    Map<String, Object> row = new HashMap<>();
    row.put("window_name", window);
    row.put("tier", tier);
    row.put("mean_us", window == null ? 7.0 : 8.0);
    row.put("low_us", 6.0);
    row.put("share", 0.5);
    row.put("requests", 4L);
    row.put("batch_mean_us", new Double[0]);
    row.put("level", "totals");
    row.put("published", published);
    return row;
  }
}
