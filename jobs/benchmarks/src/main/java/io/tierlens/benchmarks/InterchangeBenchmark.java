package io.tierlens.benchmarks;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.record.Selection;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Time of one line of Interchange's logs, beside cutting the line at its tabs into Strings. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(InterchangeBenchmark.LINES)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 8, time = 1)
public class InterchangeBenchmark {

  /** As many as the access log has, for the same reason. */
  static final int LINES = AccessLogBenchmark.LINES;

  private final byte[] benchLog = InterchangeLogs.benchLog(LINES);
  private final byte[] usertrack = InterchangeLogs.usertrack(LINES);

  /** Pairs the lines as well. */
  @Benchmark
  public void benchLog(Blackhole sink) throws IOException {
    Reading.read("interchange-bench", ReadOptions.NONE, Selection.ALL, benchLog, sink);
  }

  @Benchmark
  public void splitBenchLog(Blackhole sink) throws IOException {
    split(benchLog, sink);
  }

  @Benchmark
  public void usertrack(Blackhole sink) throws IOException {
    Reading.read("interchange-usertrack", ReadOptions.NONE, Selection.ALL, usertrack, sink);
  }

  @Benchmark
  public void splitUsertrack(Blackhole sink) throws IOException {
    split(usertrack, sink);
  }

  private static void split(byte[] log, Blackhole sink) throws IOException {
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new ByteArrayInputStream(log), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] fields = line.split("\t", -1);
      sink.consume(fields);
      sink.consume(Long.parseLong(fields[4]));
    }
  }
}
