package io.tierlens.attribution.chain;

/**
 * The densities that a {@link GapModel} makes of its counts, worked out once: what was seen seldom
 * leans on what the whole page does, and that on what all pages do.
 */
final class GapTables {
  /** A narrower context counts as much as the wider one once it was seen so often. */
  private static final double TRUST = 20;

  private static final double UNSEEN = 0.3;

  private final GapModel model;
  private final int bins = GapModel.bins();
  private final double[] probability;
  private final double[] log;
  private final double[] longer;
  private final boolean[] done;

  GapTables(GapModel model) {
    this.model = model;
    int contexts = model.contexts();
    probability = new double[contexts * bins];
    log = new double[contexts * bins];
    longer = new double[contexts * (bins + 1)];
    done = new boolean[contexts];
    for (int c = 0; c < contexts; c++) {
      fill(c);
    }
  }

  private void fill(int number) {
    if (done[number]) {
      return;
    }
    done[number] = true;
    long context = model.context(number);
    int wider = -1;
    if (!model.widest(context)) {
      wider = model.number(model.wider(context));
      fill(wider);
    }
    double total = model.total(context);
    for (int b = bins - 1; b >= 0; b--) {
      double seen = model.seen(context, b);
      double p =
          wider < 0
              ? (seen + UNSEEN / bins) / (total + UNSEEN)
              : (seen + TRUST * probability[wider * bins + b]) / (total + TRUST);
      probability[number * bins + b] = p;
      log[number * bins + b] = Math.log(p);
      longer[number * (bins + 1) + b] = longer[number * (bins + 1) + b + 1] + p;
    }
  }

  /** The narrowest context that was seen, or -1. */
  private int number(int kind, int page, int previous, int next) {
    int number = model.number(model.context(kind, page, previous, next));
    if (number < 0) {
      number = model.number(model.context(kind, page, GapModel.ANY, GapModel.ANY));
    }
    return number >= 0
        ? number
        : model.number(model.context(kind, GapModel.ANY, GapModel.ANY, GapModel.ANY));
  }

  /** Logarithm of the gap's density by microsecond. */
  double log(int kind, int page, int previous, int next, long gapUs, long slackUs) {
    int number = number(kind, page, previous, next);
    double inBin = number < 0 ? -Math.log(bins) : log[number * bins + GapModel.bin(gapUs)];
    return inBin - GapModel.logWidth(gapUs, slackUs);
  }

  /** Probability that the page waits longer for its next statement. */
  double longer(int page, int previous, long gapUs) {
    int number = number(GapModel.WAIT, page, previous, GapModel.ANY);
    if (number < 0) {
      return 1;
    }
    double place = Math.min(GapModel.place(gapUs), bins - 1e-9);
    int bin = (int) place;
    int at = number * (bins + 1) + bin;
    return longer[at + 1] + (longer[at] - longer[at + 1]) * (1 - (place - bin));
  }
}
