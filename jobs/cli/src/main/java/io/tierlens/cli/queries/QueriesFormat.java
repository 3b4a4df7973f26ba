package io.tierlens.cli.queries;

import io.tierlens.cli.report.text.TextOptions;
import java.util.Locale;

/** The forms that digests can have. */
public enum QueriesFormat {
  /** Text of 100 columns. */
  TEXT,
  /** JSON of schema {@code tierlens-queries/1}. */
  JSON,
  /** CSV, a line for each class. */
  CSV;

  /** Returns the name as users write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the renderer of this form; the options bear on text alone. */
  public QueriesRenderer renderer(TextOptions options) {
    return switch (this) {
      case TEXT -> new QueriesText(options);
      case JSON -> new QueriesJson();
      case CSV -> new QueriesCsv();
    };
  }
}
