package io.tierlens.cli.report.html;

import io.tierlens.cli.report.model.GuestUse;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.words.Figures;

/** Draws what the hypervisor charged beside what the guest saw, in CPUs. */
final class GuestDrawing {

  private static final int BAR = 13;
  private static final int STEP = 16;
  private static final int GROUP_GAP = 10;

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
    Canvas canvas = new Canvas(longest);
    double y = 4;
    for (GuestUse use : scope.guests()) {
      boolean guest = use.guestBusyCores() != null;
      String name = use.run() + " " + use.domain();
      canvas.name(name, y + (guest ? STEP : STEP / 2.0) + 3);
      bar(canvas, use.chargedCores(), y, "host", name + ", charged by the host");
      if (guest) {
        y += STEP;
        bar(canvas, use.guestBusyCores(), y, "guest", name + ", seen by the guest");
      }
      y += STEP + GROUP_GAP;
    }
    return canvas.drawing(id, "CPUs charged and seen, " + scope.scope().label(), y - GROUP_GAP + 2);
  }

  private static void bar(Canvas canvas, double cores, double y, String style, String what) {
    String figure = Figures.cores(cores) + " CPUs";
    canvas.bar(0, cores, y, BAR, style, what + ": " + figure);
    canvas.figure(canvas.x(cores) - 4, y + BAR - 2.5, figure);
    canvas.say(what + " " + figure);
  }
}
