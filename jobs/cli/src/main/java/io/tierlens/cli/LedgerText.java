package io.tierlens.cli;

import io.tierlens.formats.record.Reject;
import io.tierlens.formats.survey.FileSurvey;
import io.tierlens.pipeline.ingest.SurveyedFile;
import java.util.List;

/** The ledger of a run for a terminal. */
final class LedgerText {

  private LedgerText() {}

  static String of(String run, List<SurveyedFile> files) {
    TextTable table =
        new TextTable(
            2,
            "file",
            "kind",
            "bytes",
            "lines",
            "records",
            "further",
            "ignored",
            "rejected",
            "rows");
    long rejected = 0;
    for (SurveyedFile surveyed : files) {
      FileSurvey survey = surveyed.survey();
      rejected += survey.rejectedLines();
      table.add(
          surveyed.file().name(),
          survey.kind(),
          Long.toString(survey.bytes()),
          Long.toString(survey.lines()),
          Long.toString(survey.text().recordLines()),
          Long.toString(survey.text().continuationLines()),
          Long.toString(survey.text().ignoredLines()),
          Long.toString(survey.rejectedLines()),
          Long.toString(survey.totalRows()));
    }
    StringBuilder text = new StringBuilder("run " + run + "\n").append(table);
    for (SurveyedFile surveyed : files) {
      for (Reject reject : surveyed.firstRejects()) {
        text.append("rejected ")
            .append(surveyed.file().name())
            .append(':')
            .append(reject.line())
            .append(": ")
            .append(reject.reason())
            .append('\n');
      }
    }
    if (rejected > 0) {
      text.append("All ").append(rejected).append(" rejected lines are in table reject.\n");
    }
    return text.append('\n').toString();
  }
}
