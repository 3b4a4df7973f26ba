package io.tierlens.attribution.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.difference.ClosedNetwork.Station;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosedNetworkTest {

  @ParameterizedTest
  @CsvSource({"1, 0.5, 3", "2, 0.5, 3", "5, 0.5, 3", "20, 0.5, 3", "100, 0.5, 3", "8, 2, 0.25"})
  void oneRepairmanIsAsInTheBooks(int clients, double demand, double think) {
    // Share of the time in which all think: 1 over the sum of N! / (N-n)! (D/Z)^n.
    double term = 1;
    double sum = 1;
    for (int n = 1; n <= clients; n++) {
      term *= (clients - n + 1) * demand / think;
      sum += term;
    }
    double expected = (1 - 1 / sum) / demand;
    ClosedNetwork network = new ClosedNetwork(List.of(new Station(demand, 1)), 0);
    assertThat(network.throughput(clients, think)).isCloseTo(expected, within(1e-9 * expected));
    assertThat(network.residence(clients, think))
        .isCloseTo(clients / expected - think, within(1e-8));
  }

  @Test
  void oneClientNeverWaits() {
    ClosedNetwork network =
        new ClosedNetwork(List.of(new Station(0.3, 4), new Station(0.2, 1)), 0.25);
    for (double think : new double[] {0, 0.1, 10}) {
      assertThat(network.residence(1, think)).isCloseTo(0.75, within(1e-12));
    }
  }

  @Test
  void asManyCpusAsClientsAreNoQueue() {
    ClosedNetwork network = new ClosedNetwork(List.of(new Station(0.3, 8)), 0.1);
    assertThat(network.residence(8, 0.5)).isCloseTo(0.4, within(1e-12));
    assertThat(network.residence(9, 0.5)).isGreaterThan(0.4 + 1e-7);
  }

  @Test
  void underHighLoadTheBusiestStationSetsThePace() {
    ClosedNetwork network =
        new ClosedNetwork(List.of(new Station(0.6, 4), new Station(0.1, 1)), 0.2);
    assertThat(network.throughput(500, 1)).isCloseTo(4 / 0.6, within(1e-6));
    assertThat(network.residence(500, 1)).isCloseTo(500 * 0.6 / 4 - 1, within(1e-4));
  }

  @Test
  void singleServersAreThoseOfMeanValueAnalysis() {
    double[] demands = {0.4, 0.25, 0.1};
    double[] queues = new double[3];
    List<Station> stations = new ArrayList<>();
    for (double demand : demands) {
      stations.add(new Station(demand, 1));
    }
    ClosedNetwork network = new ClosedNetwork(stations, 0.05);
    for (int clients = 1; clients <= 30; clients++) {
      double residence = 0.05;
      double[] times = new double[3];
      for (int k = 0; k < 3; k++) {
        times[k] = demands[k] * (1 + queues[k]);
        residence += times[k];
      }
      double throughput = clients / (residence + 2);
      for (int k = 0; k < 3; k++) {
        queues[k] = throughput * times[k];
      }
      assertThat(network.residence(clients, 2)).isCloseTo(residence, within(1e-9));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "4, 2, 1",
    "6, 2, 1",
    "6, 4, 2",
    "7, 1, 3",
    "7, 3, 3",
    "8, 2, 4",
    "8, 16, 1"
  })
  void manyServersAreThoseOfTheMarkovChain(int clients, int serversOne, int serversTwo) {
    double one = 0.35;
    double two = 0.2;
    double outside = 0.6;
    ClosedNetwork network =
        new ClosedNetwork(List.of(new Station(one, serversOne), new Station(two, serversTwo)), 0.1);
    double expected = new Chain(clients, outside, one, serversOne, two, serversTwo).throughput();
    assertThat(network.throughput(clients, outside - 0.1))
        .isCloseTo(expected, within(1e-9 * expected));
  }

  @Test
  void nothingToDoTakesNoTime() {
    assertThat(new ClosedNetwork(List.of(), 0).residence(3, 0)).isZero();
    assertThat(new ClosedNetwork(List.of(), 0.5).residence(3, 1)).isCloseTo(0.5, within(1e-12));
    assertThat(new ClosedNetwork(List.of(new Station(0, 1)), 0).residence(3, 1))
        .isCloseTo(0, within(1e-12));
    assertThatThrownBy(() -> new Station(1, 0)).hasMessageContaining("0 servers");
    assertThatThrownBy(() -> new ClosedNetwork(List.of(), -1)).hasMessageContaining("-1");
  }

  /** Every state of clients that are outside, then at one station, then at another; solved. */
  private static final class Chain {
    private final int clients;
    private final double[] rates;
    private final int[] servers;

    Chain(int clients, double outside, double one, int serversOne, double two, int serversTwo) {
      this.clients = clients;
      this.rates = new double[] {1 / outside, 1 / one, 1 / two};
      this.servers = new int[] {clients, serversOne, serversTwo};
    }

    double throughput() {
      int states = state(0, clients) + 1;
      // Flow out of each state less flow into it, by columns; the last equation is replaced.
      double[][] equations = new double[states][states + 1];
      for (int a = 0; a <= clients; a++) {
        for (int b = 0; a + b <= clients; b++) {
          int[] at = {clients - a - b, a, b};
          for (int from = 0; from < 3; from++) {
            double rate = rates[from] * Math.min(at[from], servers[from]);
            if (rate > 0) {
              int[] next = at.clone();
              next[from]--;
              next[(from + 1) % 3]++;
              equations[state(a, b)][state(a, b)] -= rate;
              equations[state(next[1], next[2])][state(a, b)] += rate;
            }
          }
        }
      }
      for (int s = 0; s <= states; s++) {
        equations[states - 1][s] = 1;
      }
      double[] shares = solved(equations);
      double flow = 0;
      for (int a = 0; a <= clients; a++) {
        for (int b = 0; a + b <= clients; b++) {
          flow += shares[state(a, b)] * rates[0] * (clients - a - b);
        }
      }
      return flow;
    }

    private int state(int a, int b) {
      // All pairs in order of their sum.
      return (a + b) * (a + b + 1) / 2 + b;
    }

    private static double[] solved(double[][] m) {
      int n = m.length;
      for (int column = 0; column < n; column++) {
        int pivot = column;
        for (int row = column; row < n; row++) {
          pivot = Math.abs(m[row][column]) > Math.abs(m[pivot][column]) ? row : pivot;
        }
        double[] swapped = m[column];
        m[column] = m[pivot];
        m[pivot] = swapped;
        for (int row = 0; row < n; row++) {
          double factor = row == column ? 0 : m[row][column] / m[column][column];
          for (int k = column; factor != 0 && k <= n; k++) {
            m[row][k] -= factor * m[column][k];
          }
        }
      }
      double[] x = new double[n];
      for (int row = 0; row < n; row++) {
        x[row] = m[row][n] / m[row][row];
      }
      return x;
    }
  }
}
