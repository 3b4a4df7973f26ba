package io.tierlens.pipeline.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.pipeline.Progress;
import io.tierlens.pipeline.SparkSessions;
import io.tierlens.pipeline.ingest.IngestJob;
import io.tierlens.pipeline.lake.Lake;
import io.tierlens.pipeline.run.RunResolver;
import io.tierlens.pipeline.schema.Instants;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds what is attributed to the recordings of sample-data against what really happened in them,
 * and prints the figures that docs/accuracy.md carries.
 */
class AccuracyIT {

  /** The phases of the recordings, as the windows of their run.yaml call them. */
  private static final Map<String, String> WINDOW_OF_PHASE =
      Map.of("p1", "one-client", "p2", "two-clients", "p3", "eight-clients", "calm", "calm");

  /** {@code mvn -pl jobs/pipeline -am test -Dtierlens.bless=true} writes the figures anew. */
  private static final Path PAGE = Path.of("../../docs/accuracy.md");

  private static final String WHOLE_RUN = "whole run";

  /** What may be expected of plain logs, by the number of clients. */
  private static final Map<String, Double> LEAST_RIGHT =
      new TreeMap<>(Map.of("one-client", 0.97, "two-clients", 0.97, "eight-clients", 0.90));

  private static final String FENCE = "```text\n";

  private static final List<String> PRINTED = new ArrayList<>();

  @TempDir private static Path folder;

  private final SparkSession spark = SparkSessions.shared();

  @ParameterizedTest
  @ValueSource(strings = {"physical", "virtual", "virtual-4vcpu"})
  void whatIsAttributedIsWhatHappened(String run) throws IOException {
    Lake lake = attributed(run);
    Truth truth = new Truth(run);
    Map<String, Long> keyOfRequest = keys(lake, run, truth);

    requestsAreFound(lake, run, truth, keyOfRequest);
    double events = eventsTiedRight(lake, run, truth, keyOfRequest);
    Map<String, Double> queries = queriesTiedRight(lake, run, truth, keyOfRequest);
    print("%s", run);
    print(
        "  tied to the right request: %s of the app events, %s of the queries",
        percent(events), percent(queries.get(WHOLE_RUN)));
    LEAST_RIGHT.forEach(
        (window, least) -> {
          print(
              "  %-13s queries at the right request: %s, expected %s",
              window,
              percent(queries.get(window)),
              percent(remark(lake, run, window, "QUERIES_EXPECTED_RIGHT")));
          assertThat(queries.get(window)).as(window).isGreaterThanOrEqualTo(least);
        });
    meansAgree(lake, run, truth);
    endpointsAgree(lake, run, truth, keyOfRequest);

    assertThat(events).isGreaterThan(0.95);
    assertThat(queries.get(WHOLE_RUN)).isGreaterThan(0.95);
  }

  private Lake attributed(String run) {
    Configuration configuration = new Configuration();
    Lake lake = Lake.create(folder.toString(), configuration);
    IngestJob.builder()
        .spark(spark)
        .lake(lake)
        .run(
            new RunResolver(configuration, null, null)
                .resolve(List.of("../../sample-data/" + run))
                .get(0))
        .build()
        .run();
    AttributeJob.of(spark, lake, run, Progress.NONE).run();
    return lake;
  }

  /** Request keys by the truth's ids: second of the start and duration tell the line. */
  private Map<String, Long> keys(Lake lake, String run, Truth truth) {
    Map<String, Long> keyOfLine = new HashMap<>();
    for (Row row : lake.table(spark, "access", run).collectAsList()) {
      String line =
          Instants.micros(row.getAs("start_time")) / 1_000_000 + " " + row.getAs("duration_us");
      keyOfLine.merge(line, row.getAs("request_key"), (a, b) -> null);
    }
    Map<String, Long> keys = new HashMap<>();
    for (Truth.TrueRequest request : truth.requests()) {
      Long key = keyOfLine.get(request.beginUs() / 1_000_000 + " " + request.durationUs());
      if (key != null) {
        keys.put(request.id(), key);
      }
    }
    // %D is in microseconds: that two lines of a second share it is rare.
    assertThat(keys.size()).isGreaterThan(truth.requests().size() * 99 / 100);
    return keys;
  }

  private void requestsAreFound(
      Lake lake, String run, Truth truth, Map<String, Long> keyOfRequest) {
    List<Long> found =
        lake.table(spark, "request", run).select("request_key").collectAsList().stream()
            .map(row -> row.getLong(0))
            .toList();
    assertThat(found).hasSize(truth.requests().size()).containsAll(keyOfRequest.values());
  }

