package io.tierlens.attribution.chain;

import java.util.ArrayList;
import java.util.List;

/**
 * Ties queries to requests by what pages do alone: no key but the stamps, which should be much
 * finer than the gaps between queries. Works on sparse logs (slow queries only) as well.
 *
 * <p>A beam follows the likeliest joint assignments through time; from all that it kept come
 * expected counts, from these a better model of the pages, and so on until the ties settle. The
 * first model comes from giving each query to the request that has been idle longest, or from
 * another run.
 *
 * <p>Takes time in proportion to the queries, but more the more requests are under way together: a
 * caller should look at their number before. The result doesn't depend on how many threads there
 * are, nor on how pages and statements are numbered.
 */
public final class BeamMatcher {
  /** So many hypotheses are followed while learning, */
  private static final int LEARNING_WIDTH = 16;

  /** and so many at last. */
  private static final int WIDTH = 32;

  /** After so many rounds nothing more is to be expected. */
  private static final int MOST_ROUNDS = 12;

  /** Ties have settled once fewer than this share of them changes in a round. */
  private static final double SETTLED = 0.01;

  /** So many queries tell what pages do as well as more would. */
  private static final int ENOUGH_TO_LEARN = 40_000;

  private BeamMatcher() {}

  /**
   * Ties each query to at most one request, learning from the run itself; the certainty of a tie is
   * its probability by the model that was learnt.
   */
  public static Matching match(Problem problem) {
    return match(problem, Window.USUAL_SIZE);
  }

  static Matching match(Problem problem, int windowSize) {
    return run(problem, windowSize).whole();
  }

  /**
   * Ties the queries, starting from what another run taught, best one of a single client; its pages
   * and statements are known by their names.
   */
  public static Matching match(Problem problem, ChainModel start) {
    return run(problem, start, Window.USUAL_SIZE).whole();
  }

  /**
   * Shares each query by how likely each request is to have run it. Sums over many queries are
   * nearer to the truth so than with {@link #match(Problem)}.
   */
  public static Matching share(Problem problem) {
    return run(problem, Window.USUAL_SIZE).shared();
  }

  /** Shares the queries, starting from what another run taught. */
  public static Matching share(Problem problem, ChainModel start) {
    return run(problem, start, Window.USUAL_SIZE).shared();
  }

  private static BeamRun run(Problem problem, int windowSize) {
    ChainModel guess = ChainModel.of(problem, IdleFirst.ties(problem));
    return run(problem, guess, new ChainModel(problem), windowSize);
  }

  private static BeamRun run(Problem problem, ChainModel start, int windowSize) {
    ChainModel known = start.translatedTo(problem);
    return run(problem, known, known, windowSize);
  }

  /** The order that is known stays known; gaps are each run's own. */
  private static BeamRun run(Problem problem, ChainModel start, ChainModel known, int windowSize) {
    BeamRun run = new BeamRun(problem);
    List<Window> windows = Window.cut(problem, run.queries(), windowSize);
    List<Window> lesson = lesson(windows);
    ChainModel model = start;
    double changed = 1;
    for (int round = 0; round < MOST_ROUNDS && changed >= SETTLED; round++) {
      changed = run.follow(scores(run, model, false), lesson, LEARNING_WIDTH);
      model = run.learnt();
      model.addOrder(known);
    }
    // Repeats are counted once it is clear which ones there are.
    run.follow(scores(run, model, true), lesson, LEARNING_WIDTH);
    model = run.learnt();
    model.addOrder(known);
    run.follow(scores(run, model, true), windows, WIDTH);
    return run;
  }

  private static ChainScores scores(BeamRun run, ChainModel model, boolean counting) {
    return new ChainScores(model, counting, run.spanUs());
  }

  /** As many of the windows as are enough to learn from, all over the run. */
  private static List<Window> lesson(List<Window> windows) {
    int queries = windows.isEmpty() ? 0 : windows.get(windows.size() - 1).commitTo();
    int step = Math.max(1, queries / ENOUGH_TO_LEARN);
    List<Window> lesson = new ArrayList<>();
    for (int i = 0; i < windows.size(); i += step) {
      lesson.add(windows.get(i));
    }
    return lesson;
  }
}
