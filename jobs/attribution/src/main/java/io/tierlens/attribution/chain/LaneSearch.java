package io.tierlens.attribution.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts the queries of connections into requests: a connection serves one request at a time, a
 * request has one connection, and all that a connection runs during a request is the request's.
 *
 * <p>Goes through the queries in the order of their ends and keeps the likeliest ways so far. A
 * request is bound to a connection only when one of its queries is seen, so that silent connections
 * cost nothing, and ways that agree on what is open are one.
 */
final class LaneSearch {
  /** What a query that no request takes costs, as a logarithm. */
  static final double LEFT_OUT = 30;

  private static final long ROUNDED_US = 1_000;

  private final Problem problem;
  private final int[] queries;
  private final LaneSlots lanes;
  private final LaneEvidence evidence;
  private final LaneOutlook outlook;
  private final LaneBeam beam;
  private final int[] fitting;
  private final double[] expected;
  private final List<Branch> branches = new ArrayList<>();
  private OpenRequests open;

  /** That a state's lane begins a request with the query of the moment. */
  private record Branch(
      LaneState state,
      int request,
      long startsFrom,
      long startsBy,
      long free,
      double ahead,
      double score,
      double promise) {}

  private LaneSearch(
      Problem problem,
      int[] requests,
      int[] queries,
      long[] laneOfQuery,
      LaneEvidence evidence,
      int width) {
    this.problem = problem;
    this.queries = queries;
    this.lanes = new LaneSlots(laneOfQuery, queries);
    this.evidence = evidence;
    this.outlook = new LaneOutlook(problem, queries, lanes, evidence);
    this.beam = new LaneBeam(width);
    this.open = new OpenRequests(problem, requests);
    int slots = countSlots();
    this.fitting = new int[slots];
    this.expected = new double[slots];
    this.open = new OpenRequests(problem, requests);
    beam.start(new LaneState(lanes.lanes(), slots));
  }

  /**
   * Searches.
   *
   * @param requests in order of their earliest starts
   * @param queries in order of their earliest ends
   * @param laneOfQuery by query of the problem: what tells lanes apart, as its connection
   * @param width how many ways are kept
   */
  static LaneCover run(
      Problem problem,
      int[] requests,
      int[] queries,
      long[] laneOfQuery,
      LaneEvidence evidence,
      int width) {
    LaneSearch search = new LaneSearch(problem, requests, queries, laneOfQuery, evidence, width);
    for (int position = 0; position < queries.length; position++) {
      int query = queries[position];
      search.closeBefore(problem.endsFromUs(query));
      search.open.openBy(problem.endsByUs(query));
      search.serve(position, query);
    }
    search.open.openBy(Long.MAX_VALUE);
    search.closeBefore(Long.MAX_VALUE);
    return LaneCover.of(problem, queries, search.lanes, search.beam.best());
  }

  private int countSlots() {
    for (int query : queries) {
      while (open.closeBefore(problem.endsFromUs(query)) >= 0) {}
      open.openBy(problem.endsByUs(query));
    }
    open.openBy(Long.MAX_VALUE);
    return open.slots();
  }

  private void closeBefore(long instant) {
    boolean any = false;
    for (int request = open.closeBefore(instant);
        request >= 0;
        request = open.closeBefore(instant)) {
      int slot = open.slot(request);
      for (int i = 0; i < beam.size(); i++) {
        LaneState state = beam.get(i);
        if (!state.isBound(slot)) {
          state.score += evidence.none(request);
          continue;
        }
        state.clearBound(slot, request);
        int lane = state.laneOf(request);
        if (lane >= 0) {
          state.score += evidence.last(request, state.lanes[lane].lastQuery);
          state.end(lane, state.lanes[lane].startsFrom + problem.durationUs(request));
        }
      }
      any = true;
    }
    if (any) {
      long earliest = open.earliestStart();
      for (int i = 0; i < beam.size(); i++) {
        beam.get(i).forget(earliest);
      }
      beam.settle();
    }
  }

  private void serve(int position, int query) {
    int candidates = open.fitting(query, fitting);
    Arrays.fill(expected, 0, candidates, Double.NaN);
    int lane = lanes.lane(position);
    int states = beam.size();
    branches.clear();
    for (int i = 0; i < states; i++) {
      LaneState state = beam.get(i);
      boolean own = isOwn(state.lanes[lane], position);
      if (!own || isFree(state.lanes[lane], query)) {
        begin(state, position, query, own, candidates);
      }
    }
    branch(position, query);
    for (int i = 0; i < states; i++) {
      LaneState state = beam.get(i);
      LaneBinding binding = state.lanes[lane];
      LaneBinding onward = isOwn(binding, position) ? goOn(position, query, binding) : null;
      if (onward == null) {
        leaveOut(state, position);
      } else {
        state.put(lane, onward);
        state.score += binding.gain;
      }
    }
    if (!branches.isEmpty()) {
      beam.settle();
    }
  }

