package io.tierlens.cli.report.text;

import io.tierlens.attribution.table.Finding;
import io.tierlens.cli.report.model.CauseWords;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.RunFindings;
import io.tierlens.cli.report.words.CauseNames;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
        page.paragraph(CauseWords.NONE);
      }
      Set<String> missing = new HashSet<>();
      for (RunFindings.InScope scope : findings.scopes()) {
        page.paragraph(scope.label() + ":");
        for (Finding cause : scope.causes()) {
          page.bullet(CauseNames.of(cause.rule()) + ": " + CauseWords.verdict(cause));
          signs("for", cause.evidence());
          signs("against", cause.contradicting());
          // The windows of a run lack the same, mostly: once is enough.
          if (missing.add(cause.rule() + cause.missing())) {
            signs("not measured", cause.missing());
          }
        }
        for (String excluded : CauseWords.excluded(scope)) {
          page.bullet(excluded);
        }
        page.blank();
      }
      for (String next : CauseWords.next(findings)) {
        page.paragraph(next);
      }
    }
  }

  private void signs(String side, List<String> signs) throws IOException {
    if (!signs.isEmpty()) {
      page.indented(side + ": " + CauseWords.joined(signs));
    }
  }
}
