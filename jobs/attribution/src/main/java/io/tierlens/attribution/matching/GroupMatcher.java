package io.tierlens.attribution.matching;

import io.tierlens.attribution.math.SparseAssignment;
import io.tierlens.attribution.math.SparseCosts;
import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.webapp.TiedRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Ties connections to requests one to one at the greatest likelihood.
 *
 * <p>Three kinds of evidence, all learnt from the run itself in rounds: how far the first and the
 * last query lie from the page's start and end ({@link GapHistogram}), which statements the page
 * runs ({@link PageProfile}), and that connection ids rise in the order in which pages start.
 */
final class GroupMatcher {
  private static final int ROUNDS = 5;

  /** Log odds of two neighbours in order against two out of order: about 5 percent are. */
  private static final double OUT_OF_ORDER = 3;

  /** Neighbours on each side whose order is looked at. */
  private static final int NEIGHBOURS = 12;

  /** Price of leaving a connection without a request that it could have: an unlikely thing. */
  private static final double LEFT_OVER = 40;

  private final List<TiedRequest> requests;
  private final List<QueryGroup> groups;
  private final Candidates candidates;
  private final PageProfile profile;
  private final GapHistogram firstGap = new GapHistogram();
  private final GapHistogram lastGap = new GapHistogram();
  private final int[] rank;
  private final int[] tied;
  private final EndOrder ends;
  private final boolean withEnds;

  GroupMatcher(
      List<Query> queries,
      List<TiedRequest> requests,
      List<QueryGroup> groups,
      Candidates candidates,
      EndOrder ends,
      boolean withEnds,
      int[] start) {
    this.withEnds = withEnds;
    this.requests = requests;
    this.groups = groups;
    this.candidates = candidates;
    this.profile = new PageProfile(queries, requests, groups);
    this.rank = arrivalRanks(requests);
    this.tied = start.clone();
    this.ends = ends;
  }

  /** The request of each group, -1 for none. */
  int[] match() {
    boolean learnt = Arrays.stream(tied).anyMatch(request -> request >= 0);
    if (learnt) {
      learn();
    }
    for (int round = 0; round < ROUNDS; round++) {
      int[] found = SparseAssignment.solve(costs(learnt));
      boolean same = learnt && Arrays.equals(found, tied);
      System.arraycopy(found, 0, tied, 0, tied.length);
      learn();
      learnt = true;
      if (same) {
        break;
      }
    }
    return tied;
  }

  private SparseCosts costs(boolean learnt) {
    SparseCosts costs = new SparseCosts(groups.size(), requests.size());
    for (int g = 0; g < groups.size(); g++) {
      for (int place = candidates.from(g); place < candidates.to(g); place++) {
        int request = candidates.request(place);
        costs.edge(request, learnt ? cost(g, request) : gapCost(g, request));
      }
      costs.endRow(LEFT_OVER);
    }
    return costs;
  }

  /**
   * Minus the log likelihood of the tie, up to a constant of the group, while all others stay as
   * they are but the one that must give way.
   */
  double cost(int g, int request) {
    double cost = gapCost(g, request) - profile.logOdds(g, request, tied[g]);
    cost += OUT_OF_ORDER * outOfOrder(g, request);
    return withEnds ? cost + EndOrder.OUT_OF_ORDER * ends.outOfOrder(g, request, tied) : cost;
  }

  /**
   * How much less likely the run would be with the group at this request, and the group that is
   * there now, if any (else -1), in its place; a logarithm, mostly positive.
   */
  double costOfSwap(int g, int other, int request) {
    double cost = cost(g, request) - cost(g, tied[g]);
    if (other < 0) {
      return cost;
    }
    // The order of the two to each other is in the costs of both, so take it out of one.
    int before = inOrder(g, tied[g], other, request) ? 0 : 1;
    double twice = (OUT_OF_ORDER + (withEnds ? EndOrder.OUT_OF_ORDER : 0)) * (1 - 2 * before);
    return cost + cost(other, tied[g]) - cost(other, request) - twice;
  }

  private boolean inOrder(int g, int request, int other, int otherRequest) {
    return (groups.get(g).threadId() < groups.get(other).threadId())
        == (rank[request] < rank[otherRequest]);
  }

  private double gapCost(int g, int request) {
    return firstGap.cost(firstGapUs(g, request), width(g, request))
        + lastGap.cost(lastGapUs(g, request), width(g, request));
  }

  private long firstGapUs(int g, int request) {
    AppEvent event = requests.get(request).event();
    long start = event == null ? requests.get(request).web().startUs() : event.startUs();
    return groups.get(g).startsFrom() - start;
  }

  private long lastGapUs(int g, int request) {
    TiedRequest tiedRequest = requests.get(request);
    long end =
        tiedRequest.hasAppDuration()
            ? tiedRequest.event().earliestEndUs()
            : tiedRequest.web().startUs() + tiedRequest.web().durationUs();
    return end - groups.get(g).lastStartsFrom();
  }

  private long width(int g, int request) {
    TiedRequest tiedRequest = requests.get(request);
    AppEvent event = tiedRequest.event();
    long slack = event == null ? tiedRequest.web().slackUs() : event.slackUs();
    return Math.max(slack, groups.get(g).startsBy() - groups.get(g).startsFrom());
  }

  private int outOfOrder(int g, int request) {
    long thread = groups.get(g).threadId();
    int from = Math.max(0, g - NEIGHBOURS);
    int to = Math.min(groups.size(), g + NEIGHBOURS + 1);
    int count = 0;
    for (int other = from; other < to; other++) {
      if (tied[other] < 0 || other == g) {
        continue;
      }
      int threads = Long.compare(groups.get(other).threadId(), thread);
      // Whoever is tied to the request now would come in this one's place.
      int place = tied[other] == request && tied[g] >= 0 ? tied[g] : tied[other];
      int ranks = Integer.compare(rank[place], rank[request]);
      if (threads * ranks < 0) {
        count++;
      }
    }
    return count;
  }

  private void learn() {
    profile.learn(tied);
    firstGap.clear();
    lastGap.clear();
    for (int g = 0; g < groups.size(); g++) {
      if (tied[g] >= 0) {
        firstGap.learn(firstGapUs(g, tied[g]), width(g, tied[g]));
        lastGap.learn(lastGapUs(g, tied[g]), width(g, tied[g]));
      }
    }
  }

  private static int[] arrivalRanks(List<TiedRequest> requests) {
    Integer[] order = new Integer[requests.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        Comparator.<Integer>comparingLong(i -> requests.get(i).arrivalUs())
            .thenComparingLong(
                i -> requests.get(i).event() == null ? i : requests.get(i).event().order()));
    int[] rank = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      rank[order[i]] = i;
    }
    return rank;
  }
}
