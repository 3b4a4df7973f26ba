package io.tierlens.attribution.chain;

import java.util.Arrays;
import java.util.List;

/** A run on its way through rounds of beam search: its order, its ties, and what they teach. */
final class BeamRun {
  /** Smaller shares of a query are left out. */
  private static final double LEAST_SHARE = 1e-4;

  private final Problem problem;
  private final int[] queries;
  private final int[] requests;
  private final long[] latestEnd;
  private final long slackUs;
  private final int[] tie;
  private final double[] certainty;
  private final boolean[] looked;
  private final int[][] sharers;
  private final double[][] shares;
  private ChainModel learnt;

  BeamRun(Problem problem) {
    this.problem = problem;
    queries = QueryOrder.byStart(problem);
    requests = QueryOrder.requestsByStart(problem);
    slackUs = QueryOrder.widestSlackUs(problem);
    tie = new int[queries.length];
    Arrays.fill(tie, -1);
    certainty = new double[queries.length];
    sharers = new int[queries.length][];
    shares = new double[queries.length][];
    looked = new boolean[requests.length];
    latestEnd = new long[requests.length];
    long latest = Long.MIN_VALUE;
    for (int i = 0; i < requests.length; i++) {
      latest = Math.max(latest, problem.latestEndUs(requests[i]));
      latestEnd[i] = latest;
    }
  }

  /** Queries in order of their starts. */
  int[] queries() {
    return queries;
  }

  /** Query at a place in this order. */
  int query(int place) {
    return queries[place];
  }

  /** How many requests there are. */
  int requests() {
    return requests.length;
  }

  /** Request at a place in the order of their earliest starts. */
  int request(int place) {
    return requests[place];
  }

  /** Place of the first request with all before it ended by then. */
  int firstRequest(long instant) {
    int place = Arrays.binarySearch(latestEnd, instant);
    if (place < 0) {
      return -1 - place;
    }
    while (place > 0 && latestEnd[place - 1] == instant) {
      place--;
    }
    return place;
  }

  /** The widest slack of a query's stamp. */
  long slackUs() {
    return slackUs;
  }

  /** How long the run is, at least a microsecond. */
  double spanUs() {
    return requests.length == 0
        ? 1
        : Math.max(
            1.0, (double) (latestEnd[requests.length - 1] - problem.startsFromUs(requests[0])));
  }

  /** Notes that a request can hold queries of a window. */
  void look(int request) {
    looked[request] = true;
  }

  /** Ties a query; a window does so with its own ones only. */
  void tie(int query, int request, double sure) {
    tie[query] = request;
    certainty[query] = sure;
  }

  /** Says how likely each request is to have run the query; -1 stands for none of them. */
  void share(int query, int[] requestsOf, double[] probabilities) {
    sharers[query] = requestsOf;
    shares[query] = probabilities;
  }

  /**
   * Works on windows, side by side: none looks at what another one does.
   *
   * @return the share of their ties that changed
   */
  double follow(ChainScores scores, List<Window> windows, int width) {
    int[] before = tie.clone();
    Arrays.fill(looked, false);
    List<ChainModel> parts =
        windows.parallelStream()
            .map(window -> new BeamSearch(problem, scores, this, window, width).learn())
            .toList();
    learnt = new ChainModel(problem);
    parts.forEach(learnt::add);
    learnRequests(windows);
    long changed = 0;
    long all = 0;
    for (Window window : windows) {
      for (int place = window.commitFrom(); place < window.commitTo(); place++) {
        changed += before[queries[place]] == tie[queries[place]] ? 0 : 1;
        all++;
      }
    }
    return all == 0 ? 0 : changed / (double) all;
  }

  /** Learns how long pages run, and which run no query at all. */
  private void learnRequests(List<Window> windows) {
    double share = 0;
    for (Window window : windows) {
      share += window.commitTo() - window.commitFrom();
    }
    share = queries.length == 0 ? 1 : share / queries.length;
    for (int r = 0; r < requests.length; r++) {
      int page = problem.page(r);
      if (share == 1 && !looked[r]) {
        learnt.learnEnd(page, PageModel.START, 0, problem.durationUs(r), 1);
      }
      learnt.learnRest(page, PageModel.START, problem.durationUs(r), 1);
    }
  }

  /** What the last round taught. */
  ChainModel learnt() {
    return learnt;
  }

  /** Each query at the request that the likeliest assignment as a whole gives it. */
  Matching whole() {
    return Matching.whole(tie, certainty);
  }

  /** Each query shared by the requests that can have run it, if it is not rather of none. */
  Matching shared() {
    int[] first = new int[queries.length + 1];
    int[] request = new int[2 * queries.length + 16];
    double[] weight = new double[request.length];
    for (int q = 0; q < queries.length; q++) {
      int place = first[q];
      double sum = 0;
      double none = 0;
      for (int i = 0; sharers[q] != null && i < sharers[q].length; i++) {
        double share = shares[q][i];
        if (sharers[q][i] < 0) {
          none += share;
        } else if (share >= LEAST_SHARE) {
          if (place == request.length) {
            request = Arrays.copyOf(request, 2 * place);
            weight = Arrays.copyOf(weight, 2 * place);
          }
          request[place] = sharers[q][i];
          weight[place++] = share;
          sum += share;
        }
      }
      first[q + 1] = sum > none ? place : first[q];
      for (int i = first[q]; i < first[q + 1]; i++) {
        weight[i] /= sum;
      }
    }
    int count = first[queries.length];
    return Matching.shared(first, Arrays.copyOf(request, count), Arrays.copyOf(weight, count));
  }
}
