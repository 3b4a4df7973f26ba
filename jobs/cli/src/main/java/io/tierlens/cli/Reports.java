package io.tierlens.cli;

import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.model.Options;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.ReportBuilder;
import io.tierlens.pipeline.Progress;
import io.tierlens.pipeline.attribute.AttributeJob;
import io.tierlens.pipeline.lake.Lake;
import io.tierlens.pipeline.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Makes a report of runs in a lake. */
final class Reports {

  private Reports() {}

  /** The first run is the baseline; runs that were not attributed yet are attributed first. */
  static Report of(SparkSession spark, Lake lake, List<String> runs, Progress progress) {
    List<RunFacts> facts = new ArrayList<>();
    for (String run : runs) {
      if (!lake.has(run, TableSchema.DERIVED)) {
        AttributeJob.of(spark, lake, run, progress).run();
      }
      progress.step("reading the figures of " + run, 0);
      facts.add(new RunFactsReader(spark, lake).read(run));
    }
    return new ReportBuilder(new BatchDifferences()).build(facts, Options.DEFAULT);
  }
}
