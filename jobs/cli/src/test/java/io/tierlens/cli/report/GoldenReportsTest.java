package io.tierlens.cli.report;

import io.tierlens.cli.report.csv.CsvRenderer;
import io.tierlens.cli.report.csv.CsvTable;
import io.tierlens.cli.report.csv.CsvTables;
import io.tierlens.cli.report.html.HtmlRenderer;
import io.tierlens.cli.report.json.JsonRenderer;
import io.tierlens.cli.report.markdown.MarkdownRenderer;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.text.TextOptions;
import io.tierlens.cli.report.text.TextRenderer;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Reports as they were last approved; CONTRIBUTING.md has the command that approves new ones. */
class GoldenReportsTest {

  private static final Report TWO = SampleReports.two();
  private static final Report THREE = SampleReports.three();
  private static final Report ONE = SampleReports.one();

  @Test
  void text() throws IOException {
    check("two-runs.txt", new TextRenderer(TextOptions.PLAIN), TWO);
    check("two-runs-unicode.txt", new TextRenderer(new TextOptions(true, false)), TWO);
    check("three-runs.txt", new TextRenderer(TextOptions.PLAIN), THREE);
    check("one-run.txt", new TextRenderer(TextOptions.PLAIN), ONE);
    check("two-runs-120.txt", new TextRenderer(TextOptions.PLAIN.wide(120)), TWO);
    check("two-runs-details.txt", new TextRenderer(TextOptions.PLAIN.detailed(true)), TWO);
  }

  @Test
  void json() throws IOException {
    check("two-runs.json", new JsonRenderer(), TWO);
  }

  @Test
  void html() throws IOException {
    check("two-runs.html", new HtmlRenderer(), TWO);
    check("three-runs.html", new HtmlRenderer(), THREE);
    check("one-run.html", new HtmlRenderer(), ONE);
  }

  @Test
  void markdownAndCsv() throws IOException {
    check("two-runs.md", new MarkdownRenderer(), TWO);
    check("two-runs.csv", new CsvRenderer(), TWO);
  }

  @Test
  void csvTables() throws IOException {
    for (CsvTable<?> table : CsvTables.all()) {
      StringBuilder out = new StringBuilder();
      table.write(TWO, out);
      Golden.check("two-runs-tables/" + table.name() + ".csv", out.toString());
    }
  }

  private static void check(String name, ReportRenderer renderer, Report report)
      throws IOException {
    StringBuilder out = new StringBuilder();
    renderer.render(report, out);
    Golden.check(name, out.toString());
  }
}