  private double eventsTiedRight(
      Lake lake, String run, Truth truth, Map<String, Long> keyOfRequest) {
    Map<Long, String> eventOf = new HashMap<>();
    for (Row row :
        lake.table(spark, "request", run)
            .join(lake.table(spark, "app_event", run).drop("host", "start_time"), "event_key")
            .select("request_key", "pid", "event_key")
            .collectAsList()) {
      eventOf.put(row.getLong(0), row.getLong(1) + "/" + row.getLong(2));
    }
    Map<String, List<Long>> trueEvents = new HashMap<>();
    for (Row row :
        lake.table(spark, "app_event", run).where("kind = 'interchange-bench'").collectAsList()) {
      long second = Instants.micros(row.getAs("start_time")) / 1_000_000;
      String path = URLDecoder.decode(row.getAs("path"), StandardCharsets.UTF_8);
      String page = row.<Long>getAs("pid") + " " + second + " " + path;
      trueEvents.computeIfAbsent(page, p -> new ArrayList<>()).add(row.getAs("event_key"));
    }
    long right = 0;
    for (Truth.TrueRequest request : truth.requests()) {
      List<Long> events = new ArrayList<>();
      // bench.log's mark and the truth's are a moment apart, so their seconds may differ.
      for (long second = request.appSecond() - 1; second <= request.appSecond() + 1; second++) {
        events.addAll(
            trueEvents.getOrDefault(
                request.appPid() + " " + second + " " + request.path(), List.of()));
      }
      String tied = eventOf.get(keyOfRequest.get(request.id()));
      right +=
          tied != null && events.contains(Long.valueOf(tied.substring(tied.indexOf('/') + 1)))
              ? 1
              : 0;
    }
    return (double) right / truth.requests().size();
  }

  /** Share of the queries at their request, in the whole run and in each window. */
  private Map<String, Double> queriesTiedRight(
      Lake lake, String run, Truth truth, Map<String, Long> keyOfRequest) {
    Map<String, String> windowOf = new HashMap<>();
    truth.requests().forEach(request -> windowOf.put(request.id(), request.phase()));
    Map<String, long[]> sums = new HashMap<>();
    for (Row row :
        lake.table(spark, "query", run)
            .select("query_key", "line")
            .join(lake.table(spark, "query_assignment", run), "query_key")
            .collectAsList()) {
      String request = truth.requestOfQueryLine().get(row.<Long>getAs("line"));
      Long trueKey = keyOfRequest.get(request);
      if (request.equals("-") || trueKey != null) {
        boolean right = Objects.equals(row.getAs("request_key"), trueKey);
        add(sums, WHOLE_RUN, right);
        String phase = windowOf.getOrDefault(request, "none");
        add(sums, WINDOW_OF_PHASE.getOrDefault(phase, "outside"), right);
      }
    }
    Map<String, Double> shares = new HashMap<>();
    sums.forEach((window, sum) -> shares.put(window, (double) sum[0] / sum[1]));
    assertThat(shares).containsKey(WHOLE_RUN);
    return shares;
  }

  private static void add(Map<String, long[]> sums, String window, boolean right) {
    long[] sum = sums.computeIfAbsent(window, unseen -> new long[2]);
    sum[0] += right ? 1 : 0;
    sum[1]++;
  }

  private double remark(Lake lake, String run, String window, String rule) {
    return lake.table(spark, "remark", run)
        .where("window_name = '" + window + "' AND rule = '" + rule + "'")
        .first()
        .getAs("value");
  }

