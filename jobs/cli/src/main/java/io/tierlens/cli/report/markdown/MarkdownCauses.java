package io.tierlens.cli.report.markdown;

import io.tierlens.attribution.table.Finding;
import io.tierlens.cli.report.model.CauseWords;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.RunFindings;
import io.tierlens.cli.report.words.CauseNames;
import java.io.IOException;
import java.util.List;

/** Which causes fit, as Markdown. */
final class MarkdownCauses {

  private MarkdownCauses() {}

  static void write(Report report, RunFindings findings, MarkdownPage page) throws IOException {
    page.heading(
        2,
        "Causes, " + findings.run() + (report.compares() ? " against " + report.baseline() : ""));
    if (findings.scopes().isEmpty()) {
      page.paragraph(CauseWords.NONE);
    }
    for (RunFindings.InScope scope : findings.scopes()) {
      page.heading(3, scope.label());
      if (!scope.causes().isEmpty()) {
        page.words(
            List.of("cause", "verdict", "for", "against", "not measured"),
            scope.causes().stream().map(MarkdownCauses::row).toList());
      }
      page.bullets(CauseWords.excluded(scope));
    }
    page.bullets(CauseWords.next(findings));
  }

  private static List<String> row(Finding cause) {
    return List.of(
        CauseNames.of(cause.rule()),
        CauseWords.verdict(cause),
        CauseWords.joined(cause.evidence()),
        CauseWords.joined(cause.contradicting()),
        CauseWords.joined(cause.missing()));
  }
}
