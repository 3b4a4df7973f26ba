package io.tierlens.cli.report.markdown;

import io.tierlens.cli.report.facts.LedgerRow;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.RunQuality;
import io.tierlens.cli.report.words.Figures;
import java.io.IOException;
import java.util.List;

/** What the report rests on, as Markdown; of long lists the sum is what a ticket shows. */
final class MarkdownQuality {

  private MarkdownQuality() {}

  static void write(Report report, MarkdownPage page) throws IOException {
    page.heading(2, "Data quality");
    page.bullets(report.quality().stream().map(MarkdownQuality::sum).toList());
    for (RunQuality quality : report.quality()) {
      page.fold("Data of " + quality.run(), () -> all(quality, page));
    }
  }

  private static String sum(RunQuality quality) {
    long lines = quality.files().stream().mapToLong(LedgerRow::lines).sum();
    long rejected = quality.files().stream().mapToLong(LedgerRow::rejectedLines).sum();
    return quality.run()
        + ": "
        + Figures.count(quality.files().size())
        + " files, "
        + Figures.count(lines)
        + " lines, "
        + Figures.count(rejected)
        + " rejected"
        + (quality.level() == null ? "" : "; level " + quality.level().level());
  }

  private static void all(RunQuality quality, MarkdownPage page) throws IOException {
    if (!quality.files().isEmpty()) {
      page.table(
          List.of("file", "kind", "rows", "ignored", "rejected"),
          quality.files().stream()
              .map(
                  file ->
                      List.of(
                          file.file(),
                          file.kind(),
                          Figures.count(file.rows()),
                          Figures.count(file.ignoredLines()),
                          Figures.count(file.rejectedLines())))
              .toList());
    }
    page.bullets(
        quality.rejects().stream()
            .map(
                reject ->
                    reject.file()
                        + ": "
                        + Figures.count(reject.lines())
                        + " lines rejected, "
                        + reject.reason())
            .toList());
    page.bullets(quality.notes());
    if (!quality.cannotTell().isEmpty()) {
      page.paragraph("These logs cannot tell:");
      page.bullets(quality.cannotTell());
    }
  }
}
