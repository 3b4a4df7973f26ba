package io.tierlens.attribution.chain;

/**
 * Which statement a page runs after which, and after which it ends: counts of what was seen, with a
 * little of what other pages do there, and of everything else.
 */
public final class PageModel {
  /** Stands for the statement before a page's first. */
  public static final int START = -1;

  private static final int ANY_PAGE = -1;
  private static final double UNSEEN = 0.1;
  private static final double TRUST = 1;

  private final int statements;
  private final Counts events = new Counts();
  private final Counts contexts = new Counts();

  /** Knows nothing yet of so many classes of statements. */
  public PageModel(int statements) {
    this.statements = statements;
  }

  /** Learns that the page ran {@code statement} after {@code previous}. */
  public void learn(int page, int previous, int statement, double weight) {
    add(page, previous, statement, weight);
    add(ANY_PAGE, previous, statement, weight);
  }

  /** Learns that the page ended after {@code previous}. */
  public void learnEnd(int page, int previous, double weight) {
    learn(page, previous, statements, weight);
  }

  /** Logarithm of the probability that the page runs {@code statement} after {@code previous}. */
  public double logNext(int page, int previous, int statement) {
    return Math.log(probability(page, previous, statement));
  }

  /** Logarithm of the probability that the page runs nothing more after {@code previous}. */
  public double logEnd(int page, int previous) {
    return Math.log(probability(page, previous, statements));
  }

  /** Learns all that the other one knows. */
  void add(PageModel other) {
    events.add(other.events);
    contexts.add(other.contexts);
  }

  /** Learns what the other one knows, in other numbers; -1 stands for what has none here. */
  void add(PageModel other, int[] pages, int[] ofStatements) {
    long side = other.statements + 1L;
    for (int i = 0; i < other.events.size(); i++) {
      long key = other.events.key(i);
      int event = (int) (key % side);
      int previous = (int) (key / side % side) - 1;
      int page = (int) (key / side / side) - 1;
      int pageHere = page == ANY_PAGE ? ANY_PAGE : pages[page];
      int eventHere = event == other.statements ? statements : ofStatements[event];
      int previousHere = previous == START ? START : ofStatements[previous];
      boolean known = previous == START || previousHere >= 0;
      if (known && eventHere >= 0 && (page == ANY_PAGE || pageHere >= 0)) {
        add(pageHere, previousHere, eventHere, other.events.sum(i));
      }
    }
  }

  /** The number that stands for the page's end among the events. */
  int end() {
    return statements;
  }

  /** Probability of a statement, or of the {@link #end}. */
  double probability(int page, int previous, int event) {
    double everything = UNSEEN * (statements + 1);
    double other =
        (events.get(event(ANY_PAGE, previous, event)) + UNSEEN)
            / (contexts.get(context(ANY_PAGE, previous)) + everything);
    return probability(page, previous, event, other, TRUST);
  }

  /** Probability that leans on another one as far as little was seen. */
  double probability(int page, int previous, int event, double other, double trust) {
    double seen = contexts.get(context(page, previous));
    return seen == 0
        ? other
        : (events.get(event(page, previous, event)) + trust * other) / (seen + trust);
  }

  private void add(int page, int previous, int event, double weight) {
    events.add(event(page, previous, event), weight);
    contexts.add(context(page, previous), weight);
  }

  private long event(int page, int previous, int event) {
    return context(page, previous) * (statements + 1) + event;
  }

  private long context(int page, int previous) {
    return (page + 1L) * (statements + 1) + previous + 1;
  }
}
