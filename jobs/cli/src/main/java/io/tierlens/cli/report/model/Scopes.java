package io.tierlens.cli.report.model;

import io.tierlens.attribution.table.CpuDemand;
import io.tierlens.attribution.table.RunTier;
import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.facts.WindowRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Finds the scopes of a report and the load of every run in them. */
final class Scopes {

  private Scopes() {}

  /**
   * The windows in the order of time, the baseline's first, and the whole runs last.
   *
   * @param only the one window that is wanted; null for all of this
   */
  static List<Scope> of(List<RunFacts> runs, String only) {
    if (only != null) {
      return List.of(scope(only, runs, List.of()));
    }
    List<Scope> scopes = new ArrayList<>();
    for (String window : windows(runs)) {
      scopes.add(scope(window, runs, List.of()));
    }
    scopes.add(scope(null, runs, List.copyOf(scopes)));
    return scopes;
  }

  private static Set<String> windows(List<RunFacts> runs) {
    Set<String> names = new LinkedHashSet<>();
    for (RunFacts run : runs) {
      run.run().windows().stream()
          .sorted(Comparator.comparing(WindowRow::startTime))
          .forEach(window -> names.add(window.name()));
      run.tiers().stream().map(RunTier::windowName).filter(Objects::nonNull).forEach(names::add);
    }
    return names;
  }

  private static Scope scope(String window, List<RunFacts> runs, List<Scope> windows) {
    List<Load> loads = runs.stream().map(run -> load(run, window)).toList();
    List<Comparability> comparabilities =
        runs.stream()
            .skip(1)
            .map(run -> LikeLoad.judge(window, runs.get(0), run, loads, windows))
            .toList();
    return new Scope(window, loads, comparabilities);
  }

  private static Load load(RunFacts run, String window) {
    RunTier request = run.tier(window, Tier.REQUEST.key()).orElse(null);
    Long requests = request == null ? null : request.requests();
    for (CpuDemand row : run.cpu(window)) {
      if (run.inStack(row.host()) && row.concurrency() != null) {
        return new Load(run.name(), requests, row.concurrency(), row.throughput());
      }
    }
    return run.run().windows().stream()
        .filter(w -> w.name().equals(window) && request != null && request.meanUs() != null)
        .findFirst()
        .map(w -> ofWindow(run.name(), request, w.seconds()))
        .orElse(new Load(run.name(), requests, null, null));
  }

  /** Little's law: without sar, the window's length gives throughput and concurrency. */
  private static Load ofWindow(String run, RunTier request, double seconds) {
    double throughput = request.requests() / seconds;
    return new Load(run, request.requests(), throughput * request.meanUs() / 1e6, throughput);
  }
}
