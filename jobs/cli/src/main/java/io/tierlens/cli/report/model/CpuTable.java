package io.tierlens.cli.report.model;

import static io.tierlens.cli.report.words.Figures.cores;

import io.tierlens.attribution.table.CpuDemand;
import io.tierlens.cli.report.facts.HostRow;
import io.tierlens.cli.report.facts.RunFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/** Makes the CPU times of one scope, with the changes against the same machine of the baseline. */
final class CpuTable {

  /**
   * The law holds within the edges of sar's intervals, the static requests and the system's own
   * work; beyond this factor it does not.
   */
  private static final double LAW_TOLERANCE = 1.15;

  private CpuTable() {}

  static List<CpuUse> uses(Scope scope, List<RunFacts> runs) {
    List<CpuUse> uses = new ArrayList<>();
    for (RunFacts run : runs) {
      List<CpuDemand> rows = run.cpu(scope.window());
      List<String> hosts =
          new ArrayList<>(
              new LinkedHashSet<>(
                  rows.stream()
                      .map(CpuDemand::host)
                      .sorted(
                          Comparator.comparing((String host) -> !run.inStack(host))
                              .thenComparing(Comparator.naturalOrder()))
                      .toList()));
      for (String host : hosts) {
        uses.add(use(scope, run, host, runs.get(0)));
      }
      if (hosts.stream().noneMatch(run::inStack)) {
        uses.add(new CpuUse(run.name(), null, true, null, null, null, nothing()));
      }
    }
    return uses;
  }

  /** Busy CPUs of the stack can't be more than the requests in it. */
  static List<String> lawRemarks(List<CpuUse> uses, List<RunFacts> runs) {
    List<String> remarks = new ArrayList<>();
    for (RunFacts run : runs) {
      if (busyBeyondRequests(uses, run.name())) {
        List<CpuUse> stack = measured(uses, run.name());
        double busy = busy(stack);
        double concurrency = stack.get(0).concurrency();
        remarks.add(
            run.name()
                + ": "
                + cores(busy)
                + " CPUs were busy with only "
                + cores(concurrency)
                + " requests in the stack; a request can keep one CPU busy at a time, so at least "
                + cores(busy - concurrency)
                + " CPUs worked outside of the logged requests (other load, timer ticks,"
                + " spinning), or sar saw other CPUs than stated");
      }
    }
    return remarks;
  }

  /** Whether the CPUs of a run's stack did more than its requests can account for. */
  static boolean busyBeyondRequests(List<CpuUse> uses, String run) {
    List<CpuUse> stack = measured(uses, run);
    return !stack.isEmpty() && busy(stack) > stack.get(0).concurrency() * LAW_TOLERANCE;
  }

  private static List<CpuUse> measured(List<CpuUse> uses, String run) {
    return uses.stream()
        .filter(use -> use.inStack() && use.run().equals(run))
        .filter(use -> use.busyCores() != null && use.concurrency() != null)
        .toList();
  }

  private static double busy(List<CpuUse> stack) {
    return stack.stream().mapToDouble(CpuUse::busyCores).sum();
  }

  private static CpuUse use(Scope scope, RunFacts run, String host, RunFacts baseline) {
    List<CpuDemand> rows = ofHost(run, scope.window(), host);
    String peer =
        run.name().equals(baseline.name()) ? null : peer(run, host, baseline, scope.window());
    List<CpuDemand> base = peer == null ? List.of() : ofHost(baseline, scope.window(), peer);
    List<ModeUse> modes = new ArrayList<>();
    Double busy = null;
    for (CpuMode mode : CpuMode.values()) {
      CpuDemand row = ofMode(rows, mode);
      modes.add(mode(mode, row, ofMode(base, mode), quietPercent(run, row)));
      if (mode.isBusy() && row != null) {
        busy = (busy == null ? 0 : busy) + row.busyCores();
      }
    }
    return new CpuUse(
        run.name(),
        host,
        run.inStack(host),
        rows.get(0).cores(),
        busy,
        rows.stream().map(CpuDemand::concurrency).filter(Objects::nonNull).findFirst().orElse(null),
        modes);
  }

  /** Of the window, or where nobody paused in it of the whole run, which has what lies around. */
  private static Double quietPercent(RunFacts run, CpuDemand row) {
    if (row == null || row.quietPercent() != null) {
      return row == null ? null : row.quietPercent();
    }
    return run.cpu(null).stream()
        .filter(whole -> whole.host().equals(row.host()) && whole.mode().equals(row.mode()))
        .map(CpuDemand::quietPercent)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static ModeUse mode(CpuMode mode, CpuDemand row, CpuDemand base, Double quietPercent) {
    if (row == null) {
      return new ModeUse(mode, null, null, null, null, null, null, null, null, null);
    }
    Double delta =
        base == null || base.msPerRequest() == null || row.msPerRequest() == null
            ? null
            : Double.valueOf(row.msPerRequest() - base.msPerRequest());
    Double relative =
        delta == null || base.msPerRequest() == 0 ? null : delta / base.msPerRequest();
    // A machine that has work may burn less beside it, but never more than it did in all.
    Double quiet =
        quietPercent == null
            ? null
            : Double.valueOf(Math.min(quietPercent / 100 * row.cores(), row.busyCores()));
    Double quietMs =
        quiet == null || row.throughput() == null || row.throughput() <= 0
            ? null
            : Double.valueOf(quiet * 1000 / row.throughput());
    return new ModeUse(
        mode,
        row.msPerRequest(),
        row.low(),
        row.high(),
        row.percent(),
        row.busyCores(),
        quietMs,
        quiet,
        delta,
        relative);
  }

  /** The machine of the baseline that plays the same part: of the same tiers, else of the name. */
  private static String peer(RunFacts run, String host, RunFacts baseline, String window) {
    List<String> candidates =
        baseline.cpu(window).stream()
            .map(CpuDemand::host)
            .distinct()
            .filter(other -> baseline.inStack(other) == run.inStack(host))
            .toList();
    if (candidates.contains(host)) {
      return host;
    }
    List<String> alike =
        candidates.stream()
            .filter(other -> tiers(run, host).equals(tiers(baseline, other)))
            .toList();
    return alike.size() == 1 ? alike.get(0) : null;
  }

  private static List<String> tiers(RunFacts run, String host) {
    return run.run().hosts().stream()
        .filter(row -> row.name().equals(host))
        .findFirst()
        .map(HostRow::tiers)
        .orElse(List.of());
  }

  private static List<CpuDemand> ofHost(RunFacts run, String window, String host) {
    return run.cpu(window).stream().filter(row -> row.host().equals(host)).toList();
  }

  private static CpuDemand ofMode(List<CpuDemand> rows, CpuMode mode) {
    return rows.stream().filter(row -> row.mode().equals(mode.key())).findFirst().orElse(null);
  }

  private static List<ModeUse> nothing() {
    List<ModeUse> modes = new ArrayList<>();
    for (CpuMode mode : CpuMode.values()) {
      modes.add(mode(mode, null, null, null));
    }
    return modes;
  }
}
