package io.tierlens.attribution.benchmark;

import io.tierlens.attribution.Attribution;
import io.tierlens.attribution.benchmark.DataSet.TrueTiers;
import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.attribution.table.QueryAssignment;
import io.tierlens.attribution.table.RunTier;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * One data set's attribution held against its truth. Shares and relative errors are from 0 on; null
 * is "not told".
 *
 * @param shareRight of the logged queries, those whose likeliest request is the true one
 * @param endpointError mean over endpoints: logged time in the database off by so much
 * @param requestError mean over requests, against the mean logged time in the database
 * @param webError of the run's mean, against the true mean; likewise app and db
 * @param runIntervals stated intervals of run_tier, and how many of them hold the truth
 * @param endpointIntervals likewise of published rows of endpoint_tier
 */
record Accuracy(
    String name,
    String level,
    Double shareRight,
    Double endpointError,
    Double requestError,
    Double webError,
    Double appError,
    Double dbError,
    Coverage runIntervals,
    Coverage endpointIntervals,
    Double expectedShareRight,
    Double expectedError) {

  /** How many intervals hold the truth. */
  record Coverage(int holding, int stated) {
    static final Coverage NONE = new Coverage(0, 0);

    Coverage plus(Coverage other) {
      return new Coverage(holding + other.holding, stated + other.stated);
    }

    Coverage plus(Double low, Double high, double truth) {
      boolean holds =
          (low == null || low <= truth + ROUNDING_US)
              && (high == null || truth <= high + ROUNDING_US);
      return new Coverage(holding + (holds ? 1 : 0), stated + 1);
    }

    @Override
    public String toString() {
      return stated == 0 ? "-" : holding + "/" + stated;
    }
  }

  private static final double ROUNDING_US = 1;

  private static final Map<String, ToDoubleFunction<TrueTiers>> TIERS =
      new TreeMap<>(Map.of("web", Accuracy::web, "app", Accuracy::app, "db", TrueTiers::dbUs));

  static final String HEADER =
      String.format(
          Locale.ROOT,
          "%-34s %-6s %6s %6s %6s  %6s %6s %6s  %5s %7s  %6s %6s",
          "",
          "level",
          "right",
          "endp.",
          "requ.",
          "web",
          "app",
          "db",
          "run",
          "endp.",
          "right",
          "endp.");

  /** Takes what the attribution gives and the truth behind it. */
  static Accuracy of(DataSet data) {
    Attribution found = data.records().build().run();
    Map<Long, Long> likeliest = new HashMap<>();
    Map<Long, Double> most = new HashMap<>();
    Map<Long, Double> dbOfRequest = new HashMap<>();
    Map<Long, Long> timeOfQuery = new HashMap<>();
    for (Query query : data.queries()) {
      timeOfQuery.put(query.key(), query.queryTimeUs());
    }
    for (QueryAssignment tie : found.assignments()) {
      if (tie.requestKey() == null) {
        continue;
      }
      double time = timeOfQuery.get(tie.queryKey()) * tie.probability();
      dbOfRequest.merge(tie.requestKey(), time, Double::sum);
      if (tie.probability() > most.getOrDefault(tie.queryKey(), 0.0)) {
        most.put(tie.queryKey(), tie.probability());
        likeliest.put(tie.queryKey(), tie.requestKey());
      }
    }
    long right =
        data.requestOfQuery().entrySet().stream()
            .filter(entry -> entry.getValue().equals(likeliest.get(entry.getKey())))
            .count();
    int logged = data.requestOfQuery().size();
    Map<String, RunTier> tiers = new HashMap<>();
    for (RunTier row : found.runTiers()) {
      if (row.windowName() == null) {
        tiers.put(row.tier(), row);
      }
    }
    return new Accuracy(
        data.name(),
        found.level().label(),
        logged == 0 ? null : Double.valueOf((double) right / logged),
        logged == 0 ? null : Double.valueOf(endpointError(data, dbOfRequest)),
        logged == 0 ? null : Double.valueOf(requestError(data, dbOfRequest)),
        tierError(tiers.get("web"), mean(data, null, Accuracy::web)),
        tierError(tiers.get("app"), mean(data, null, Accuracy::app)),
        tierError(tiers.get("db"), mean(data, null, TrueTiers::dbUs)),
        runCoverage(data, tiers),
        endpointCoverage(data, found),
        found.expected() == null ? null : Double.valueOf(found.expected().shareRight()),
        found.endpointTiers().stream()
            .filter(row -> row.tier().equals("db"))
            .map(EndpointTier::expectedError)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null));
  }

  private static double web(TrueTiers request) {
    return request.durationUs() - request.appUs();
  }

  private static double app(TrueTiers request) {
    return request.appUs() - request.dbUs();
  }

  /** Mean over the requests of an endpoint, or of all. */
  private static double mean(DataSet data, String endpoint, ToDoubleFunction<TrueTiers> time) {
    return data.requests().values().stream()
        .filter(request -> endpoint == null || request.endpoint().equals(endpoint))
        .mapToDouble(time)
        .average()
        .orElse(Double.NaN);
  }

  private static double endpointError(DataSet data, Map<Long, Double> dbOfRequest) {
    Map<String, Double> found = new TreeMap<>();
    Map<String, Double> truth = new TreeMap<>();
    data.requests()
        .forEach(
            (key, request) -> {
              found.merge(request.endpoint(), dbOfRequest.getOrDefault(key, 0.0), Double::sum);
              truth.merge(request.endpoint(), (double) request.loggedDbUs(), Double::sum);
            });
    return truth.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .mapToDouble(entry -> Math.abs(found.get(entry.getKey()) / entry.getValue() - 1))
        .average()
        .orElse(0);
  }

  private static double requestError(DataSet data, Map<Long, Double> dbOfRequest) {
    double off = 0;
    double all = 0;
    for (Map.Entry<Long, TrueTiers> request : new TreeMap<>(data.requests()).entrySet()) {
      double truth = request.getValue().loggedDbUs();
      off += Math.abs(dbOfRequest.getOrDefault(request.getKey(), 0.0) - truth);
      all += truth;
    }
    return all == 0 ? 0 : off / all;
  }

  private static Double tierError(RunTier row, double truth) {
    return row == null || row.meanUs() == null ? null : Double.valueOf(row.meanUs() / truth - 1);
  }

  private static Coverage runCoverage(DataSet data, Map<String, RunTier> tiers) {
    Coverage coverage = Coverage.NONE;
    for (Map.Entry<String, ToDoubleFunction<TrueTiers>> tier : TIERS.entrySet()) {
      RunTier row = tiers.get(tier.getKey());
      if (row != null && row.published()) {
        coverage = coverage.plus(row.lowUs(), row.highUs(), mean(data, null, tier.getValue()));
      }
    }
    return coverage;
  }

  private static Coverage endpointCoverage(DataSet data, Attribution found) {
    Coverage coverage = Coverage.NONE;
    for (EndpointTier row : found.endpointTiers()) {
      ToDoubleFunction<TrueTiers> time = TIERS.get(row.tier());
      if (row.windowName() != null || time == null || !row.published()) {
        continue;
      }
      double truth = mean(data, row.endpoint(), time);
      if (!Double.isNaN(truth)) {
        coverage = coverage.plus(row.lowUs(), row.highUs(), truth);
      }
    }
    return coverage;
  }

  /** A line below {@link #HEADER}. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%-34s %-6s %6s %6s %6s  %6s %6s %6s  %5s %7s  %6s %6s",
        name,
        level,
        share(shareRight),
        share(endpointError),
        share(requestError),
        signed(webError),
        signed(appError),
        signed(dbError),
        runIntervals,
        endpointIntervals,
        share(expectedShareRight),
        share(expectedError));
  }

  static String share(Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }

  private static String signed(Double value) {
    if (value == null) {
      return "-";
    }
    String text = String.format(Locale.ROOT, "%+.3f", value);
    return text.equals("-0.000") || text.equals("+0.000") ? "0" : text;
  }
}
