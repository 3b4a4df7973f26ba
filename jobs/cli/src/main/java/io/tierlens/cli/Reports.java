package io.tierlens.cli;

import io.tierlens.cli.report.facts.Judgement;
import io.tierlens.cli.report.facts.RunCourse;
import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.model.Options;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.ReportBuilder;
import io.tierlens.pipeline.Progress;
import io.tierlens.pipeline.Spelling;
import io.tierlens.pipeline.UserError;
import io.tierlens.pipeline.attribute.AttributeJob;
import io.tierlens.pipeline.compare.CompareJob;
import io.tierlens.pipeline.compare.ComparedRun;
import io.tierlens.pipeline.lake.Lake;
import io.tierlens.pipeline.lake.StoredRun;
import io.tierlens.pipeline.schema.TableSchema;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** Makes a report of runs in a lake. */
final class Reports {

  private Reports() {}

  /**
   * The first run is the baseline; runs that were not attributed yet are attributed first.
   *
   * @param window the one window that is reported on; null for all of them and the whole runs
   */
  static Report of(
      SparkSession spark,
      Lake lake,
      List<String> runs,
      String window,
      Progress progress,
      PrintWriter err) {
    requireWindow(spark, lake, runs, window);
    RunFactsReader reader = new RunFactsReader(spark, lake);
    CompareJob job = new CompareJob(spark, lake, progress);
    List<RunFacts> facts = new ArrayList<>();
    List<Judgement> judgements = new ArrayList<>();
    ComparedRun first = null;
    for (String name : runs) {
      if (!lake.has(name, TableSchema.DERIVED)) {
        AttributeJob.of(spark, lake, name, progress).run();
      }
      progress.step("reading the figures of " + name, 0);
      ComparedRun run = ComparedRun.read(spark, lake, name);
      facts.add(reader.read(name, run.statements()));
      if (runs.size() == 1) {
        judgements.add(kept(job, null, run, job.judge(run), err));
      } else if (first == null) {
        first = run;
      } else {
        judgements.add(kept(job, first, run, job.compare(first, run), err));
      }
    }
    List<RunCourse> courses =
        new RunCourses(spark, lake).read(facts.stream().map(RunFacts::run).toList(), window);
    return new ReportBuilder(new BatchDifferences())
        .build(facts, judgements, courses, Options.DEFAULT.in(window));
  }

  private static void requireWindow(
      SparkSession spark, Lake lake, List<String> runs, String window) {
    if (window == null) {
      return;
    }
    Set<String> known = new LinkedHashSet<>();
    for (String run : runs) {
      StoredRun.of(spark, lake, run).windows().forEach(one -> known.add(one.name()));
    }
    if (!known.contains(window)) {
      throw new UserError(
          "none of the runs has a window \""
              + window
              + "\"; "
              + (known.isEmpty()
                  ? "their run.yaml names no windows, so leave --window out"
                  : Spelling.hint(window, known)));
    }
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
