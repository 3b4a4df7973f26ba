package io.tierlens.attribution.cpu;

import io.tierlens.attribution.record.Window;
import io.tierlens.attribution.table.CpuDemand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes the rows of table cpu_demand: CPU time by mode over requests, both of the same intervals
 * (the service demand law). Intervals of which the window cuts off more than a small part are left
 * out; they make the bounds. What a host does while nobody asks is not taken off; it stands beside,
 * as the quiet percents.
 */
public final class CpuDemands {
  /** Samples that cover more than this many times the window do not tell of it. */
  private static final double COARSEST = 2;

  /** Samples that cover a run are all used if they are not more than this times as long. */
  private static final double RUN_EDGES = 1.25;

  private CpuDemands() {}

  /** Rows of each host, over the whole run (the window given) and over each window. */
  public static List<CpuDemand> rows(
      Map<String, CpuTimeline> timelines, Window run, List<Window> windows) {
    List<CpuDemand> rows = new ArrayList<>();
    timelines.forEach(
        (host, timeline) -> {
          add(rows, host, timeline, null, run);
          windows.forEach(window -> add(rows, host, timeline, window.name(), window));
        });
    return rows;
  }

  private static void add(
      List<CpuDemand> rows, String host, CpuTimeline timeline, String name, Window window) {
    CpuTimeline.Cover touching = timeline.touching(window);
    CpuTimeline.Cover inside = timeline.inside(window);
    CpuTimeline.Cover mostly = timeline.mostlyInside(window);
    double length = window.endUs() - window.startUs();
    // Outside of the run there is no request, so there its edges add only what an idle host does.
    boolean useAll =
        mostly.isEmpty() || (name == null && touching.lengthUs() <= RUN_EDGES * length);
    CpuTimeline.Cover cover = useAll ? touching : mostly;
    if (cover.isEmpty() || cover.lengthUs() > COARSEST * length) {
      return;
    }
    CpuTimeline.Cover quiet = name == null ? timeline.quiet() : timeline.quiet(window);
    double requests = timeline.requestsIn(window);
    double seconds = cover.lengthUs() / 1e6;
    for (CpuMode mode : CpuMode.values()) {
      Double cpu = cover.cpuUs(mode);
      if (cpu == null) {
        continue;
      }
      Double insideUs = inside.cpuUs(mode);
      Double touchingUs = touching.cpuUs(mode);
      Double perRequest = perRequest(cpu, cover.requests());
      Double low = perRequest(insideUs, requests);
      Double high = perRequest(touchingUs, requests);
      rows.add(
          new CpuDemand(
              name,
              host,
              mode.label(),
              perRequest,
              perRequest == null || low == null ? low : Double.valueOf(Math.min(low, perRequest)),
              perRequest == null || high == null
                  ? high
                  : Double.valueOf(Math.max(high, perRequest)),
              100 * cpu / cover.coreUs(),
              cpu / cover.lengthUs(),
              cover.cores(),
              cover.requests(),
              cover.activeUs() / cover.lengthUs(),
              cover.requests() / seconds,
              seconds,
              percent(quiet, mode),
              quiet.isEmpty() ? null : Double.valueOf(quiet.lengthUs() / 1e6)));
    }
  }

  /** Of all CPUs; null without samples, or where some sample does not tell the mode. */
  private static Double percent(CpuTimeline.Cover cover, CpuMode mode) {
    Double cpuUs = cover.isEmpty() ? null : cover.cpuUs(mode);
    return cpuUs == null ? null : Double.valueOf(100 * cpuUs / cover.coreUs());
  }

  /** Milliseconds; null where there is hardly a request to divide by. */
  private static Double perRequest(Double cpuUs, double requests) {
    return cpuUs == null || requests < 0.5 ? null : Double.valueOf(cpuUs / 1e3 / requests);
  }
}
