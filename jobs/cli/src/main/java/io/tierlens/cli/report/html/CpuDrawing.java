package io.tierlens.cli.report.html;

import io.tierlens.cli.report.model.CpuMode;
import io.tierlens.cli.report.model.CpuUse;
import io.tierlens.cli.report.model.ModeUse;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.words.Figures;
import java.util.List;
import java.util.Objects;

/** Draws CPU time per request as bars grouped by mode, one for every run. */
final class CpuDrawing {

  private static final int BAR = 13;
  private static final int STEP = 16;
  private static final int GROUP_GAP = 10;

  private final List<String> runs;

  CpuDrawing(List<String> runs) {
    this.runs = runs;
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
    Canvas canvas = new Canvas(longest);
    double y = 4;
    for (CpuMode mode : CpuMode.values()) {
      if (uses.stream().allMatch(use -> Objects.equals(use.mode(mode).msPerRequest(), 0.0))) {
        continue;
      }
      canvas.name(mode.key(), y + (uses.size() * STEP) / 2.0 + 3);
      for (CpuUse use : uses) {
        bar(canvas, use, use.mode(mode), y);
        y += STEP;
      }
      y += GROUP_GAP;
    }
    return canvas.drawing(
        id, "CPU time per request by mode, " + scope.scope().label(), y - GROUP_GAP + 2);
  }

  private void bar(Canvas canvas, CpuUse use, ModeUse mode, double y) {
    String what = use.run() + " " + use.host() + ", " + mode.mode().key();
    if (mode.msPerRequest() == null) {
      canvas.figure(Canvas.LEFT, y + BAR - 2.5, Figures.NOT_IN_LOGS);
      canvas.say(what + ": " + Figures.NOT_IN_LOGS);
      return;
    }
    String figure = Figures.millis(mode.msPerRequest());
    canvas.bar(
        0, mode.msPerRequest(), y, BAR, "run" + runs.indexOf(use.run()) % 4, what + ": " + figure);
    canvas.figure(canvas.x(mode.msPerRequest()) - 4, y + BAR - 2.5, figure);
    canvas.say(what + " " + figure);
  }
}
