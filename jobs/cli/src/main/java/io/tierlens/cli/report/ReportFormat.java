package io.tierlens.cli.report;

import io.tierlens.cli.report.csv.CsvRenderer;
import io.tierlens.cli.report.html.HtmlRenderer;
import io.tierlens.cli.report.json.JsonRenderer;
import io.tierlens.cli.report.markdown.MarkdownRenderer;
import io.tierlens.cli.report.text.TextOptions;
import io.tierlens.cli.report.text.TextRenderer;
import java.util.Locale;

/** The forms that a report can have. */
public enum ReportFormat {
  /** Text for a terminal. */
  TEXT,
  /** Markdown. */
  MARKDOWN,
  /** JSON of schema {@code tierlens-report/1}. */
  JSON,
  /** CSV, one long table. */
  CSV,
  /** One self-contained HTML file. */
  HTML;

  /** Returns the name as users write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the renderer of this form; the options bear on text alone. */
  public ReportRenderer renderer(TextOptions options) {
    return switch (this) {
      case TEXT -> new TextRenderer(options);
      case MARKDOWN -> new MarkdownRenderer();
      case JSON -> new JsonRenderer();
      case CSV -> new CsvRenderer();
      case HTML -> new HtmlRenderer();
    };
  }
}
