package io.tierlens.attribution.chain;

import java.util.Arrays;

/**
 * What speaks for a lane's cut into requests: the page's usual statements, and how long pages work
 * before their first and after their last query. All are logarithms of probabilities.
 */
final class LaneEvidence {
  private static final int GAP_BINS = 24;
  private static final double GAP_UNSEEN = 0.3;

  private final Problem problem;
  private final PageModel model;
  private final boolean pagesApart;
  private final int statements;
  private final double[][] gaps;
  private final double[] gapTotals;

  /** What the gaps add on average: counted off, so that an early gap is not held against a way. */
  private final double[] gapMean;

  private IdleRanks ranks;
  private long[] keys = new long[1024];
  private double[] values = new double[1024];
  private int cached;

  /**
   * Takes a model, null for none: then all statements are equally likely anywhere.
   *
   * @param pagesApart false where the model knows all pages as page 0
   */
  LaneEvidence(Problem problem, PageModel model, boolean pagesApart) {
    this.problem = problem;
    this.model = model;
    this.pagesApart = pagesApart;
    this.statements = problem.statementNames().size();
    this.gaps = new double[2 * problem.pageNames().size()][];
    this.gapTotals = new double[gaps.length];
    this.gapMean = new double[gaps.length];
    Arrays.fill(keys, -1);
  }

  /** Learns the gaps at both ends of every request from queries that are tied. */
  LaneEvidence withGaps(int[] requestOfQuery, int[] queries) {
    int[] first = new int[problem.requests()];
    int[] last = new int[problem.requests()];
    Arrays.fill(first, -1);
    for (int query : queries) {
      int request = requestOfQuery[query];
      if (request >= 0) {
        if (first[request] < 0) {
          first[request] = query;
        }
        last[request] = query;
      }
    }
    for (int request = 0; request < first.length; request++) {
      if (first[request] >= 0) {
        learn(2 * problem.page(request), firstGap(request, first[request]));
        learn(2 * problem.page(request) + 1, lastGap(request, last[request]));
      }
    }
    for (int place = 0; place < gaps.length; place++) {
      for (int bin = 0; gaps[place] != null && bin < GAP_BINS; bin++) {
        gapMean[place] += gaps[place][bin] / gapTotals[place] * logShare(place, bin);
      }
    }
    return this;
  }

  /** Lets the choice among idle connections speak. */
  LaneEvidence withRanks(IdleRanks idleRanks) {
    ranks = idleRanks;
    return this;
  }

  /** A request takes the connection that it does, of those that are idle. */
  double takes(int idle) {
    return ranks == null ? 0 : ranks.of(idle);
  }

  /** The request's chain begins with the query. */
  double first(int request, int query) {
    return next(request, PageModel.START, query)
        + gap(2 * problem.page(request), firstGap(request, query));
  }

  /** The request's chain goes on with the query. */
  double next(int request, int previous, int query) {
    return model == null
        ? -Math.log(statements + 1.0)
        : look(page(request), previous, problem.statement(query));
  }

  /** The query at its likeliest: on whichever page, after the one before it or first of all. */
  double atBest(int before, int query) {
    if (model == null) {
      return -Math.log(statements + 1.0);
    }
    return look(problem.pageNames().size(), problem.statement(before), problem.statement(query));
  }

  private double overPages(int previous, int event) {
    double best = Double.NEGATIVE_INFINITY;
    int pages = pagesApart ? problem.pageNames().size() : 1;
    for (int page = 0; page < pages; page++) {
      best = Math.max(best, model.logNext(page, previous, event));
      best = Math.max(best, model.logNext(page, PageModel.START, event));
    }
    return best;
  }

  /** The request's chain ends with the query. */
  double last(int request, int query) {
    double gap = gap(2 * problem.page(request) + 1, lastGap(request, query));
    return model == null
        ? gap - Math.log(statements + 1.0)
        : gap + look(page(request), problem.statement(query), statements);
  }

  /** The request runs no query. */
  double none(int request) {
    return model == null
        ? -Math.log(statements + 1.0)
        : look(page(request), PageModel.START, statements);
  }

  private int page(int request) {
    return pagesApart ? problem.page(request) : 0;
  }

  private long firstGap(int request, int query) {
    return (problem.endsFromUs(query) + problem.endsByUs(query)) / 2
        - problem.timeUs(query)
        - (problem.startsFromUs(request) + problem.startsByUs(request)) / 2;
  }

  private long lastGap(int request, int query) {
    return (problem.startsFromUs(request) + problem.startsByUs(request)) / 2
        + problem.durationUs(request)
        - (problem.endsFromUs(query) + problem.endsByUs(query)) / 2;
  }

  private void learn(int place, long gap) {
    if (gaps[place] == null) {
      gaps[place] = new double[GAP_BINS];
    }
    gaps[place][bin(gap)]++;
    gapTotals[place]++;
  }

  private double gap(int place, long gap) {
    return gaps[place] == null ? 0 : logShare(place, bin(gap)) - gapMean[place];
  }

  private double logShare(int place, int bin) {
    return Math.log((gaps[place][bin] + GAP_UNSEEN) / (gapTotals[place] + GAP_UNSEEN * GAP_BINS));
  }

  /** Two bins to an octave above a millisecond. */
  private static int bin(long gap) {
    if (gap < 1_000) {
      return 0;
    }
    return Math.min(GAP_BINS - 1, 1 + (int) (2 * Math.log(gap / 1_000.0) / Math.log(2)));
  }

  private double look(int page, int previous, int event) {
    long key = ((long) page * (statements + 1) + previous + 1) * (statements + 1) + event;
    int place = place(key);
    if (keys[place] != key) {
      if (2 * ++cached > keys.length) {
        grow();
        place = place(key);
      }
      keys[place] = key;
      values[place] =
          page == problem.pageNames().size()
              ? overPages(previous, event)
              : event == statements
                  ? model.logEnd(page, previous)
                  : model.logNext(page, previous, event);
    }
    return values[place];
  }

  private int place(long key) {
    int place = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & (keys.length - 1);
    while (keys[place] >= 0 && keys[place] != key) {
      place = (place + 1) & (keys.length - 1);
    }
    return place;
  }

  private void grow() {
    long[] oldKeys = keys;
    double[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new double[keys.length];
    Arrays.fill(keys, -1);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] >= 0) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        values[place] = oldValues[i];
      }
    }
  }
}
