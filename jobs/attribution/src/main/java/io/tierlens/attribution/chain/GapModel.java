package io.tierlens.attribution.chain;

/**
 * How long a page waits between two of its statements, before its first and after its last, and how
 * long it still runs after a statement: counts in logarithmic bins, by pair of statements of a
 * page, by page, and for all pages.
 */
final class GapModel {
  /** The gap before a page's first statement. */
  static final int FIRST = 0;

  /** The gap between two statements. */
  static final int MIDDLE = 1;

  /** The gap between a page's last statement and its end. */
  static final int LAST = 2;

  /** From a statement's end to the page's end. */
  static final int REST = 3;

  /** The gap before whichever statement comes next. */
  static final int WAIT = 4;

  /** Stands for any page, and any statement. */
  static final int ANY = -2;

  private static final int KINDS = 5;
  private static final int BINS = 32;
  private static final double LOG_FACTOR = Math.log(1.6);

  /** Shorter than this, gaps are the same. */
  private static final double FINEST_US = 100;

  private final int statements;
  private final Counts bins = new Counts();
  private final Counts totals = new Counts();

  GapModel(int statements) {
    this.statements = statements;
  }

  /** Learns a gap. */
  void learn(int kind, int page, int previous, int next, long gapUs, double weight) {
    int bin = bin(gapUs);
    add(context(kind, page, previous, next), bin, weight);
    add(context(kind, page, ANY, ANY), bin, weight);
    add(context(kind, ANY, ANY, ANY), bin, weight);
  }

  /** Learns all that the other one knows. */
  void add(GapModel other) {
    bins.add(other.bins);
    totals.add(other.totals);
  }

  /**
   * Learns what the other one knows, in other numbers; -1 stands for what has none here.
   *
   * @param longer logarithm of how much longer the gaps are here
   */
  void add(GapModel other, int[] pages, int[] ofStatements, double longer) {
    int shift = (int) Math.round(longer / LOG_FACTOR);
    for (int i = 0; i < other.totals.size(); i++) {
      long old = other.totals.key(i);
      int page = other.pageOf(old);
      int previous = translate(other.previousOf(old), other.statements, ofStatements);
      int next = translate(other.nextOf(old), other.statements, ofStatements);
      int here = page == ANY ? ANY : pages[page];
      if (here == -1 || previous == Integer.MIN_VALUE || next == Integer.MIN_VALUE) {
        continue;
      }
      long context = context((int) (old % KINDS), here, previous, next);
      for (int bin = 0; bin < BINS; bin++) {
        double seen = other.seen(old, bin);
        if (seen > 0) {
          add(context, Math.max(0, Math.min(BINS - 1, bin + shift)), seen);
        }
      }
    }
  }

  private int translate(int statement, int otherEnd, int[] ofStatements) {
    if (statement < 0) {
      return statement;
    }
    if (statement == otherEnd) {
      return statements;
    }
    return ofStatements[statement] < 0 ? Integer.MIN_VALUE : ofStatements[statement];
  }

  int contexts() {
    return totals.size();
  }

  long context(int number) {
    return totals.key(number);
  }

  /** Number of a context, or -1 where it was never seen. */
  int number(long context) {
    return totals.number(context);
  }

  double total(long context) {
    return totals.get(context);
  }

  double seen(long context, int bin) {
    return bins.get(context * BINS + bin);
  }

  static int bins() {
    return BINS;
  }

  static int bin(long gapUs) {
    return (int) Math.min(BINS - 1, place(gapUs));
  }

  /** Where the gap lies among the bins, with its fraction. */
  static double place(long gapUs) {
    return gapUs <= 0 ? 0 : Math.log((gapUs + FINEST_US) / FINEST_US) / LOG_FACTOR;
  }

  /** Logarithm of the width that a bin has about the gap, blurred by the stamps' slack. */
  static double logWidth(long gapUs, long slackUs) {
    return Math.log(Math.max(0, gapUs) + FINEST_US + slackUs);
  }

  long context(int kind, int page, int previous, int next) {
    long side = statements + 3L;
    return (((page + 2L) * side + previous + 2) * side + next + 2) * KINDS + kind;
  }

  /** The context of the whole page, or of all pages. */
  long wider(long context) {
    int page = pageOf(context);
    int kind = (int) (context % KINDS);
    return previousOf(context) == ANY && nextOf(context) == ANY
        ? context(kind, ANY, ANY, ANY)
        : context(kind, page, ANY, ANY);
  }

  boolean widest(long context) {
    return pageOf(context) == ANY;
  }

  private int pageOf(long context) {
    long side = statements + 3L;
    return (int) (context / KINDS / side / side) - 2;
  }

  private int previousOf(long context) {
    long side = statements + 3L;
    return (int) (context / KINDS / side % side) - 2;
  }

  private int nextOf(long context) {
    return (int) (context / KINDS % (statements + 3L)) - 2;
  }

  private void add(long context, int bin, double weight) {
    bins.add(context * BINS + bin, weight);
    totals.add(context, weight);
  }
}
