package io.tierlens.attribution.chain;

import io.tierlens.attribution.math.ContainmentIndex;
import java.util.Arrays;

/**
 * Shares queries among the requests that the stamps allow, for logs that hold too little to tie
 * each query: slow queries alone, or stamps of whole seconds.
 *
 * <p>With fine stamps a {@link BeamMatcher} shares them, which knows gaps and that a request runs
 * one query at a time. With coarse ones only this is left: how often each page runs each statement,
 * learnt from the shares round by round, and that a request which has its usual number of a
 * statement wants no more of it.
 */
public final class SoftMatcher {
  /** Stamps coarser than this say little of gaps and of order. */
  private static final long COARSE_US = 20_000;

  private static final int ROUNDS = 15;
  private static final int BALANCINGS = 3;

  /** So often was each statement seen on each page before anything is known. */
  private static final double UNSEEN = 1e-6;

  /** How far a request may be from its page's usual number, as a share of it. */
  private static final double LENIENCE = 0.3;

  private final Problem problem;
  private final int[] first;
  private int[] candidates = new int[1024];
  private final double[] share;
  private final int[] requestsOfPage;

  /** For each place the number of its request and statement together. */
  private final int[] pair;

  private final double[] sums;
  private Counts seen = new Counts();

  private SoftMatcher(Problem problem) {
    this.problem = problem;
    first = new int[problem.queries() + 1];
    findCandidates();
    share = new double[first[problem.queries()]];
    pair = new int[share.length];
    sums = new double[numberPairs()];
    requestsOfPage = new int[problem.pageNames().size()];
    for (int r = 0; r < problem.requests(); r++) {
      requestsOfPage[problem.page(r)]++;
    }
  }

  /** Shares the queries; one that fits no request is left alone. */
  public static Matching match(Problem problem) {
    return coarse(problem) ? byRates(problem) : BeamMatcher.share(problem);
  }

  /** The same, starting from what another run taught where stamps are fine enough to use it. */
  public static Matching match(Problem problem, ChainModel start) {
    return coarse(problem) ? byRates(problem) : BeamMatcher.share(problem, start);
  }

  private static boolean coarse(Problem problem) {
    long widest = QueryOrder.widestSlackUs(problem);
    for (int r = 0; r < problem.requests(); r++) {
      widest = Math.max(widest, problem.slackUs(r));
    }
    return widest > COARSE_US;
  }

  static Matching byRates(Problem problem) {
    SoftMatcher matcher = new SoftMatcher(problem);
    matcher.spread();
    for (int round = 0; round < ROUNDS; round++) {
      matcher.learn();
      matcher.spread();
    }
    int[] request = Arrays.copyOf(matcher.candidates, matcher.share.length);
    return Matching.shared(matcher.first, request, matcher.share);
  }

  private void findCandidates() {
    long[] starts = new long[problem.requests()];
    long[] ends = new long[starts.length];
    for (int r = 0; r < starts.length; r++) {
      starts[r] = problem.startsFromUs(r);
      ends[r] = problem.latestEndUs(r);
    }
    ContainmentIndex spans = new ContainmentIndex(starts, ends);
    for (int q = 0; q < problem.queries(); q++) {
      int query = q;
      first[q + 1] = first[q];
      spans.forEach(
          problem.endsByUs(q) - problem.timeUs(q),
          problem.endsFromUs(q),
          request -> {
            if (problem.fits(query, request)) {
              add(query, request);
            }
          });
    }
  }

  private void add(int query, int request) {
    int place = first[query + 1]++;
    if (place == candidates.length) {
      candidates = Arrays.copyOf(candidates, 2 * place);
    }
    candidates[place] = request;
  }

  private int numberPairs() {
    Counts pairs = new Counts();
    long statements = problem.statementNames().size();
    for (int q = 0; q < problem.queries(); q++) {
      for (int place = first[q]; place < first[q + 1]; place++) {
        long key = candidates[place] * statements + problem.statement(q);
        pairs.add(key, 1);
        pair[place] = pairs.number(key);
      }
    }
    return pairs.size();
  }

  /** Learns how often each page runs each statement. */
  private void learn() {
    seen = new Counts();
    for (int q = 0; q < problem.queries(); q++) {
      for (int place = first[q]; place < first[q + 1]; place++) {
        seen.add(key(candidates[place], q), share[place]);
      }
    }
  }

  private void spread() {
    for (int q = 0; q < problem.queries(); q++) {
      for (int place = first[q]; place < first[q + 1]; place++) {
        share[place] = usual(candidates[place], q);
      }
      toOne(q);
    }
    for (int i = 0; i < BALANCINGS; i++) {
      balance();
    }
  }

  /** Takes from requests with more of a statement than usual and gives to those with less. */
  private void balance() {
    Arrays.fill(sums, 0);
    for (int place = 0; place < share.length; place++) {
      sums[pair[place]] += share[place];
    }
    for (int q = 0; q < problem.queries(); q++) {
      for (int place = first[q]; place < first[q + 1]; place++) {
        double usual = usual(candidates[place], q);
        share[place] *= (1 + LENIENCE) * usual / (sums[pair[place]] + LENIENCE * usual);
      }
      toOne(q);
    }
  }

  /** How many of the query's statement a request of this page runs. */
  private double usual(int request, int query) {
    return (seen.get(key(request, query)) + UNSEEN) / requestsOfPage[problem.page(request)];
  }

  private void toOne(int query) {
    double sum = 0;
    for (int place = first[query]; place < first[query + 1]; place++) {
      sum += share[place];
    }
    for (int place = first[query]; place < first[query + 1]; place++) {
      share[place] /= sum;
    }
  }

  private long key(int request, int query) {
    long page = problem.page(request);
    return page * problem.statementNames().size() + problem.statement(query);
  }
}
