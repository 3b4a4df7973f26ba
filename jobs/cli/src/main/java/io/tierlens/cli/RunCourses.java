package io.tierlens.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.unix_micros;

import io.tierlens.cli.report.facts.HostRow;
import io.tierlens.cli.report.facts.RunCourse;
import io.tierlens.cli.report.facts.RunRow;
import io.tierlens.pipeline.course.BinWidth;
import io.tierlens.pipeline.course.CourseBins;
import io.tierlens.pipeline.lake.Lake;
import io.tierlens.pipeline.schema.Instants;
import io.tierlens.pipeline.schema.RowRecords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads from the lake what went on during runs, all of them in bins of one width. */
final class RunCourses {

  /**
   * How far before the first request and behind the last one samples are shown, in parts of the
   * time between: a machine's sar of a week must not squeeze the ten minutes of a test.
   */
  private static final long MARGIN = 10;

  private final SparkSession spark;
  private final Lake lake;

  RunCourses(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /** From the first microsecond to the one behind the last. */
  private record Span(long from, long to) {}

  /**
   * The course of each run that has requests or samples.
   *
   * @param window the part of the runs that is wanted; null for all of them
   */
  List<RunCourse> read(List<RunRow> runs, String window) {
    List<RunRow> told = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    for (RunRow run : runs) {
      span(run, window)
          .ifPresent(
              span -> {
                told.add(run);
                spans.add(span);
              });
    }
    long longest = spans.stream().mapToLong(span -> span.to() - span.from()).max().orElse(1);
    long binUs = BinWidth.of(longest);
    List<RunCourse> courses = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      courses.add(course(told.get(i), spans.get(i), binUs));
    }
    return courses;
  }

  private RunCourse course(RunRow run, Span span, long binUs) {
    int bins = (int) Math.max(1, -Math.floorDiv(span.from() - span.to(), binUs));
    CourseBins course = new CourseBins(span.from(), binUs, bins);
    Column inside =
        col("interval_end")
            .gt(lit(Instants.ofMicros(span.from())))
            .and(col("interval_start").lt(lit(Instants.ofMicros(span.to()))));
    List<RunCourse.DomainBin> domains =
        RowRecords.records(
            course.domains(table("domain_sample", run).where(inside)), RunCourse.DomainBin.class);
    return new RunCourse(
        run.run(),
        Instants.ofMicros(span.from()),
        binUs,
        bins,
        RowRecords.records(course.requests(table("request", run)), RunCourse.RequestBin.class),
        stackFirst(
            run,
            RowRecords.records(
                course.cpu(
                    table("cpu_sample", run)
                        .where(inside)
                        .where(not(col("host").isin(bystanders(run, domains))))),
                RunCourse.CpuBin.class)),
        domains);
  }

  /** So that the machines that requests go through lie in the same lanes in all runs. */
  private static List<RunCourse.CpuBin> stackFirst(RunRow run, List<RunCourse.CpuBin> bins) {
    return bins.stream()
        .sorted(Comparator.comparing((RunCourse.CpuBin bin) -> !run.inStack(bin.host())))
        .toList();
  }

  /** Machines that are neither of the stack nor below it. */
  private static Object[] bystanders(RunRow run, List<RunCourse.DomainBin> domains) {
    Set<String> hypervisors = new HashSet<>();
    run.hosts().stream().map(HostRow::hypervisor).forEach(hypervisors::add);
    domains.stream().map(RunCourse.DomainBin::hypervisor).forEach(hypervisors::add);
    return run.hosts().stream()
        .filter(host -> host.tiers().isEmpty() && !hypervisors.contains(host.name()))
        .map(HostRow::name)
        .toArray();
  }

  private Optional<Span> span(RunRow run, String window) {
    if (window != null) {
      return run.windows().stream()
          .filter(row -> row.name().equals(window))
          .map(row -> new Span(Instants.micros(row.startTime()), Instants.micros(row.endTime())))
          .findFirst();
    }
    Dataset<Row> requests = table("request", run);
    Optional<Span> asked =
        span(
            requests
                .withColumn("from", micros("start_time"))
                .withColumn("to", micros("start_time").plus(col("duration_us")).plus(1)));
    Optional<Span> sampled =
        Stream.of("cpu_sample", "domain_sample")
            .map(
                table ->
                    span(
                        table(table, run)
                            .withColumn("from", micros("interval_start"))
                            .withColumn("to", micros("interval_end"))))
            .flatMap(Optional::stream)
            .reduce((a, b) -> new Span(Math.min(a.from(), b.from()), Math.max(a.to(), b.to())));
    if (asked.isEmpty() || sampled.isEmpty()) {
      return asked.or(() -> sampled);
    }
    long margin = (asked.get().to() - asked.get().from()) / MARGIN;
    return Optional.of(
        new Span(
            within(sampled.get().from(), asked.get().from() - margin, asked.get().from()),
            within(sampled.get().to(), asked.get().to(), asked.get().to() + margin)));
  }

  private static Optional<Span> span(Dataset<Row> rows) {
    Row found = rows.agg(min("from"), max("to")).first();
    return found.isNullAt(0) || found.isNullAt(1)
        ? Optional.empty()
        : Optional.of(new Span(found.getLong(0), found.getLong(1)));
  }

  private static long within(long value, long least, long most) {
    return Math.max(least, Math.min(most, value));
  }

  private static Column micros(String column) {
    return unix_micros(col(column));
  }

  private Dataset<Row> table(String table, RunRow run) {
    return lake.table(spark, table, run.run());
  }
}
