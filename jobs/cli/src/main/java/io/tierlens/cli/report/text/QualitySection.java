package io.tierlens.cli.report.text;

import io.tierlens.cli.report.facts.LedgerRow;
import io.tierlens.cli.report.facts.RejectCount;
import io.tierlens.cli.report.facts.StampSlack;
import io.tierlens.cli.report.model.RunQuality;
import io.tierlens.cli.report.words.Figures;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How good the data is, and what it cannot tell. */
final class QualitySection {

  /** Rejects of a run that are named. */
  private static final int REJECTS = 3;

  /** Kinds of logs that are named. */
  private static final int KINDS = 2;

  private final Sheet sheet;
  private final Page page;
  private final List<RunQuality> runs;

  QualitySection(Sheet sheet) {
    this.sheet = sheet;
    this.page = sheet.page;
    this.runs = sheet.report.quality();
  }

  void write() throws IOException {
    if (sheet.details) {
      for (RunQuality quality : runs) {
        all(quality);
      }
      return;
    }
    page.section("Data");
    page.grid(sums());
    for (RunQuality quality : runs) {
      rejects(quality);
    }
    for (String note : notes()) {
      page.bullet(note);
    }
    Notes gaps = new Notes(names());
    runs.forEach(run -> run.cannotTell().forEach(gap -> gaps.add(sheet.names.of(run.run()), gap)));
    gaps(gaps.lines());
  }

  private List<String> names() {
    return runs.stream().map(run -> sheet.names.of(run.run())).toList();
  }

  private Grid sums() {
    Grid grid =
        new Grid(
            Grid.Align.LEFT,
            Grid.Align.RIGHT,
            Grid.Align.RIGHT,
            Grid.Align.RIGHT,
            Grid.Align.RIGHT);
    grid.row(List.of("", "files", "rows", "ignored lines", "rejected lines"));
    for (RunQuality quality : runs) {
      List<LedgerRow> files = quality.files();
      sheet.omit("files", files.size());
      grid.row(
          List.of(
              sheet.names.of(quality.run()),
              Figures.count(files.size()),
              Figures.count(files.stream().mapToLong(LedgerRow::rows).sum()),
              Figures.count(files.stream().mapToLong(LedgerRow::ignoredLines).sum()),
              Figures.count(files.stream().mapToLong(LedgerRow::rejectedLines).sum())));
    }
    return grid;
  }

  /** The notes in short, each once; the kinds of logs with the same stamps together. */
  private List<String> notes() {
    Notes notes = new Notes(names());
    Map<String, Set<String>> kinds = new LinkedHashMap<>();
    for (RunQuality quality : runs) {
      for (String note : quality.notes()) {
        String kind = kindOf(note, quality.slacks());
        if (kind.isEmpty()) {
          notes.add(sheet.names.of(quality.run()), Notes.firstSentence(note));
        } else {
          kinds
              .computeIfAbsent(note.substring(kind.length()), words -> new LinkedHashSet<>())
              .add(kind);
        }
      }
    }
    List<String> lines = notes.lines();
    kinds.forEach(
        (words, names) ->
            lines.add(
                (names.size() > KINDS ? names.size() + " kinds of logs" : String.join(", ", names))
                    + words));
    return lines;
  }

  private static String kindOf(String note, List<StampSlack> slacks) {
    return slacks.stream()
        .map(StampSlack::kind)
        .filter(kind -> note.startsWith(kind + ": "))
        .findFirst()
        .orElse("");
  }

  private void rejects(RunQuality quality) throws IOException {
    List<RejectCount> shown = sheet.first(REJECTS, quality.rejects(), "kinds of rejected lines");
    for (RejectCount reject : shown) {
      page.bullet(
          (runs.size() > 1 && !sheet.details ? quality.run() + ", " : "")
              + reject.file()
              + ": "
              + Figures.count(reject.lines())
              + " lines rejected, "
              + reject.reason());
    }
  }

  private void gaps(List<String> gaps) throws IOException {
    if (!gaps.isEmpty()) {
      page.paragraph("These logs cannot tell:");
      for (String gap : gaps) {
        page.bullet(gap);
      }
    }
  }

  private void all(RunQuality quality) throws IOException {
    page.section("Data of " + quality.run());
    Grid grid =
        new Grid(
            Grid.Align.NAME, Grid.Align.NAME, Grid.Align.RIGHT, Grid.Align.RIGHT, Grid.Align.RIGHT);
    grid.row(List.of("file", "kind", "rows", "ignored", "rejected"));
    for (LedgerRow file : quality.files()) {
      grid.row(
          List.of(
              page.shown(file.file()),
              page.shown(file.kind()),
              Figures.count(file.rows()),
              Figures.count(file.ignoredLines()),
              Figures.count(file.rejectedLines())));
    }
    if (!quality.files().isEmpty()) {
      page.grid(grid);
    }
    rejects(quality);
    for (String note : quality.notes()) {
      page.bullet(note);
    }
    gaps(quality.cannotTell());
  }
}
