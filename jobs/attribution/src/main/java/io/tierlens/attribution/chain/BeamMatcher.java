package io.tierlens.attribution.chain;

import java.util.ArrayList;
import java.util.List;

/**
 * Ties queries to requests by what pages do alone: no key but the stamps, which should be of
 * microseconds.
 *
 * <p>A beam follows the likeliest joint assignments through time; from all that it kept come
 * expected counts, from these a better model of the pages, and so on until the ties settle. The
 * first model comes from giving each query to the request that has been idle longest, or from
 * another run.
 */
public final class BeamMatcher {
  /** So many hypotheses are followed while learning, */
  private static final int LEARNING_WIDTH = Integer.getInteger("lw", 16);

  /** and so many at last. */
  private static final int WIDTH = Integer.getInteger("bw", 32);

  /** After so many rounds nothing more is to be expected. */
  private static final int MOST_ROUNDS = Integer.getInteger("rounds", 12);

  /** Ties have settled once fewer than this share of them changes in a round. */
  private static final double SETTLED = Double.parseDouble(System.getProperty("ch", "0.01"));

  /** So many queries tell what pages do as well as more would. */
  private static final int ENOUGH_TO_LEARN = Integer.getInteger("enough", 40_000);

  private static final double PRIOR = Double.parseDouble(System.getProperty("prior", "0"));

  private BeamMatcher() {}

  /** Ties the queries, learning from the run itself. */
  public static Matching match(Problem problem) {
    return match(problem, Window.USUAL_SIZE);
  }

  static Matching match(Problem problem, int windowSize) {
    ChainModel start = ChainModel.of(problem, IdleFirst.ties(problem));
    return match(problem, start, false, windowSize);
  }

  /**
   * Ties the queries, starting from what another run taught, best one of a single client; its pages
   * and statements are known by their names.
   */
  public static Matching match(Problem problem, ChainModel start) {
    return match(problem, start.translatedTo(problem), true, Window.USUAL_SIZE);
  }

  private static Matching match(Problem problem, ChainModel start, boolean known, int windowSize) {
    BeamRun run = new BeamRun(problem);
    List<Window> windows = Window.cut(problem, run.queries(), windowSize);
    List<Window> lesson = lesson(windows);
    ChainModel model = start;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double changed =
          run.follow(new ChainScores(model, false, run.spanUs()), lesson, LEARNING_WIDTH);
      model = run.learnt();
      if (known && PRIOR > 0) model.add(start);
      if (Boolean.getBoolean("v")) System.out.println("round " + round + " changed " + changed);
      if (changed < SETTLED) {
        break;
      }
    }
    run.follow(new ChainScores(model, true, run.spanUs()), lesson, LEARNING_WIDTH);
    model = run.learnt();
    if (known && PRIOR > 0) model.add(start);
    run.follow(new ChainScores(model, true, run.spanUs()), windows, WIDTH);
    return run.matching();
  }

  /** As many of the windows as are enough to learn from, all over the run. */
  private static List<Window> lesson(List<Window> windows) {
    long queries = windows.isEmpty() ? 0 : windows.get(windows.size() - 1).commitTo();
    int step = (int) Math.max(1, queries / ENOUGH_TO_LEARN);
    List<Window> lesson = new ArrayList<>();
    for (int i = 0; i < windows.size(); i += step) {
      lesson.add(windows.get(i));
    }
    return lesson;
  }
}
