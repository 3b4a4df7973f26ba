package io.tierlens.attribution.chain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which statement a page runs after which, and after which it ends: counts of what was seen, with a
 * little of everything else.
 */
public final class PageModel {
  /** Stands for the statement before a page's first. */
  public static final int START = -1;

  private static final double UNSEEN = 0.1;

  private final int statements;
  private final Map<Long, Integer> contexts = new HashMap<>();
  private double[][] seen = new double[64][];
  private double[] total = new double[64];

  /** Knows nothing yet of so many classes of statements. */
  public PageModel(int statements) {
    this.statements = statements;
  }

  /** Learns that the page ran {@code statement} after {@code previous}. */
  public void learn(int page, int previous, int statement, double weight) {
    add(page, previous, statement, weight);
  }

  /** Learns that the page ended after {@code previous}. */
  public void learnEnd(int page, int previous, double weight) {
    add(page, previous, statements, weight);
  }

  /** Logarithm of the probability that the page runs {@code statement} after {@code previous}. */
  public double logNext(int page, int previous, int statement) {
    return log(page, previous, statement);
  }

  /** Logarithm of the probability that the page runs nothing more after {@code previous}. */
  public double logEnd(int page, int previous) {
    return log(page, previous, statements);
  }

  private void add(int page, int previous, int event, double weight) {
    int context = contexts.computeIfAbsent(key(page, previous), key -> contexts.size());
    if (context == seen.length) {
      seen = Arrays.copyOf(seen, 2 * context);
      total = Arrays.copyOf(total, 2 * context);
    }
    if (seen[context] == null) {
      seen[context] = new double[statements + 1];
    }
    seen[context][event] += weight;
    total[context] += weight;
  }

  private double log(int page, int previous, int event) {
    Integer context = contexts.get(key(page, previous));
    double all = UNSEEN * (statements + 1);
    return context == null
        ? -Math.log(statements + 1.0)
        : Math.log((seen[context][event] + UNSEEN) / (total[context] + all));
  }

  private long key(int page, int previous) {
    return (long) page * (statements + 1) + previous + 1;
  }
}
