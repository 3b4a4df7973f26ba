package io.tierlens.cli.report.html;

import io.tierlens.cli.report.model.GuestUse;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.words.Figures;

/** Draws what the hypervisor charged beside what the guest saw, in CPUs. */
final class GuestDrawing {

  private static final int NAME = 20;
  private static final int BAR = 15;
  private static final int STEP = 19;
  private static final int GROUP_GAP = 8;

  /** Leaves room for the figures behind the bars. */
  private static final double RIGHT = 52;

  private GuestDrawing() {}

  static Drawing of(ScopeReport scope, String id) {
    if (scope.guests().isEmpty()) {
      return null;
    }
    double longest =
        scope.guests().stream()
            .mapToDouble(
                use ->
                    Math.max(
                        use.chargedCores(),
                        use.guestBusyCores() == null ? 0 : use.guestBusyCores()))
            .max()
            .orElse(0);
    Canvas canvas = new Canvas(longest, RIGHT);
    double y = 0;
    for (GuestUse use : scope.guests()) {
      String name = use.run() + " " + use.domain();
      canvas.label(0, 0, y + 14, "start", "name", name(use));
      y += NAME;
      bar(canvas, use.chargedCores(), y, "host", name + ", charged by the host");
      y += STEP;
      if (use.guestBusyCores() != null) {
        bar(canvas, use.guestBusyCores(), y, "guest", name + ", seen by the guest");
        y += STEP;
      }
      y += GROUP_GAP;
    }
    return canvas.drawing(id, "CPUs charged and seen, " + scope.scope().label(), y - GROUP_GAP);
  }

  private static String name(GuestUse use) {
    return Canvas.shortName(use.run()) + ", " + Canvas.briefName(use.domain());
  }

  private static void bar(Canvas canvas, double cores, double y, String style, String what) {
    String figure = Figures.cores(cores) + " CPUs";
    canvas.bar(0, cores, y, BAR, style, what + ": " + figure);
    canvas.figure(
        canvas.x(cores), y + 12, figure + (style.equals("host") ? "  charged" : "  seen"));
    canvas.say(what + " " + figure);
  }
}
