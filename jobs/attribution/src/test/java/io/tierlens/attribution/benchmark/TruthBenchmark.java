package io.tierlens.attribution.benchmark;

import io.tierlens.attribution.benchmark.Accuracy.Coverage;
import io.tierlens.attribution.simulation.Connections;
import io.tierlens.attribution.simulation.Simulation;
import io.tierlens.attribution.simulation.Stamps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Measures the attribution on runs whose truth is known: simulated ones, and those of the folder
 * that the system property {@code tierlens.given} names.
 */
final class TruthBenchmark {
  static final String GIVEN = "tierlens.given";

  private static final int REQUESTS = 600;

  /** What ties queries to requests, from the strongest key to none. */
  private static final Map<String, UnaryOperator<Simulation>> KEYS = keys();

  private TruthBenchmark() {}

  private static Map<String, UnaryOperator<Simulation>> keys() {
    Map<String, UnaryOperator<Simulation>> keys = new LinkedHashMap<>();
    keys.put("request ids", plan -> plan.withRequestIds().withoutPids());
    keys.put("per request", plan -> plan.connections(Connections.PER_REQUEST).withoutPids());
    keys.put("sticky, pid", plan -> plan);
    keys.put("sticky", Simulation::withoutPids);
    keys.put("pool", plan -> plan.connections(Connections.ANY_FREE).withoutPids());
    keys.put("keyless", plan -> plan.withoutPids().withoutConnectionIds());
    return keys;
  }

  /** Prints all that is measured. */
  public static void main(String[] arguments) throws IOException {
    System.out.println(page());
    System.out.println(given());
  }

  /** What the page in the docs carries. */
  static String page() {
    List<Accuracy> measured = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Stamps stamps : Stamps.values()) {
      for (Map.Entry<String, UnaryOperator<Simulation>> key : KEYS.entrySet()) {
        text.append(measured.isEmpty() ? Accuracy.HEADER + "\n" : "");
        for (int clients : new int[] {1, 2, 4, 8, 16}) {
          add(measured, text, stamps, key.getKey(), clients, 0);
        }
      }
    }
    for (String key : List.of("sticky, pid", "keyless")) {
      for (long thresholdUs : new long[] {100_000, 1_000_000}) {
        for (int clients : new int[] {2, 8}) {
          add(measured, text, Stamps.MICROSECONDS, key, clients, thresholdUs);
        }
      }
    }
    Coverage run = Coverage.NONE;
    Coverage endpoints = Coverage.NONE;
    for (Accuracy accuracy : measured) {
      run = run.plus(accuracy.runIntervals());
      endpoints = endpoints.plus(accuracy.endpointIntervals());
    }
    text.append("\nintervals that hold the truth: run_tier ").append(run);
    text.append(", endpoint_tier ").append(endpoints).append("\n\n");
    text.append(CpuAccuracy.HEADER).append('\n');
    cpuPlans()
        .forEach(
            (name, plan) ->
                CpuAccuracy.of(name, plan).forEach(row -> text.append(row.line()).append('\n')));
    text.append('\n').append(FalseAlarms.HEADER).append('\n');
    for (int requests : new int[] {600, 2000}) {
      for (double drift : new double[] {0, 0.03, 0.08}) {
        text.append(FalseAlarms.of(requests, drift).line()).append('\n');
      }
    }
    return text.toString();
  }

  private static Map<String, Simulation> cpuPlans() {
    Map<String, Simulation> plans = new LinkedHashMap<>();
    plans.put("physical", cpuPlan());
    plans.put("virtual, system x 8", cpuPlan().systemTimes(8));
    plans.put("a fifth is stolen", cpuPlan().stolen(0.2));
    plans.put("8 CPUs, idle ones burn", cpuPlan().cores(8).idleBurn(0.1));
    return plans;
  }

  private static Simulation cpuPlan() {
    return Simulation.closed(2).seed(21).requests(1500).quiet(30);
  }

  private static void add(
      List<Accuracy> measured,
      StringBuilder text,
      Stamps stamps,
      String key,
      int clients,
      long thresholdUs) {
    String name =
        (stamps == Stamps.MICROSECONDS ? "us " : "1s ")
            + key
            + ", N="
            + clients
            + (thresholdUs == 0 ? "" : ", from " + thresholdUs / 1e6 + " s");
    // Statements long enough that a threshold of a second leaves some.
    double scale = thresholdUs == 0 ? 1 : 4;
    Simulation plan =
        Simulation.closed(clients)
            .seed(100 + clients)
            .requests(REQUESTS)
            .think(50)
            .scale(scale)
            .stamps(stamps)
            .withoutSessions()
            .threshold(thresholdUs);
    Accuracy accuracy = Accuracy.of(DataSet.of(name, KEYS.get(key).apply(plan).run(), thresholdUs));
    measured.add(accuracy);
    text.append(accuracy.line()).append('\n');
  }

  /** The same of given data; empty without the property. */
  static String given() throws IOException {
    String folder = System.getProperty(GIVEN);
    if (folder == null) {
      return "";
    }
    StringBuilder text = new StringBuilder(Accuracy.HEADER).append('\n');
    for (DataSet data : GivenData.of(Path.of(folder))) {
      text.append(Accuracy.of(data).line()).append('\n');
    }
    return text.toString();
  }
}
