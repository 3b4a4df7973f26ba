package io.tierlens.attribution.benchmark;

import io.tierlens.attribution.Attribution;
import io.tierlens.attribution.RunAttribution;
import io.tierlens.attribution.simulation.SimulatedRun;
import io.tierlens.attribution.simulation.Simulation;
import io.tierlens.attribution.simulation.TrueRequest;
import io.tierlens.attribution.table.CpuDemand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * CPU time per request of one mode: what is found in sar, and the truth.
 *
 * @param sampleSeconds length of sar's samples
 */
record CpuAccuracy(
    String name,
    int sampleSeconds,
    String mode,
    double foundMs,
    double lowMs,
    double highMs,
    double trueMs) {

  static final String HEADER =
      String.format(
          Locale.ROOT,
          "%-22s %4s %-7s %9s %9s %8s  %s",
          "",
          "sar",
          "mode",
          "true ms",
          "found ms",
          "off",
          "stated interval");

  static List<CpuAccuracy> of(String name, Simulation plan) {
    SimulatedRun run = plan.run();
    double requests = run.truth().stream().filter(r -> r.eventKey() != null).count();
    double user = run.truth().stream().mapToDouble(TrueRequest::userUs).sum() / 1e3 / requests;
    double system = run.truth().stream().mapToDouble(TrueRequest::systemUs).sum() / 1e3 / requests;
    List<CpuAccuracy> found = new ArrayList<>();
    for (int seconds : new int[] {1, 10, 60}) {
      Attribution attribution =
          RunAttribution.builder()
              .hosts(run.hosts())
              .webRequests(run.web())
              .appEvents(run.app())
              .cpuSamples(run.cpu(seconds))
              .build()
              .run();
      for (CpuDemand row : attribution.cpuDemands()) {
        boolean isUser = row.mode().equals("user");
        if (row.windowName() == null && (isUser || row.mode().equals("system"))) {
          found.add(
              new CpuAccuracy(
                  name,
                  seconds,
                  row.mode(),
                  row.msPerRequest(),
                  row.low(),
                  row.high(),
                  isUser ? user : system));
        }
      }
    }
    return found;
  }

  double error() {
    return foundMs / trueMs - 1;
  }

  String line() {
    double off = Math.rint(1e4 * error()) / 100;
    return String.format(
        Locale.ROOT,
        "%-22s %3ds %-7s %9.2f %9.2f %+7.2f%%  %.2f to %.2f",
        name,
        sampleSeconds,
        mode,
        trueMs,
        foundMs,
        off == 0 ? 0.0 : off,
        lowMs,
        highMs);
  }
}
