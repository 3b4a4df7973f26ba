package io.tierlens.benchmarks;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of the readers, and prints each beside its peer. */
public final class ScannerBenchmarks {

  /** What is printed, ours, the peer; no peer is an empty word. */
  private static final String[][] ROWS = {
    {"access log, all columns", "allColumns", "regexAllColumns"},
    {"access log, time, status and duration", "threeColumns", "regexThreeColumns"},
    {"access log, time alone", "timeOnly", ""},
    {"access log, method and path", "pathOnly", ""},
    {"access log, endpoint (folds the path)", "endpointOnly", ""},
    {"bench.log, all columns", "benchLog", "splitBenchLog"},
    {"usertrack, all columns", "usertrack", "splitUsertrack"},
  };

  private ScannerBenchmarks() {}

  public static void main(String[] arguments) throws RunnerException {
    Map<String, Double> microseconds = new TreeMap<>();
    var options =
        new OptionsBuilder()
            .include(ScannerBenchmarks.class.getPackageName() + "\\.")
            .addProfiler(CpuTime.class)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    for (RunResult result : new Runner(options).run()) {
      String benchmark = result.getParams().getBenchmark();
      double best = result.getSecondaryResults().get(CpuTime.NAME).getScore();
      microseconds.put(benchmark.substring(benchmark.lastIndexOf('.') + 1), best);
    }
    System.out.println(
        "| read from memory | CPU µs per line | peer | its CPU µs per line | ratio |");
    System.out.println("|---|---:|---|---:|---:|");
    for (String[] row : ROWS) {
      System.out.println(line(row, microseconds));
    }
  }

  private static String line(String[] row, Map<String, Double> microseconds) {
    double ours = microseconds.get(row[1]);
    if (row[2].isEmpty()) {
      return String.format(Locale.ROOT, "| %s | %.3f | | | |", row[0], ours);
    }
    double peers = microseconds.get(row[2]);
    String peer = row[2].startsWith("regex") ? "java.util.regex and Joda-Time" : "String.split";
    return String.format(
        Locale.ROOT, "| %s | %.3f | %s | %.3f | %.1f |", row[0], ours, peer, peers, peers / ours);
  }
}
