package io.tierlens.cli.report.text;

import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.Waterfall;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The way from the baseline's mean to the candidate's, drawn with characters. */
final class WaterfallSection {

  private static final int NARROW_BAR = 15;

  private final Sheet sheet;
  private final Page page;

  WaterfallSection(Sheet sheet) {
    this.sheet = sheet;
    this.page = sheet.page;
  }

  void write() throws IOException {
    Set<String> said = new HashSet<>();
    for (String run : candidates(sheet.report)) {
      String window = null;
      boolean first = true;
      for (Waterfall waterfall : shown(run)) {
        if (first || !Objects.equals(window, waterfall.window())) {
          page.section("What changed on " + run + Sheet.in(waterfall.window()));
        }
        first = false;
        window = waterfall.window();
        if (waterfall.split() == Waterfall.Split.TIERS) {
          page.grid(grid(waterfall));
        } else {
          page.indented("By a queueing model: " + steps(waterfall) + ".");
        }
        if (waterfall.remark() != null && said.add(waterfall.remark())) {
          page.indented("Note: " + waterfall.remark() + ".");
        }
      }
    }
  }

  private static List<String> candidates(Report report) {
    return report.runs().stream().skip(1).map(run -> run.run()).toList();
  }

  /** Those of the windows with full tables; if there is none, the candidate's first. */
  private List<Waterfall> shown(String run) {
    List<Waterfall> all =
        sheet.report.waterfalls().stream().filter(fall -> fall.run().equals(run)).toList();
    List<Waterfall> full = all.stream().filter(fall -> sheet.isFull(fall.window())).toList();
    List<Waterfall> shown = full.isEmpty() ? all.stream().limit(1).toList() : full;
    sheet.omit("what changed in other windows", all.size() - shown.size());
    return shown;
  }

  /** Machine and load are few steps: they need no drawing. */
  private String steps(Waterfall waterfall) {
    return waterfall.steps().stream()
        .map(
            step ->
                step.label()
                    + " "
                    + sheet.figures.signed(step.deltaUs())
                    + (step.significant() == null
                        ? ""
                        : " " + ChangeMark.word(step.deltaUs(), step.significant())))
        .collect(Collectors.joining(", "));
  }

  private Grid grid(Waterfall waterfall) {
    double at = waterfall.baselineUs();
    double low = Math.min(0, Math.min(at, waterfall.candidateUs()));
    double high = Math.max(at, waterfall.candidateUs());
    for (Waterfall.Step step : waterfall.steps()) {
      at += step.deltaUs();
      low = Math.min(low, at);
      high = Math.max(high, at);
    }
    Lane lane = new Lane(low, high, NARROW_BAR + page.width() - TextOptions.NARROW);
    Grid grid =
        new Grid(
            Grid.Align.NAME, Grid.Align.LEFT, Grid.Align.RIGHT, Grid.Align.LEFT, Grid.Align.LEFT);
    at = waterfall.baselineUs();
    grid.row(total(sheet.report.baseline(), at, lane));
    for (Waterfall.Step step : waterfall.steps()) {
      String interval = sheet.figures.signedInterval(step.lowUs(), step.highUs());
      grid.row(
          List.of(
              page.shown(step.label()),
              lane.bar(at, at + step.deltaUs(), step.deltaUs() < 0 ? '-' : '+'),
              sheet.figures.signed(step.deltaUs()),
              step.significant() == null ? "" : ChangeMark.word(step.deltaUs(), step.significant()),
              interval));
      at += step.deltaUs();
    }
    return grid.row(total(waterfall.run(), waterfall.candidateUs(), lane));
  }

  private List<String> total(String run, double us, Lane lane) {
    return List.of(
        Objects.requireNonNull(sheet.names.of(run)),
        lane.bar(0, us, page.unicode() ? '\u2588' : '='),
        sheet.figures.duration(us),
        "",
        "");
  }

  /** A line of characters that stands for the times from low to high. */
  private record Lane(double low, double high, int width) {

    String bar(double from, double to, char mark) {
      int start = column(Math.min(from, to));
      int end = column(Math.max(from, to));
      // Whatever is too short to be drawn still has its place.
      return " ".repeat(Math.min(start, width - 1))
          + String.valueOf(mark).repeat(Math.max(1, end - start));
    }

    private int column(double us) {
      return high <= low ? 0 : (int) Math.round((us - low) / (high - low) * width);
    }
  }
}