  /** Whether what the lane serves is of the query's connection, not of one before. */
  private boolean isOwn(LaneBinding binding, int position) {
    return binding != null && binding.connection == lanes.connection(position);
  }

  /** Whether the request can have ended before the query began. */
  private boolean isFree(LaneBinding binding, int query) {
    return problem.endsByUs(query) - problem.timeUs(query)
        >= binding.startsFrom + problem.durationUs(binding.request) - ROUNDED_US;
  }

  private LaneBinding goOn(int position, int query, LaneBinding binding) {
    if (binding.triedAt != position) {
      binding.triedAt = position;
      long length = problem.durationUs(binding.request);
      // Queries of one request run one after the other; stamps and durations are rounded.
      long apart = problem.timeUs(query) - ROUNDED_US;
      long ends = Math.max(problem.endsFromUs(query), binding.endsFrom + apart);
      long time = Math.max(problem.timeUs(query), binding.time + apart);
      long from = Math.max(binding.startsFrom, ends - length);
      long by = Math.min(binding.startsBy, problem.endsByUs(query) - time);
      binding.gain = evidence.next(binding.request, problem.statement(binding.lastQuery), query);
      binding.next =
          from > by || time > length || ends > problem.endsByUs(query)
              ? null
              : new LaneBinding(
                  binding,
                  from,
                  by,
                  ends,
                  time,
                  query,
                  binding.ahead - binding.gain + evidence.atBest(binding.lastQuery, query));
    }
    return binding.next;
  }

  /** Finds the requests that the query can begin. */
  private void begin(LaneState state, int position, int query, boolean own, int candidates) {
    LaneBinding before = state.lanes[lanes.lane(position)];
    long free = idleSince(state, position, own);
    long begins = free == LaneState.NEVER ? Long.MIN_VALUE : free - ROUNDED_US;
    double ended = before == null ? 0 : evidence.last(before.request, before.lastQuery);
    for (int i = 0; i < candidates; i++) {
      int request = fitting[i];
      if (state.isBound(open.slot(request))) {
        continue;
      }
      long from =
          Math.max(
              Math.max(problem.startsFromUs(request), begins),
              problem.endsFromUs(query) - problem.durationUs(request));
      long by =
          Math.min(problem.startsByUs(request), problem.endsByUs(query) - problem.timeUs(query));
      if (from > by) {
        continue;
      }
      if (Double.isNaN(expected[i])) {
        expected[i] = outlook.after(position, request);
      }
      double score = state.score + ended + evidence.first(request, query);
      double promise = score + state.ahead + expected[i];
      if (!beam.isHopeless(promise)) {
        branches.add(new Branch(state, request, from, by, free, expected[i], score, promise));
      }
    }
  }

  /** When the connection's request before has ended at the earliest. */
  private long idleSince(LaneState state, int position, boolean own) {
    LaneBinding before = state.lanes[lanes.lane(position)];
    if (own) {
      return before.startsFrom + problem.durationUs(before.request);
    }
    return before != null || lanes.isFirst(position)
        ? LaneState.NEVER
        : state.idleSince[lanes.lane(position)];
  }

  /** Takes the branches that can get into the beam. */
  private void branch(int position, int query) {
    double limit = beam.limit(branches.stream().mapToDouble(Branch::promise).toArray());
    int lane = lanes.lane(position);
    // All are made from states as they were before the query, hence before these go on.
    for (Branch branch : branches) {
      if (branch.promise >= limit) {
        beam.add(begun(branch, position, query, lane));
      }
    }
  }

  private LaneState begun(Branch branch, int position, int query, int lane) {
    LaneState from = branch.state;
    int request = branch.request;
    int idle =
        lanes.lanes() == 1
            ? IdleRanks.UNKNOWN
            : IdleRanks.choice(problem, from, lane, problem.startsFromUs(request));
    LaneState begun = new LaneState(from);
    begun.score = branch.score + evidence.takes(idle);
    begun.setBound(open.slot(request), request);
    begun.put(
        lane,
        new LaneBinding(
            lanes.connection(position),
            request,
            branch.startsFrom,
            branch.startsBy,
            Math.max(problem.endsFromUs(query), branch.startsFrom + problem.timeUs(query)),
            problem.timeUs(query),
            query,
            branch.free,
            branch.ahead));
    begun.choice = new LaneChoice(from.choice, position, request, idle);
    return begun;
  }

  private void leaveOut(LaneState state, int position) {
    state.score -= LEFT_OUT;
    state.choice = new LaneChoice(state.choice, position, LaneChoice.LEFT_OUT, IdleRanks.UNKNOWN);
  }
}
