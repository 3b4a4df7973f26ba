package io.tierlens.cli.export;

import io.tierlens.pipeline.export.ExportedRun;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** The forms that traces can be written in. */
public enum ExportFormat {
  OTLP {
    @Override
    TraceWriter writer(ExportedRun run, Writer out) throws IOException {
      return new OtlpWriter(run, out);
    }
  },
  CHROME_TRACE {
    @Override
    TraceWriter writer(ExportedRun run, Writer out) throws IOException {
      return new ChromeWriter(run, out);
    }
  };

  abstract TraceWriter writer(ExportedRun run, Writer out) throws IOException;

  /** As users write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
