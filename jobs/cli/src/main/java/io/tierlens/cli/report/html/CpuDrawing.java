package io.tierlens.cli.report.html;

import io.tierlens.cli.report.model.CpuMode;
import io.tierlens.cli.report.model.CpuUse;
import io.tierlens.cli.report.model.ModeUse;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.words.Figures;
import io.tierlens.cli.report.words.Printable;
import io.tierlens.cli.report.words.RunNames;
import java.util.List;
import java.util.Objects;

/** Draws CPU time per request as bars grouped by mode, one for every run. */
final class CpuDrawing {

  private static final int NAME = 20;
  private static final int BAR = 15;
  private static final int STEP = 19;
  private static final int GROUP_GAP = 8;

  /** Leaves room for the figures behind the bars. */
  private static final double RIGHT = 48;

  /** Columns of a name behind a figure, so that a phone shows it whole. */
  private static final int NAME_LENGTH = 16;

  private final List<String> runs;
  private final RunNames names;

  CpuDrawing(List<String> runs) {
    this.runs = runs;
    this.names = RunNames.of(runs, Printable::text, NAME_LENGTH);
  }

  Drawing of(ScopeReport scope, String id) {
    List<CpuUse> uses =
        scope.cpu().stream().filter(use -> use.inStack() && use.host() != null).toList();
    double longest =
        uses.stream()
            .flatMap(use -> use.modes().stream())
            .map(ModeUse::msPerRequest)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(0);
    if (longest == 0) {
      return null;
    }
    boolean oneHost = uses.stream().map(CpuUse::host).distinct().count() == 1;
    Canvas canvas = new Canvas(longest, RIGHT);
    double y = 0;
    for (CpuMode mode : CpuMode.values()) {
      if (uses.stream().allMatch(use -> Objects.equals(use.mode(mode).msPerRequest(), 0.0))) {
        continue;
      }
      canvas.name(mode.key(), y + 14);
      y += NAME;
      for (CpuUse use : uses) {
        bar(canvas, use, use.mode(mode), y, oneHost);
        y += STEP;
      }
      y += GROUP_GAP;
    }
    return canvas.drawing(
        id, "CPU time per request by mode, " + scope.scope().label(), y - GROUP_GAP);
  }

  private void bar(Canvas canvas, CpuUse use, ModeUse mode, double y, boolean oneHost) {
    String what = use.run() + " " + use.host() + ", " + mode.mode().key();
    String run = names.of(use.run());
    String name = oneHost ? run : run + ", " + Canvas.briefName(use.host());
    if (mode.msPerRequest() == null) {
      canvas.label(0, 0, y + 12, "start", "faint", Figures.NOT_IN_LOGS + ", " + name);
      canvas.say(what + ": " + Figures.NOT_IN_LOGS);
      return;
    }
    String figure = Figures.millis(mode.msPerRequest());
    String interval =
        mode.low() == null || mode.high() == null
            ? ""
            : ", " + Figures.millis(mode.low()) + " to " + Figures.millis(mode.high());
    String style = "run" + runs.indexOf(use.run()) % 4;
    canvas.bar(0, mode.msPerRequest(), y, BAR, style, what + ": " + figure + interval);
    canvas.figure(canvas.x(mode.msPerRequest()), y + 12, figure + "  " + name);
    canvas.say(what + " " + figure);
  }
}
