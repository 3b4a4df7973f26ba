package io.tierlens.cli.report.markdown;

import io.tierlens.cli.report.facts.LedgerRow;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.RunQuality;
import io.tierlens.cli.report.words.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the report rests on, as Markdown; of long lists the sum is what a ticket shows. */
final class MarkdownQuality {

  private MarkdownQuality() {}

  static void write(Report report, MarkdownPage page) throws IOException {
    page.heading(2, "Data quality");
    page.bullets(report.quality().stream().map(MarkdownQuality::sum).toList());
    Map<String, List<String>> notes = new LinkedHashMap<>();
    for (RunQuality quality : report.quality()) {
      quality
          .rejects()
          .forEach(
              reject ->
                  note(
                      notes,
                      quality,
                      reject.file()
                          + ": "
                          + Figures.count(reject.lines())
                          + " lines rejected, "
                          + reject.reason()));
      quality.notes().forEach(text -> note(notes, quality, text));
      quality.cannotTell().forEach(text -> note(notes, quality, "the logs cannot tell " + text));
    }
    page.fold(
        "Notes on the data",
        () ->
            page.bullets(
                notes.entrySet().stream()
                    .map(note -> String.join(", ", note.getValue()) + ": " + note.getKey())
                    .toList()));
  }

  /** A note that several runs have is written once. */
  private static void note(Map<String, List<String>> notes, RunQuality quality, String text) {
    notes.computeIfAbsent(text, key -> new ArrayList<>()).add(quality.run());
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
}
