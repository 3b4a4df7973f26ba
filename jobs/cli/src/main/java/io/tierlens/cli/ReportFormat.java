package io.tierlens.cli;

import io.tierlens.cli.report.ReportRenderer;
import io.tierlens.cli.report.html.HtmlRenderer;
import io.tierlens.cli.report.json.JsonRenderer;
import io.tierlens.cli.report.text.TextOptions;
import io.tierlens.cli.report.text.TextRenderer;

/** The forms that a report can have. */
enum ReportFormat {
  TEXT,
  JSON,
  HTML;

  /** Writes this form; {@code text} says how text may look. */
  ReportRenderer renderer(TextOptions text) {
    return switch (this) {
      case TEXT -> new TextRenderer(text);
      case JSON -> new JsonRenderer();
      case HTML -> new HtmlRenderer();
    };
  }
}
