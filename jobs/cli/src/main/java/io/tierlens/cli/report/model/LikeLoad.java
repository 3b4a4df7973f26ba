package io.tierlens.cli.report.model;

import static io.tierlens.cli.report.words.Figures.cores;

import io.tierlens.attribution.table.Remark;
import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.words.Figures;
import java.util.List;

/**
 * Judges whether two runs were under like load. Durations under unlike load differ by the load, and
 * say nothing about the machine.
 */
final class LikeLoad {

  /**
   * Clients that pause between requests keep fewer requests in a fast stack than in a slow one, at
   * the same number of clients; phases of a load test differ by a factor of two and more.
   */
  private static final double LIKE_CONCURRENCY = 1.5;

  /**
   * Share of the requests that may lie in other windows before a mean over all of them misleads.
   */
  private static final double LIKE_WINDOWS = 0.05;

  private LikeLoad() {}

  static Comparability judge(
      String window, RunFacts baseline, RunFacts candidate, List<Load> loads, List<Scope> windows) {
    Load base = load(loads, baseline.name());
    Load load = load(loads, candidate.name());
    String name = candidate.name();
    if (base.requests() == null || load.requests() == null) {
      String without = base.requests() == null ? baseline.name() : name;
      return new Comparability(name, false, without + " has no requests here");
    }
    if (countsAll(baseline) && setsApart(candidate)) {
      return new Comparability(name, false, unlike(baseline.name(), name));
    }
    if (countsAll(candidate) && setsApart(baseline)) {
      return new Comparability(name, false, unlike(name, baseline.name()));
    }
    if (base.concurrency() == null || load.concurrency() == null) {
      return new Comparability(
          name, false, "the concurrency is " + Figures.NOT_IN_LOGS + ", so like load is not shown");
    }
    String both =
        "concurrency " + cores(base.concurrency()) + " against " + cores(load.concurrency());
    double ratio = load.concurrency() / base.concurrency();
    if (!(ratio <= LIKE_CONCURRENCY && ratio >= 1 / LIKE_CONCURRENCY)) {
      return new Comparability(
          name, false, both + ": a part of the difference is the load, not the machine");
    }
    double apart = apart(baseline.name(), name, windows);
    if (apart > LIKE_WINDOWS) {
      return new Comparability(
          name,
          false,
          "the windows weigh differently ("
              + Figures.share(apart)
              + " of the requests lie in other windows): compare window by window");
    }
    return new Comparability(name, true, mixRemark(window, baseline, candidate));
  }

  /** Says whether static requests, too, are among the requests, as no log tells which are. */
  private static boolean countsAll(RunFacts run) {
    return run.remark(Remark.Rule.NO_APPLICATION_LOG).isPresent();
  }

  private static boolean setsApart(RunFacts run) {
    return run.tier(null, Tier.STATIC.key()).isPresent();
  }

  private static String unlike(String all, String chosen) {
    return "the requests are not the same kind: "
        + all
        + " has no log of the application, so all its requests count; "
        + chosen
        + " counts those alone that reach the application. To compare whole requests, ingest "
        + chosen
        + " without its logs of the application";
  }

  private static Load load(List<Load> loads, String run) {
    return loads.stream().filter(load -> load.run().equals(run)).findFirst().orElseThrow();
  }

  /** Half the sum of the differences of the windows' shares of the requests, 0 to 1. */
  private static double apart(String baseline, String candidate, List<Scope> windows) {
    double baseTotal = requests(baseline, windows);
    double total = requests(candidate, windows);
    if (baseTotal == 0 || total == 0) {
      return 0;
    }
    double apart = 0;
    for (Scope window : windows) {
      apart +=
          Math.abs(
              requests(baseline, List.of(window)) / baseTotal
                  - requests(candidate, List.of(window)) / total);
    }
    return apart / 2;
  }

  private static double requests(String run, List<Scope> windows) {
    return windows.stream()
        .flatMap(window -> window.loads().stream())
        .filter(load -> load.run().equals(run) && load.requests() != null)
        .mapToLong(Load::requests)
        .sum();
  }

  private static String mixRemark(String window, RunFacts baseline, RunFacts candidate) {
    EndpointMix mix = EndpointMix.between(baseline.endpoints(window), candidate.endpoints(window));
    return mix.matters()
        ? "other pages were asked for: "
            + Figures.share(mix.shareOfDelta())
            + " of the difference is the mix of endpoints"
        : null;
  }
}
