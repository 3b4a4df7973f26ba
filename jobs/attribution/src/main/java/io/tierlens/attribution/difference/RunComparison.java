package io.tierlens.attribution.difference;

import io.tierlens.attribution.record.Window;
import io.tierlens.attribution.table.Comparison;
import io.tierlens.attribution.table.Request;
import io.tierlens.attribution.table.RunTables;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares two runs: whole, and window by window of the same name. The same tables in any order
 * give the same rows.
 */
public final class RunComparison {
  private RunComparison() {}

  /** Rows of table comparison; a pair of samples without requests on one side has none. */
  public static List<Comparison> of(RunTables baseline, RunTables candidate) {
    EqualLoad equalLoad = new EqualLoad(LoadModel.of(baseline), LoadModel.of(candidate));
    List<Comparison> rows = new ArrayList<>(of(baseline, candidate, null, equalLoad));
    for (Window window : baseline.windows()) {
      if (candidate.windows().stream().anyMatch(other -> other.name().equals(window.name()))) {
        rows.addAll(of(baseline, candidate, window.name(), equalLoad));
      }
    }
    return List.copyOf(rows);
  }

  private static List<Comparison> of(
      RunTables baseline, RunTables candidate, String window, EqualLoad equalLoad) {
    boolean censored = SeenQueries.censored(baseline) || SeenQueries.censored(candidate);
    Sample before = Sample.of(requests(baseline, window), !censored);
    Sample after = Sample.of(requests(candidate, window), !censored);
    Rows rows = new Rows(baseline.run(), candidate.run(), window, before.size(), after.size());
    if (before.size() == 0 || after.size() == 0) {
      return List.of();
    }
    Pair pair = new Pair(before, after);
    MeanRows means = new MeanRows(baseline, candidate, window, pair, rows, censored);
    means.totals();
    Cells cells = means.split();
    SpreadRows spread = new SpreadRows(pair, rows);
    spread.quantiles();
    spread.shape();
    spread.shiftAndSpread(cells);
    Strata.add(rows, pair);
    // Phases of different load are no one load.
    if (window != null || (baseline.windows().isEmpty() && candidate.windows().isEmpty())) {
      equalLoad.add(rows, before, after);
    }
    new SeenQueries(baseline, candidate, window).add(rows, before, after);
    return rows.all();
  }

  private static List<Request> requests(RunTables run, String window) {
    return run.requests().stream()
        .filter(request -> window == null || window.equals(request.windowName()))
        .toList();
  }
}
