package io.tierlens.cli.gate;

import io.tierlens.cli.report.facts.HostRow;
import io.tierlens.cli.report.model.CpuMode;
import io.tierlens.cli.report.model.CpuUse;
import io.tierlens.cli.report.model.ModeUse;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.words.DurationUnit;
import io.tierlens.cli.report.words.Figures;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * CPU time of some modes for each request, over all machines of the stack: so a stack that moves to
 * fewer machines is held against all of those that it had.
 */
record CpuMeasure(String name, List<CpuMode> modes) implements Measure {

  private static final double US_PER_MS = 1000;

  CpuMeasure {
    modes = List.copyOf(modes);
  }

  @Override
  public Figure figure(ScopeReport scope, Report report, String run) {
    List<CpuUse> machines =
        scope.cpu().stream()
            .filter(use -> use.inStack() && use.run().equals(run) && use.host() != null)
            .toList();
    Set<String> without = stack(report, run);
    machines.forEach(use -> without.remove(use.host()));
    if (machines.isEmpty() || !without.isEmpty()) {
      return Figure.missing(
          without.isEmpty() ? Figures.NOT_IN_LOGS : "no sar of " + String.join(", ", without));
    }
    double sum = 0;
    double low = 0;
    double high = 0;
    for (CpuUse machine : machines) {
      for (CpuMode mode : modes) {
        ModeUse use = machine.mode(mode);
        if (use.msPerRequest() == null) {
          return Figure.missing(mode.key() + " of " + machine.host() + " is not in the logs");
        }
        sum += use.msPerRequest();
        low += use.low() == null ? use.msPerRequest() : use.low();
        high += use.high() == null ? use.msPerRequest() : use.high();
      }
    }
    return new Figure(sum * US_PER_MS, low * US_PER_MS, high * US_PER_MS, null);
  }

  @Override
  public DurationUnit unit(Report report) {
    return DurationUnit.MILLISECONDS;
  }

  /** The bounds are those of the samples at a window's edges; beyond them is a difference. */
  @Override
  public Change change(ScopeReport scope, Report report, String candidate) {
    Figure before = figure(scope, report, report.baseline());
    Figure after = figure(scope, report, candidate);
    if (before.us() == null || after.us() == null) {
      return Change.missing(
          before.us() == null
              ? report.baseline() + ": " + before.missing()
              : candidate + ": " + after.missing());
    }
    double low = after.low() - before.high();
    double high = after.high() - before.low();
    return new Change(
        before.us(), after.us() - before.us(), low, high, null, low > 0 || high < 0, null);
  }

  private static Set<String> stack(Report report, String run) {
    return report.runs().stream()
        .filter(row -> row.run().equals(run))
        .flatMap(row -> row.hosts().stream())
        .filter(host -> !host.tiers().isEmpty())
        .map(HostRow::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
