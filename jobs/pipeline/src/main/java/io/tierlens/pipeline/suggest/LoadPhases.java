package io.tierlens.pipeline.suggest;

import io.tierlens.formats.bytes.Codec;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.Selection;
import io.tierlens.pipeline.ingest.SurveyedFile;
import io.tierlens.pipeline.ingest.TimeSpan;
import io.tierlens.pipeline.run.HadoopLogFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/**
 * Phases of a load test: stretches in which about as many requests are under way at a time. What is
 * found is a proposal for windows and no more, so only clear steps count.
 */
final class LoadPhases {

  /** Longer runs are no load tests; ordinary traffic rises and falls without steps. */
  private static final long LONGEST_US = 6 * 3_600_000_000L;

  private static final long SHORTEST_US = 60_000_000;

  private static final int SLICES = 240;

  /**
   * Too few: a step is split in two. Too many: a slice holds part of a request, and all is noise.
   */
  private static final int REQUESTS_IN_A_SLICE = 2;

  /** A phase is at least so many slices long. */
  private static final int LEAST_SLICES = 4;

  /** Neighbours whose square roots differ by less are one phase. */
  private static final double CLEAR_STEP = 0.25;

  private static final int MOST_PHASES = 12;

  private static final double IDLE = 0.02;

  private LoadPhases() {}

  /**
   * A stretch of even load.
   *
   * @param startUs microseconds since the epoch
   * @param concurrency requests under way at a time, on average
   */
  record Phase(long startUs, long endUs, double concurrency) {
    /** A pause between phases. */
    boolean isIdle() {
      return concurrency < IDLE;
    }
  }

  /**
   * The phases of a run; none if its load has no clear steps.
   *
   * @param accessLogs whose requests are the load
   * @param requests from when to when they go
   * @throws IOException if a file cannot be read
   */
  static List<Phase> of(
      Collection<SurveyedFile> accessLogs, TimeSpan requests, Configuration configuration)
      throws IOException {
    long length = requests == null ? 0 : requests.lastUs() - requests.firstUs();
    long rows =
        accessLogs.stream().mapToLong(log -> log.survey().rows().getOrDefault("access", 0L)).sum();
    if (length < SHORTEST_US || length > LONGEST_US || rows < 50) {
      return List.of();
    }
    long slices = Math.min(SLICES, Math.max(10, rows / REQUESTS_IN_A_SLICE));
    long width = Math.max(1, length / slices / 1_000_000) * 1_000_000;
    double[] load = new double[(int) (length / width) + 1];
    for (SurveyedFile log : accessLogs) {
      add(log, requests.firstUs(), width, load, configuration);
    }
    return clear(load, requests.firstUs(), width);
  }

  /** Adds to each slice how many requests are under way in it, on average. */
  private static void add(
      SurveyedFile log, long from, long width, double[] load, Configuration configuration)
      throws IOException {
    HadoopLogFile file = HadoopLogFile.of(log.file(), configuration);
    LineReader lines =
        new LineReader(Codec.decode(file.open(0)), log.file().readOptions().maxLineBytes());
    Selection selection = Selection.of(Set.of("start_time", "duration_us"));
    try (RecordReader reader =
        log.file()
            .format()
            .open(lines, log.toRead().readOptions(), selection, new Account(reject -> {}))) {
      while (reader.next()) {
        LogRecord record = reader.record();
        int start = record.type().index("start_time");
        int duration = record.type().index("duration_us");
        if (!record.isNull(start) && !record.isNull(duration)) {
          add(record.longAt(start) - from, record.longAt(duration), width, load);
        }
      }
    }
  }

  private static void add(long start, long duration, long width, double[] load) {
    long end = start + duration;
    for (long i = Math.max(0, start / width); i < load.length && i * width < end; i++) {
      long common = Math.min(end, (i + 1) * width) - Math.max(start, i * width);
      load[(int) i] += Math.max(0, (double) common / width);
    }
  }

  private static List<Phase> clear(double[] load, long from, long width) {
    double[] roots = Arrays.stream(load).map(Math::sqrt).toArray();
    List<Integer> cuts = new ArrayList<>(cuts(roots));
    for (int i = 1; i + 1 < cuts.size(); ) {
      double before = mean(roots, cuts.get(i - 1), cuts.get(i));
      double after = mean(roots, cuts.get(i), cuts.get(i + 1));
      if (Math.abs(before - after) < CLEAR_STEP) {
        cuts.remove(i);
        i = Math.max(1, i - 1);
      } else {
        i++;
      }
    }
    List<Phase> phases = new ArrayList<>();
    for (int i = 0; i + 1 < cuts.size(); i++) {
      double concurrency = mean(load, cuts.get(i), cuts.get(i + 1));
      phases.add(
          new Phase(from + cuts.get(i) * width, from + cuts.get(i + 1) * width, concurrency));
    }
    return phases.size() < 2 || phases.size() > MOST_PHASES ? List.of() : phases;
  }

  /** Where the level changes: the cheapest of all ways to cut, each cut having its price. */
  private static List<Integer> cuts(double[] y) {
    int n = y.length;
    double[] sum = new double[n + 1];
    double[] squares = new double[n + 1];
    for (int i = 0; i < n; i++) {
      sum[i + 1] = sum[i] + y[i];
      squares[i + 1] = squares[i] + y[i] * y[i];
    }
    double price = price(y);
    double[] cost = new double[n + 1];
    int[] begin = new int[n + 1];
    for (int end = 1; end <= n; end++) {
      cost[end] = Double.POSITIVE_INFINITY;
      for (int start = 0; start <= end - LEAST_SLICES || start == 0; start++) {
        double total = sum[end] - sum[start];
        double error = squares[end] - squares[start] - total * total / (end - start);
        double all = (start == 0 ? 0 : cost[start] + price) + error;
        if (all < cost[end]) {
          cost[end] = all;
          begin[end] = start;
        }
      }
    }
    List<Integer> cuts = new ArrayList<>(List.of(n));
    for (int end = n; end > 0; end = begin[end]) {
      cuts.add(0, begin[end]);
    }
    return cuts;
  }

  /** What a cut must save: many times the noise of a slice, which does not come alone. */
  private static double price(double[] y) {
    double[] steps = new double[y.length - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = Math.abs(y[i + 1] - y[i]);
    }
    Arrays.sort(steps);
    double noise = steps[steps.length / 2] / 0.954;
    return 12 * Math.max(noise * noise, 1e-3) * Math.log(y.length);
  }

  private static double mean(double[] y, int from, int to) {
    return Arrays.stream(y, from, to).average().orElse(0);
  }
}
