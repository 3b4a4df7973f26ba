package io.tierlens.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.tierlens.attribution.chain.BeamMatcher;
import io.tierlens.attribution.chain.ConnectionLanes;
import io.tierlens.attribution.chain.Matching;
import io.tierlens.attribution.chain.Problem;
import io.tierlens.attribution.chain.ProcessLanes;
import io.tierlens.attribution.simulation.SimulatedRun;
import io.tierlens.attribution.simulation.Simulation;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Times the tying of queries to requests beside time joins, on simulated runs of eight clients with
 * exact stamps, and says how much of it is right. All of them get the same requests and queries.
 */
public final class MatchingSpeed {
  private static final double NANOS = 1e9;
  private static final int CLIENTS = 8;

  /** A time join is too short for the clock: so many are measured together. */
  private static final int JOINS = 200;

  private final int rounds;

  private MatchingSpeed(int rounds) {
    this.rounds = rounds;
  }

  /** What is measured, on a run with the keys that it needs; a peer is no level of ours. */
  private record Way(
      String label,
      boolean isOurs,
      UnaryOperator<Simulation> keys,
      Function<Problem, int[]> ties) {}

  private static final List<Way> WAYS =
      List.of(
          new Way(
              "L1: process and kept connection",
              true,
              plan -> plan,
              problem -> whole(ProcessLanes.match(problem))),
          new Way(
              "L2: kept connection",
              true,
              Simulation::withoutPids,
              problem -> whole(ConnectionLanes.match(problem))),
          new Way(
              "L3: no key",
              true,
              MatchingSpeed::keyless,
              problem -> whole(BeamMatcher.match(problem))),
          new Way(
              "peer: the request that holds it and started last",
              false,
              MatchingSpeed::keyless,
              TimeJoins::lastStartedThatHoldsIt),
          new Way(
              "peer: the request that started last",
              false,
              MatchingSpeed::keyless,
              TimeJoins::lastStarted));

  private static Simulation keyless(Simulation plan) {
    return plan.withoutPids().withoutConnectionIds();
  }

  /** CPU seconds of one call, and what it gave. */
  private record Timed<T>(double seconds, T result) {}

  /**
   * Prints a table of Markdown.
   *
   * @param arguments the number of rounds, of which the least counts, and numbers of requests; the
   *     first of them is gone through once more, before the others, to warm up
   */
  public static void main(String[] arguments) {
    MatchingSpeed speed = new MatchingSpeed(Integer.parseInt(arguments[0]));
    // The first calls are those of an interpreter: once through all of them before anything counts.
    WAYS.forEach(way -> speed.line(way, Integer.parseInt(arguments[1])));
    System.out.println(
        "| way | requests | queries | CPU s | CPU µs per query | right | error by endpoint"
            + " | whole attribution with its self-test, CPU s |");
    System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|");
    for (int i = 1; i < arguments.length; i++) {
      int requests = Integer.parseInt(arguments[i]);
      for (Way way : WAYS) {
        System.out.println(speed.line(way, requests));
      }
    }
  }

  private String line(Way way, int requests) {
    Simulation plan =
        Simulation.closed(CLIENTS)
            .seed(100 + CLIENTS)
            .requests(requests)
            .think(50)
            .withoutSessions();
    SimulatedRun run = way.keys().apply(plan).run();
    Problem problem = run.problem();
    int[] truth = run.problemTruth();
    Timed<int[]> matched = least(way.isOurs() ? 1 : JOINS, () -> way.ties().apply(problem));
    String whole = "";
    if (way.isOurs()) {
      double seconds = least(1, () -> run.records().build().run()).seconds();
      whole = String.format(Locale.ROOT, " %.2f", seconds);
    }
    System.err.printf(Locale.ROOT, "benchmarks: %s, %d requests%n", way.label(), requests);
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %,d | %s | %.2f | %.3f | %.3f |%s |",
        way.label(),
        requests,
        problem.queries(),
        String.format(Locale.ROOT, way.isOurs() ? "%.2f" : "%.4f", matched.seconds()),
        matched.seconds() * 1e6 / problem.queries(),
        shareRight(matched.result(), truth),
        errorByEndpoint(problem, matched.result(), truth),
        whole);
  }

  /** The call whose process took the least CPU time: collector and compiler are in it. */
  private <T> Timed<T> least(int times, Supplier<T> call) {
    OperatingSystemMXBean process =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    Timed<T> least = null;
    for (int round = 0; round < rounds; round++) {
      long before = process.getProcessCpuTime();
      T result = call.get();
      for (int time = 1; time < times; time++) {
        result = call.get();
      }
      double seconds = (process.getProcessCpuTime() - before) / NANOS / times;
      least = least == null || seconds < least.seconds() ? new Timed<>(seconds, result) : least;
    }
    return least;
  }

  private static int[] whole(Matching matching) {
    int[] found = new int[matching.queries()];
    Arrays.fill(found, -1);
    for (int q = 0; q < found.length; q++) {
      if (matching.to(q) > matching.from(q)) {
        found[q] = matching.request(matching.from(q));
      }
    }
    return found;
  }

  private static double shareRight(int[] found, int[] truth) {
    int right = 0;
    for (int q = 0; q < truth.length; q++) {
      right += found[q] == truth[q] ? 1 : 0;
    }
    return (double) right / truth.length;
  }

  /** Mean over the pages: their time in the database is off by this share. */
  private static double errorByEndpoint(Problem problem, int[] found, int[] truth) {
    double[] told = new double[problem.pageNames().size()];
    double[] real = new double[told.length];
    for (int q = 0; q < truth.length; q++) {
      real[problem.page(truth[q])] += problem.timeUs(q);
      if (found[q] >= 0) {
        told[problem.page(found[q])] += problem.timeUs(q);
      }
    }
    double sum = 0;
    int pages = 0;
    for (int page = 0; page < real.length; page++) {
      if (real[page] > 0) {
        sum += Math.abs(told[page] / real[page] - 1);
        pages++;
      }
    }
    return sum / pages;
  }
}
