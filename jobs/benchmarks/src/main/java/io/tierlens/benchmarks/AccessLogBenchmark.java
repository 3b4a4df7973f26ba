package io.tierlens.benchmarks;

import static io.tierlens.formats.ReadOptions.FORMAT;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.record.Selection;
import java.io.IOException;
import java.util.Set;
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

/** Time of one line of an access log. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(AccessLogBenchmark.LINES)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 8, time = 1)
public class AccessLogBenchmark {

  /** Too few: all of it lies in the processor's cache. */
  static final int LINES = 40_000;

  private static final ReadOptions OPTIONS = ReadOptions.NONE.with(FORMAT, AccessLog.FORMAT);

  private final byte[] log = new AccessLog().lines(LINES);

  @Benchmark
  public void allColumns(Blackhole sink) throws IOException {
    Reading.read("apache-access", OPTIONS, Selection.ALL, log, sink);
  }

  @Benchmark
  public void threeColumns(Blackhole sink) throws IOException {
    read(Set.of("start_time", "status", "duration_us"), sink);
  }

  @Benchmark
  public void timeOnly(Blackhole sink) throws IOException {
    read(Set.of("start_time"), sink);
  }

  /** With {@link #pathOnly} tells what folding costs. */
  @Benchmark
  public void endpointOnly(Blackhole sink) throws IOException {
    read(Set.of("endpoint"), sink);
  }

  @Benchmark
  public void pathOnly(Blackhole sink) throws IOException {
    read(Set.of("method", "path"), sink);
  }

  @Benchmark
  public void regexAllColumns(Blackhole sink) throws IOException {
    RegexAccess.readAll(log, sink);
  }

  @Benchmark
  public void regexThreeColumns(Blackhole sink) throws IOException {
    RegexAccess.readThree(log, sink);
  }

  private void read(Set<String> fields, Blackhole sink) throws IOException {
    Reading.read("apache-access", OPTIONS, Selection.of(fields), log, sink);
  }
}
