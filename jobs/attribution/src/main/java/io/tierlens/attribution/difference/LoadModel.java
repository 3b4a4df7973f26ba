package io.tierlens.attribution.difference;

import io.tierlens.attribution.difference.ClosedNetwork.Station;
import io.tierlens.attribution.table.CpuDemand;
import io.tierlens.attribution.table.DomainDemand;
import io.tierlens.attribution.table.Request;
import io.tierlens.attribution.table.RunTables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * A run's stack as a queueing network: the CPU time of a request on each host, and what a request
 * takes beside it, both from the lightest window. It is held against the busiest window of the run
 * before anything is said by it.
 *
 * @param network null where the logs do not carry one
 * @param lightWindow window that it is made of; null for the whole run
 * @param busyWindow window that it was held against; null where there is none
 * @param observedUs mean request of that window
 * @param predictedUs what the model says for it
 */
record LoadModel(
    ClosedNetwork network,
    String lightWindow,
    String busyWindow,
    Double observedUs,
    Double predictedUs) {
  /** CPU time that requests spend; waiting is what the model is to tell. */
  private static final Set<String> BUSY = Set.of("user", "nice", "system");

  /** Two windows of nearly the same load are no test. */
  private static final double OTHER_LOAD = 1.5;

  /** Fewer requests do not tell a load. */
  private static final int FEWEST = 20;

  private static final LoadModel NONE = new LoadModel(null, null, null, null, null);

  static LoadModel of(RunTables run) {
    Map<Double, String> windows = new TreeMap<>();
    Map<String, Load> loads = new LinkedHashMap<>();
    run.windows().forEach(window -> put(run, window.name(), windows, loads));
    if (windows.isEmpty()) {
      put(run, null, windows, loads);
    }
    if (windows.isEmpty()) {
      return NONE;
    }
    List<String> byLoad = new ArrayList<>(windows.values());
    String lightest = byLoad.get(0);
    String busiest = byLoad.get(byLoad.size() - 1);
    Load light = loads.get(lightest);
    Load busy = loads.get(busiest);
    ClosedNetwork network = fitted(stations(run, lightest), light);
    if (network == null || busy.concurrency() < OTHER_LOAD * light.concurrency()) {
      return new LoadModel(network, lightest, null, null, null);
    }
    return new LoadModel(
        network,
        lightest,
        busiest,
        busy.residenceUs(),
        network.residence(busy.clients(), busy.thinkUs()));
  }

  /** Relative error of the prediction; null where nothing was predicted. */
  Double error() {
    return predictedUs == null ? null : Double.valueOf(Math.abs(predictedUs / observedUs - 1));
  }

  private static void put(
      RunTables run, String window, Map<Double, String> windows, Map<String, Load> loads) {
    List<Request> requests =
        run.requests().stream()
            .filter(r -> window == null || window.equals(r.windowName()))
            .toList();
    Load load = requests.size() < FEWEST ? null : Load.of(Sample.of(requests, false));
    if (load != null && !stations(run, window).isEmpty()) {
      loads.put(window, load);
      windows.putIfAbsent(load.concurrency(), window);
    }
  }

  /** CPU time in microseconds by host; a hypervisor's own counts that of its guests once more. */
  private static List<Station> stations(RunTables run, String window) {
    Set<String> hypervisors = new HashSet<>();
    run.domainDemands().stream().map(DomainDemand::hypervisor).forEach(hypervisors::add);
    Map<String, Double> demandUs = new TreeMap<>();
    Map<String, Integer> cores = new TreeMap<>();
    for (CpuDemand demand : run.cpuDemands()) {
      if (Objects.equals(demand.windowName(), window)
          && BUSY.contains(demand.mode())
          && demand.msPerRequest() != null
          && !hypervisors.contains(demand.host())) {
        demandUs.merge(demand.host(), demand.msPerRequest() * 1e3, Double::sum);
        cores.put(demand.host(), Math.max(1, demand.cores()));
      }
    }
    List<Station> stations = new ArrayList<>();
    demandUs.forEach((host, us) -> stations.add(new Station(us, cores.get(host))));
    return stations;
  }

  /**
   * The network with so much time outside of the CPUs that it takes what was observed; null where
   * the CPUs alone would take longer.
   */
  private static ClosedNetwork fitted(List<Station> stations, Load load) {
    double low = 0;
    double high = load.residenceUs();
    if (residence(stations, low, load) > load.residenceUs()) {
      return null;
    }
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (residence(stations, middle, load) < load.residenceUs()) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return new ClosedNetwork(stations, low);
  }

  private static double residence(List<Station> stations, double delay, Load load) {
    return new ClosedNetwork(stations, delay).residence(load.clients(), load.thinkUs());
  }
}
