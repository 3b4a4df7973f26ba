package io.tierlens.cli.report.markdown;

import io.tierlens.cli.report.ReportRenderer;
import io.tierlens.cli.report.model.Conclusion;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.words.Figures;
import java.io.IOException;
import java.util.List;

/** The report as Markdown that fits a ticket: what is long is folded. */
public final class MarkdownRenderer implements ReportRenderer {

  @Override
  public void render(Report report, Appendable out) throws IOException {
    MarkdownPage page = new MarkdownPage(out);
    Figures figures = new Figures(report.unit());
    List<String> names = report.runs().stream().map(run -> run.run()).toList();
    page.heading(
        1,
        "tierlens: "
            + (report.compares()
                ? String.join(", ", names.subList(1, names.size())) + " against " + names.get(0)
                : names.get(0)));
    for (Conclusion conclusion : report.conclusions()) {
      page.heading(2, "Verdict on " + conclusion.run());
      page.paragraph(String.join(" ", conclusion.sentences()));
      page.bullets(conclusion.details());
    }
    MarkdownTime.write(report, figures, page);
    MarkdownCpu.write(report, page);
    MarkdownCauses.write(report, page);
    MarkdownMoves.write(report, figures, page);
    MarkdownChanges.write(report, figures, page);
    MarkdownQuality.write(report, page);
  }
}
