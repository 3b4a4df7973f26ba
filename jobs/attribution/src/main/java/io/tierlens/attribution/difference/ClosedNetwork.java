package io.tierlens.attribution.difference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A stack under a fixed number of clients: stations with one queue before one or more CPUs, and
 * time that each request takes whatever the others do. What a client waits for its answer is
 * exactly that of load-dependent mean value analysis, computed by convolution on logarithms, where
 * nothing is subtracted and so nothing is lost under high load.
 *
 * <p>Times are in any one unit.
 */
final class ClosedNetwork {
  private final List<Station> stations;
  private final double delay;

  /**
   * Where requests queue.
   *
   * @param demand time on one CPU that a request needs here
   * @param servers CPUs
   */
  record Station(double demand, int servers) {
    Station {
      if (!(demand >= 0) || servers < 1) {
        throw new IllegalArgumentException(
            "no station of demand " + demand + " and " + servers + " servers");
      }
    }
  }

  /**
   * A stack.
   *
   * @param delay time of a request outside of the stations; not negative
   */
  ClosedNetwork(List<Station> stations, double delay) {
    if (!(delay >= 0)) {
      throw new IllegalArgumentException("delay below 0: " + delay);
    }
    this.stations = List.copyOf(stations);
    this.delay = delay;
  }

  /** Requests that a unit of time sees answered, of clients that think so long between them. */
  double throughput(int clients, double think) {
    if (clients < 1) {
      return 0;
    }
    if (delay + think + stations.stream().mapToDouble(Station::demand).sum() == 0) {
      return Double.POSITIVE_INFINITY;
    }
    List<double[]> factors = new ArrayList<>();
    for (Station station : stations) {
      double[] factor = new double[clients + 1];
      for (int n = 1; n <= clients; n++) {
        factor[n] =
            factor[n - 1] + Math.log(station.demand) - Math.log(Math.min(n, station.servers));
      }
      factors.add(factor);
    }
    double[] outside = new double[clients + 1];
    for (int n = 1; n <= clients; n++) {
      outside[n] = outside[n - 1] + Math.log(delay + think) - Math.log(n);
    }
    double[] sum = outside;
    for (double[] factor : factors.subList(0, Math.max(0, factors.size() - 1))) {
      sum = convolved(sum, factor);
    }
    double[] last = factors.isEmpty() ? unit(clients) : factors.get(factors.size() - 1);
    return Math.exp(convolved(sum, last, clients - 1) - convolved(sum, last, clients));
  }

  /** Mean time from a client's request to its answer. */
  double residence(int clients, double think) {
    double throughput = throughput(clients, think);
    return throughput == 0 ? delay : clients / throughput - think;
  }

  /** Logarithms of what leaves the other factor as it is. */
  private static double[] unit(int clients) {
    double[] unit = new double[clients + 1];
    Arrays.fill(unit, 1, unit.length, Double.NEGATIVE_INFINITY);
    return unit;
  }

  private static double[] convolved(double[] one, double[] other) {
    double[] sums = new double[one.length];
    Arrays.setAll(sums, n -> convolved(one, other, n));
    return sums;
  }

  /** Logarithm of the sum of the products whose places add up to n. */
  private static double convolved(double[] one, double[] other, int n) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k <= n; k++) {
      highest = Math.max(highest, one[k] + other[n - k]);
    }
    if (highest == Double.NEGATIVE_INFINITY) {
      return highest;
    }
    double sum = 0;
    for (int k = 0; k <= n; k++) {
      sum += Math.exp(one[k] + other[n - k] - highest);
    }
    return highest + Math.log(sum);
  }
}
