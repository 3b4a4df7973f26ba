package io.tierlens.pipeline.compare;

import static org.apache.spark.sql.functions.col;

import io.tierlens.attribution.finding.FindingInput;
import io.tierlens.attribution.finding.HostActivities;
import io.tierlens.attribution.record.MetricSample;
import io.tierlens.attribution.record.Window;
import io.tierlens.attribution.table.Request;
import io.tierlens.attribution.table.RunTables;
import io.tierlens.attribution.table.StatementTotal;
import io.tierlens.pipeline.lake.Lake;
import io.tierlens.pipeline.lake.StoredRun;
import io.tierlens.pipeline.schema.Instants;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** An attributed run with all that a comparison looks at. */
public final class ComparedRun {
  private final FindingInput input;

  private ComparedRun(FindingInput input) {
    this.input = input;
  }

  /** Reads a run that has been attributed. */
  public static ComparedRun read(SparkSession spark, Lake lake, String run) {
    RunTables tables = new RunTablesReader(spark, lake, run).read();
    Window span = span(run, tables.requests());
    return new ComparedRun(
        new FindingInput(
            tables,
            StoredRun.of(spark, lake, run).hosts(),
            HostActivities.of(samples(spark, lake, run, span), span, tables.windows())));
  }

  public String name() {
    return input.tables().run();
  }

  /** What each class of statements took, by window and over the whole run. */
  public List<StatementTotal> statements() {
    return input.tables().statements();
  }

  FindingInput input() {
    return input;
  }

  private static Window span(String run, List<Request> requests) {
    long from = requests.stream().mapToLong(Request::startTime).min().orElse(0);
    long to = requests.stream().mapToLong(r -> r.startTime() + r.durationUs()).max().orElse(from);
    return new Window(run, from, to);
  }

  /** What sar recorded of machines while there were requests. */
  private static List<MetricSample> samples(
      SparkSession spark, Lake lake, String run, Window span) {
    return lake
        .table(spark, "host_metric", run)
        .where(col("metric").isin(HostActivities.metrics().toArray()))
        .where(col("interval_end").gt(Instants.ofMicros(span.startUs())))
        .where(col("interval_start").lt(Instants.ofMicros(span.endUs())))
        .collectAsList()
        .stream()
        .map(
            row ->
                new MetricSample(
                    row.getAs("host"),
                    Instants.micros(row.getAs("interval_start")),
                    Instants.micros(row.getAs("interval_end")),
                    row.getAs("section"),
                    row.getAs("item"),
                    row.getAs("metric"),
                    row.getAs("value")))
        .toList();
  }
}
