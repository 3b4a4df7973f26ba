package io.tierlens.cli;

import io.tierlens.cli.report.facts.Judgement;
import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.model.Options;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.ReportBuilder;
import io.tierlens.pipeline.Progress;
import io.tierlens.pipeline.attribute.AttributeJob;
import io.tierlens.pipeline.compare.CompareJob;
import io.tierlens.pipeline.compare.ComparedRun;
import io.tierlens.pipeline.lake.Lake;
import io.tierlens.pipeline.schema.TableSchema;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Makes a report of runs in a lake. */
final class Reports {

  private Reports() {}

  /** The first run is the baseline; runs that were not attributed yet are attributed first. */
  static Report of(
      SparkSession spark, Lake lake, List<String> runs, Progress progress, PrintWriter err) {
    List<RunFacts> facts = new ArrayList<>();
    for (String run : runs) {
      if (!lake.has(run, TableSchema.DERIVED)) {
        AttributeJob.of(spark, lake, run, progress).run();
      }
      progress.step("reading the figures of " + run, 0);
      facts.add(new RunFactsReader(spark, lake).read(run));
    }
    return new ReportBuilder(new BatchDifferences())
        .build(facts, judgements(spark, lake, runs, progress, err), Options.DEFAULT);
  }

  /** Judges each candidate against the first run, or the only run, and keeps what comes out. */
  private static List<Judgement> judgements(
      SparkSession spark, Lake lake, List<String> runs, Progress progress, PrintWriter err) {
    CompareJob job = new CompareJob(spark, lake, progress);
    ComparedRun first = ComparedRun.read(spark, lake, runs.get(0));
    if (runs.size() == 1) {
      return List.of(kept(job, null, first, job.judge(first), err));
    }
    List<Judgement> judgements = new ArrayList<>();
    for (String run : runs.subList(1, runs.size())) {
      ComparedRun candidate = ComparedRun.read(spark, lake, run);
      CompareJob.Result result = job.compare(first, candidate);
      judgements.add(kept(job, first, candidate, result, err));
    }
    return judgements;
  }

  private static Judgement kept(
      CompareJob job,
      ComparedRun baseline,
      ComparedRun candidate,
      CompareJob.Result result,
      PrintWriter err) {
    try {
      job.keep(baseline, candidate, result);
    } catch (IOException e) {
      // The report needs no tables; someone who may only read the lake gets it too.
      err.println(
          "tables comparison and finding of "
              + candidate.name()
              + " are not kept, the lake cannot be written: "
              + e.getMessage());
    }
    return new Judgement(candidate.name(), result.comparisons(), result.findings());
  }
}
