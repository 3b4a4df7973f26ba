package io.tierlens.attribution.chain;

import java.util.Arrays;

/**
 * What can be known last of a request under way: the query that it ran last, how often the same
 * statement ran in a row, and when it ended. Hypotheses that agree in the tips of all requests have
 * the same future.
 */
final class Tips {
  /** Instead of a query: none yet. */
  static final int NONE = -1;

  /** Instead of a query: the request began before what is looked at. */
  static final int UNSEEN = -2;

  private final Problem problem;
  private final ChainScores scores;
  private int count;
  private int[] request = new int[256];
  private int[] query = new int[256];
  private int[] repeats = new int[256];
  private double[] rest = new double[256];
  private int[] asked = new int[256];
  private double[] answer = new double[256];
  private int[] waitAsked = new int[256];
  private double[] waited = new double[256];

  Tips(Problem problem, ChainScores scores) {
    this.problem = problem;
    this.scores = scores;
  }

  void clear() {
    count = 0;
  }

  int size() {
    return count;
  }

  int request(int tip) {
    return request[tip];
  }

  /** Logarithm of how likely what is left of the request's time is. */
  double rest(int tip) {
    return rest[tip];
  }

  /** A tip of a request that ran nothing yet, or of which it isn't known what it ran. */
  int open(int request, int noQuery) {
    return add(request, noQuery, 0, problem.startUs(request));
  }

  /**
   * The tip after the request ran the query; equal ones among those since {@code fresh} are one.
   */
  int after(int tip, int query, int fresh) {
    int times =
        this.query[tip] < 0
            ? 1
            : scores.repeats(previous(tip), repeats[tip], problem.statement(query));
    for (int other = fresh; other < count; other++) {
      if (request[other] == request[tip] && repeats[other] == times) {
        return other;
      }
    }
    return add(request[tip], query, times, problem.queryEndUs(query));
  }

  private int add(int ofRequest, int lastQuery, int times, long end) {
    if (count == request.length) {
      int size = 2 * count;
      request = Arrays.copyOf(request, size);
      query = Arrays.copyOf(query, size);
      repeats = Arrays.copyOf(repeats, size);
      rest = Arrays.copyOf(rest, size);
      asked = Arrays.copyOf(asked, size);
      answer = Arrays.copyOf(answer, size);
      waitAsked = Arrays.copyOf(waitAsked, size);
      waited = Arrays.copyOf(waited, size);
    }
    request[count] = ofRequest;
    query[count] = lastQuery;
    repeats[count] = times;
    asked[count] = -1;
    waitAsked[count] = -1;
    rest[count] =
        lastQuery == UNSEEN
            ? 0
            : scores.logRest(
                problem.page(ofRequest),
                previous(count),
                problem.endUs(ofRequest) - end,
                problem.slackUs(ofRequest));
    return count++;
  }

  /**
   * Logarithm of the density with which the request runs the query next; minus infinity: cannot.
   */
  double logNext(int tip, int next) {
    if (asked[tip] == next) {
      return answer[tip];
    }
    asked[tip] = next;
    answer[tip] = next(tip, next);
    return answer[tip];
  }

  private double next(int tip, int next) {
    if (query[tip] == UNSEEN) {
      return -Math.log(problem.statementNames().size()) - Math.log(100_000);
    }
    long wide = problem.querySlackUs(next) + slack(tip);
    long gap = problem.queryStartUs(next) - end(tip);
    if (gap < -wide) {
      return Double.NEGATIVE_INFINITY;
    }
    return scores.logNext(
        problem.page(request[tip]),
        previous(tip),
        repeats[tip],
        problem.statement(next),
        gap,
        wide);
  }

  /** Logarithm of the probability that the request ran nothing more until then. */
  double logWait(int tip, int next) {
    if (waitAsked[tip] == next) {
      return waited[tip];
    }
    waitAsked[tip] = next;
    long elapsed = problem.queryStartUs(next) - end(tip);
    waited[tip] =
        elapsed <= 0 || query[tip] == UNSEEN
            ? 0
            : scores.logWait(problem.page(request[tip]), previous(tip), repeats[tip], elapsed);
    return waited[tip];
  }

  /** Logarithm of the density with which the request ends when it does. */
  double logEnd(int tip) {
    int r = request[tip];
    return query[tip] == UNSEEN
        ? 0
        : scores.logEnd(
            problem.page(r),
            previous(tip),
            repeats[tip],
            problem.endUs(r) - end(tip),
            problem.slackUs(r) + slack(tip));
  }

  /** Teaches that the request ran the query next. */
  void learnNext(ChainModel pupil, int tip, int next, double weight) {
    int r = request[tip];
    if (query[tip] != UNSEEN) {
      pupil.learnNext(
          problem.page(r),
          previous(tip),
          repeats[tip],
          problem.statement(next),
          problem.queryStartUs(next) - end(tip),
          weight);
    }
    pupil.learnRest(
        problem.page(r),
        problem.statement(next),
        problem.endUs(r) - problem.queryEndUs(next),
        weight);
  }

  /** Teaches that the request ended. */
  void learnEnd(ChainModel pupil, int tip, double weight) {
    int r = request[tip];
    if (query[tip] != UNSEEN) {
      pupil.learnEnd(
          problem.page(r), previous(tip), repeats[tip], problem.endUs(r) - end(tip), weight);
    }
  }

  private int previous(int tip) {
    return query[tip] < 0 ? PageModel.START : problem.statement(query[tip]);
  }

  private long end(int tip) {
    return query[tip] < 0 ? problem.startUs(request[tip]) : problem.queryEndUs(query[tip]);
  }

  private long slack(int tip) {
    return query[tip] < 0 ? problem.slackUs(request[tip]) : problem.querySlackUs(query[tip]);
  }
}
