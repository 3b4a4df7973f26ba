package io.tierlens.cli.report;

import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.html.HtmlRenderer;
import io.tierlens.cli.report.model.Options;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.ReportBuilder;
import java.io.IOException;
import java.util.List;

/** Reports on the sample runs, and on hostile ones. */
final class SampleReports {

  private SampleReports() {}

  /** The baseline and one candidate. */
  static Report two() {
    return new ReportBuilder(new BatchDifferences())
        .build(
            List.of(SampleRuns.physical(), SampleRuns.virtual()),
            List.of(SampleJudgements.virtual()),
            SampleCourses.of(SampleRuns.physical(), SampleRuns.virtual()),
            Options.DEFAULT);
  }

  /** The baseline and two candidates. */
  static Report three() {
    return new ReportBuilder(new BatchDifferences())
        .build(
            List.of(SampleRuns.physical(), SampleRuns.virtual(), SampleRuns.fourCpus()),
            List.of(SampleJudgements.virtual(), SampleJudgements.fourCpus()),
            SampleCourses.of(SampleRuns.physical(), SampleRuns.virtual(), SampleRuns.fourCpus()),
            Options.DEFAULT);
  }

  /** One run alone. */
  static Report one() {
    return new ReportBuilder(new BatchDifferences())
        .build(
            List.of(SampleRuns.virtual()),
            List.of(SampleJudgements.alone()),
            SampleCourses.of(SampleRuns.virtual()),
            Options.DEFAULT);
  }

  /** A report whose texts are attacks and whose values may be missing. */
  static Report hostile(long seed) {
    HostileRuns hostile = new HostileRuns(seed);
    List<RunFacts> runs = hostile.runs();
    return new ReportBuilder(new BatchDifferences())
        .build(runs, hostile.judgements(runs), hostile.courses(runs), Options.DEFAULT);
  }

  static String html(Report report) throws IOException {
    StringBuilder out = new StringBuilder();
    new HtmlRenderer().render(report, out);
    return out.toString();
  }
}
