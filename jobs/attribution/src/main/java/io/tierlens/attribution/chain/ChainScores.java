package io.tierlens.attribution.chain;

/** What a {@link ChainModel} says to a run, worked out for many questions. */
final class ChainScores {
  /** Repeats count as much as the pair alone once they were seen so often. */
  private static final double TRUST = 4;

  /** So many queries of each statement are thought to come from elsewhere before any is seen. */
  private static final double STRAYS = 0.001;

  private static final double LEAST = 1e-9;

  private final PageModel pairs;
  private final PageModel repeats;
  private final GapTables gaps;
  private final Counts strays;
  private final boolean counting;
  private final double spanUs;

  /**
   * Works it out.
   *
   * @param counting whether repeats of a statement are counted
   * @param spanUs how long the run is
   */
  ChainScores(ChainModel model, boolean counting, double spanUs) {
    pairs = model.pairs;
    repeats = model.repeats;
    gaps = new GapTables(model.gaps);
    strays = model.strays;
    this.counting = counting;
    this.spanUs = spanUs;
  }

  /** How often the same statement ran in a row, as far as it is counted. */
  int repeats(int previous, int count, int statement) {
    return counting ? ChainModel.repeats(previous, count, statement) : 1;
  }

  /** Logarithm of the density with which the page runs the statement after the gap. */
  double logNext(int page, int previous, int count, int statement, long gapUs, long slackUs) {
    return Math.log(probability(page, previous, count, statement))
        + gaps.log(ChainModel.kind(previous), page, previous, statement, gapUs, slackUs);
  }

  /** Logarithm of the density with which the page ends after the gap. */
  double logEnd(int page, int previous, int count, long gapUs, long slackUs) {
    return Math.log(probability(page, previous, count, pairs.end()))
        + gaps.log(GapModel.LAST, page, previous, pairs.end(), gapUs, slackUs);
  }

  /** Logarithm of the density of what is left of the page. */
  double logRest(int page, int previous, long restUs, long slackUs) {
    return gaps.log(GapModel.REST, page, previous, GapModel.ANY, restUs, slackUs);
  }

  /** Logarithm of the probability that the page ran nothing more for so long. */
  double logWait(int page, int previous, int count, long elapsedUs) {
    double end = probability(page, previous, count, pairs.end());
    return Math.log(end + (1 - end) * gaps.longer(page, previous, elapsedUs) + LEAST);
  }

  /** Logarithm of the density with which the statement comes from elsewhere. */
  double logStray(int statement) {
    return Math.log((strays.get(statement) + STRAYS) / spanUs);
  }

  private double probability(int page, int previous, int count, int event) {
    double pair = pairs.probability(page, previous, event);
    return counting
        ? repeats.probability(ChainModel.repeated(page, count), previous, event, pair, TRUST)
        : pair;
  }
}
