package io.tierlens.cli.report.text;

import static java.util.Objects.requireNonNull;

import io.tierlens.cli.report.ReportRenderer;
import io.tierlens.cli.report.facts.RunRow;
import io.tierlens.cli.report.model.Comparability;
import io.tierlens.cli.report.model.Conclusion;
import io.tierlens.cli.report.model.Load;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.Scope;
import io.tierlens.cli.report.words.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The report as text of 80 columns. */
public final class TextRenderer implements ReportRenderer {

  private final TextOptions options;

  /** A renderer with this look. */
  public TextRenderer(TextOptions options) {
    this.options = requireNonNull(options, "options");
  }

  @Override
  public void render(Report report, Appendable out) throws IOException {
    Page page = new Page(out, options);
    title(report, page);
    for (Conclusion conclusion : report.conclusions()) {
      page.heading("Verdict on " + conclusion.run());
      page.paragraph(String.join(" ", conclusion.sentences()));
      for (String detail : conclusion.details()) {
        page.bullet(detail);
      }
    }
    new FindingSection(report, page).write();
    new TierSection(report, page).write();
    new CpuSection(report, page).write();
    new SpreadSection(report, page).write();
    new ChangeSection(report, page).write();
    new EndpointSection(report, page).write();
    new QualitySection(report, page).write();
  }

  private static void title(Report report, Page page) throws IOException {
    List<String> names = report.runs().stream().map(RunRow::run).toList();
    page.title(
        report.compares()
            ? "tierlens: "
                + String.join(", ", names.subList(1, names.size()))
                + " against "
                + names.get(0)
            : "tierlens: " + names.get(0));
    for (RunRow run : report.runs()) {
      page.bullet(
          run.run()
              + (run.environment() == null ? "" : ", " + run.environment())
              + (run.description() == null ? "" : ": " + run.description()));
    }
  }

  /** The line above a scope: its name and the load of every run. */
  static String heading(Scope scope) {
    List<String> loads = new ArrayList<>();
    for (Load load : scope.loads()) {
      loads.add(
          load.requests() == null
              ? load.run() + " no requests"
              : load.run()
                  + " "
                  + Figures.count(load.requests())
                  + " requests"
                  + (load.concurrency() == null
                      ? ""
                      : " at concurrency " + Figures.cores(load.concurrency())));
    }
    return (scope.window() == null ? "Whole run" : "Window " + scope.window())
        + " ("
        + String.join(", ", loads)
        + ")";
  }

  /** The remarks on how far the runs can be compared in a scope. */
  static void remarks(Scope scope, Page page) throws IOException {
    for (Comparability comparability : scope.comparabilities()) {
      if (comparability.remark() != null) {
        page.indented(
            (comparability.comparable() ? "Note on " : "Not comparable, ")
                + comparability.candidate()
                + ": "
                + comparability.remark()
                + ".");
      }
    }
  }
}
