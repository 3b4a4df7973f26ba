package io.tierlens.cli.report.markdown;

import io.tierlens.attribution.table.Finding;
import io.tierlens.cli.report.model.CauseWords;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.RunFindings;
import io.tierlens.cli.report.words.CauseNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Which causes fit, as Markdown; their signs are folded. */
final class MarkdownCauses {

  private MarkdownCauses() {}

  static void write(Report report, MarkdownPage page) throws IOException {
    for (RunFindings findings : report.findings()) {
      page.heading(
          2,
          "Causes, " + findings.run() + (report.compares() ? " against " + report.baseline() : ""));
      List<List<String>> rows = new ArrayList<>();
      for (RunFindings.InScope scope : findings.scopes()) {
        scope.causes().forEach(cause -> rows.add(row(scope.label(), cause)));
      }
      if (rows.isEmpty()) {
        page.paragraph(CauseWords.NONE);
      } else {
        page.words(List.of("window", "cause", "verdict", "against", "not measured"), rows);
      }
      if (!findings.scopes().isEmpty()) {
        page.fold("Signs, and what is ruled out", () -> signs(findings, page));
      }
    }
  }

  private static void signs(RunFindings findings, MarkdownPage page) throws IOException {
    List<String> lines = new ArrayList<>();
    for (RunFindings.InScope scope : findings.scopes()) {
      for (Finding cause : scope.causes()) {
        lines.add(
            scope.label()
                + ", "
                + CauseNames.of(cause.rule())
                + ": "
                + CauseWords.joined(cause.evidence()));
      }
      CauseWords.excluded(scope).forEach(line -> lines.add(scope.label() + ", " + line));
    }
    page.bullets(lines);
    page.bullets(CauseWords.next(findings));
  }

  private static List<String> row(String window, Finding cause) {
    return List.of(
        window,
        CauseNames.of(cause.rule()),
        CauseWords.verdict(cause),
        CauseWords.joined(cause.contradicting()),
        CauseWords.joined(cause.missing()));
  }
}
