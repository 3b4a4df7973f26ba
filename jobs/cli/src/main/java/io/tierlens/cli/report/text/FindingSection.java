package io.tierlens.cli.report.text;

import io.tierlens.attribution.table.Finding;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.RunFindings;
import io.tierlens.cli.report.words.CauseNames;
import java.io.IOException;
import java.util.List;

/** Which causes fit, with what speaks for and against them. */
final class FindingSection {
  private final Report report;
  private final Page page;

  FindingSection(Report report, Page page) {
    this.report = report;
    this.page = page;
  }

  void write() throws IOException {
    for (RunFindings findings : report.findings()) {
      page.heading(
          report.compares()
              ? "Causes, " + findings.run() + " against " + report.baseline()
              : "Causes, " + findings.run());
      if (findings.scopes().isEmpty()) {
        page.paragraph("No cause is named: nothing measured speaks for one.");
      }
      for (RunFindings.InScope scope : findings.scopes()) {
        page.paragraph(scope.label() + ":");
        for (Finding cause : scope.causes()) {
          cause(cause);
        }
        for (Finding excluded : scope.excluded()) {
          page.bullet(
              "not "
                  + CauseNames.of(excluded.rule())
                  + " ("
                  + excluded.confidence()
                  + " confidence): "
                  + String.join("; ", excluded.contradicting()));
        }
        page.blank();
      }
    }
  }

  private void cause(Finding cause) throws IOException {
    page.bullet(
        CauseNames.of(cause.rule())
            + ": "
            + cause.verdict()
            + ", "
            + cause.confidence()
            + " confidence (docs/findings/"
            + cause.rule()
            + ".md)");
    signs("for", cause.evidence());
    signs("against", cause.contradicting());
    signs("not measured", cause.missing());
    page.indented("next: " + cause.nextExperiment());
  }

  private void signs(String side, List<String> signs) throws IOException {
    for (String sign : signs) {
      page.indented(side + ": " + sign);
    }
  }
}