  /** The whole run and each window: database, and application with its stated interval. */
  private void meansAgree(Lake lake, String run, Truth truth) {
    Map<String, List<Truth.TrueRequest>> byWindow = new HashMap<>();
    byWindow.put(WHOLE_RUN, truth.requests());
    byWindow.putAll(
        truth.requests().stream()
            .filter(request -> WINDOW_OF_PHASE.containsKey(request.phase()))
            .collect(Collectors.groupingBy(r -> WINDOW_OF_PHASE.get(r.phase()))));
    for (String window : List.of(WHOLE_RUN, "one-client", "two-clients", "eight-clients", "calm")) {
      List<Truth.TrueRequest> requests = byWindow.get(window);
      double trueDuration = mean(requests, Truth.TrueRequest::durationUs);
      double trueDb = mean(requests, Truth.TrueRequest::dbUs);
      double trueApp = mean(requests, Truth.TrueRequest::appUs) - trueDb;
      double trueAppAtMost = mean(requests, Truth.TrueRequest::appAtMostUs) - trueDb;
      Row duration = tier(lake, run, window, "request");
      Row db = tier(lake, run, window, "db");
      Row app = tier(lake, run, window, "app");
      print(
          "  %-13s %3d requests of %s; database %s, true %s; application %s (%s to %s),"
              + " true %s to %s",
          window,
          requests.size(),
          seconds(duration.getAs("mean_us")),
          seconds(db.getAs("mean_us")),
          seconds(trueDb),
          seconds(app.getAs("mean_us")),
          seconds(app.getAs("low_us")),
          seconds(app.getAs("high_us")),
          seconds(trueApp),
          seconds(trueAppAtMost));

      assertThat(duration.<Long>getAs("requests")).isEqualTo(requests.size());
      assertThat(duration.<Double>getAs("mean_us")).isCloseTo(trueDuration, within(1));
      assertThat(trueDb)
          .as("database, " + window)
          .isBetween(db.<Double>getAs("low_us") - 1, db.<Double>getAs("high_us") + 1);
      assertThat(app.<Double>getAs("low_us"))
          .as("application, " + window)
          .isLessThanOrEqualTo(trueAppAtMost);
      assertThat(app.<Double>getAs("high_us"))
          .as("application, " + window)
          .isGreaterThanOrEqualTo(trueApp);
    }
  }

  private void endpointsAgree(Lake lake, String run, Truth truth, Map<String, Long> keyOfRequest) {
    Map<Long, Truth.TrueRequest> byKey = new HashMap<>();
    truth.requests().stream()
        .filter(request -> keyOfRequest.containsKey(request.id()))
        .forEach(request -> byKey.put(keyOfRequest.get(request.id()), request));
    Map<String, List<Truth.TrueRequest>> byEndpoint = new HashMap<>();
    for (Row row :
        lake.table(spark, "request", run).select("request_key", "endpoint").collectAsList()) {
      Truth.TrueRequest request = byKey.get(row.getLong(0));
      if (request != null) {
        byEndpoint.computeIfAbsent(row.getString(1), e -> new ArrayList<>()).add(request);
      }
    }
    double error = 0;
    long requests = 0;
    for (Row row :
        lake.table(spark, "endpoint_tier", run)
            .where("window_name IS NULL AND tier = 'db'")
            .collectAsList()) {
      List<Truth.TrueRequest> ofEndpoint = byEndpoint.get(row.<String>getAs("endpoint"));
      double trueMean = mean(ofEndpoint, Truth.TrueRequest::dbUs);
      double mean = row.getAs("mean_us");
      if (trueMean > 0) {
        error += ofEndpoint.size() * Math.abs(mean - trueMean) / trueMean;
        requests += ofEndpoint.size();
      }
    }
    print("  database time by endpoint: off by %s on average", percent(error / requests));
    assertThat(error / requests).isLessThan(0.02);
  }

  private Row tier(Lake lake, String run, String window, String tier) {
    String where =
        window.equals(WHOLE_RUN) ? "window_name IS NULL" : "window_name = '" + window + "'";
    return lake.table(spark, "run_tier", run).where(where + " AND tier = '" + tier + "'").first();
  }

  private static double mean(
      List<Truth.TrueRequest> requests,
      java.util.function.ToLongFunction<Truth.TrueRequest> value) {
    return requests.stream().mapToLong(value).average().orElse(0);
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  private static String seconds(Double microseconds) {
    return microseconds == null
        ? "not told"
        : String.format(Locale.ROOT, "%.3f s", microseconds / 1e6);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }

  private static void print(String format, Object... values) {
    PRINTED.add(String.format(Locale.ROOT, format, values));
  }

  @AfterAll
  static void theDocsCarryTheFigures() throws IOException {
    PRINTED.forEach(System.out::println);
    String page = Files.readString(PAGE);
    int begin = page.indexOf(FENCE) + FENCE.length();
    int end = page.indexOf("```", begin);
    String figures = String.join("\n", PRINTED) + "\n";
    if (Boolean.getBoolean("tierlens.bless")) {
      page = page.substring(0, begin) + figures + page.substring(end);
      Files.writeString(PAGE, page);
    }
    assertThat(page).contains(FENCE + figures + "```");
  }
}
