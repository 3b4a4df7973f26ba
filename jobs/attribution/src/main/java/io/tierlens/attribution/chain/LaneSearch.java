package io.tierlens.attribution.chain;

import java.util.Arrays;

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
  private final int[] requests;
  private final int[] queries;
  private final LaneSlots lanes;
  private final LaneEvidence evidence;
  private final LaneBeam beam;
  private final int[] fitting;
  private final double[] expected;
  private OpenRequests open;

  private LaneSearch(
      Problem problem,
      int[] requests,
      int[] queries,
      long[] laneOfQuery,
      LaneEvidence evidence,
      int width) {
    this.problem = problem;
    this.requests = requests;
    this.queries = queries;
    this.lanes = new LaneSlots(laneOfQuery, queries);
    this.evidence = evidence;
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
    return search.cover();
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
          state.idleSince[lane] = problem.startsFromUs(request) + problem.durationUs(request);
          state.put(lane, null);
        }
      }
      any = true;
    }
    if (any) {
      beam.settle();
    }
  }

  private void serve(int position, int query) {
    int candidates = open.fitting(query, fitting);
    Arrays.fill(expected, 0, candidates, Double.NaN);
    int lane = lanes.lane(position);
    int connection = lanes.connection(position);
    int states = beam.size();
    boolean branched = false;
    for (int i = 0; i < states; i++) {
      LaneState state = beam.get(i);
      LaneBinding binding = state.lanes[lane];
      boolean own = binding != null && binding.connection == connection;
      LaneBinding onward = own ? goOn(position, query, binding) : null;
      boolean freed =
          !own
              || problem.endsByUs(query) - problem.timeUs(query)
                  >= binding.startsFrom + problem.durationUs(binding.request);
      if (freed) {
        branched |= begin(state, position, query, lane, connection, own, candidates);
      }
      if (onward == null) {
        leaveOut(state, position);
      } else {
        state.put(lane, onward);
        state.score += binding.gain;
      }
    }
    if (branched) {
      beam.settle();
    }
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
          from > by || ends > problem.endsByUs(query)
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

  private boolean begin(
      LaneState state,
      int position,
      int query,
      int lane,
      int connection,
      boolean own,
      int candidates) {
    LaneBinding before = state.lanes[lane];
    long free = own ? before.startsFrom + problem.durationUs(before.request) : Long.MIN_VALUE;
    double ended = before == null ? 0 : evidence.last(before.request, before.lastQuery);
    boolean any = false;
    for (int i = 0; i < candidates; i++) {
      int request = fitting[i];
      int slot = open.slot(request);
      if (state.isBound(slot)) {
        continue;
      }
      long from =
          Math.max(
              Math.max(problem.startsFromUs(request), free),
              problem.endsFromUs(query) - problem.durationUs(request));
      long by =
          Math.min(problem.startsByUs(request), problem.endsByUs(query) - problem.timeUs(query));
      if (from > by) {
        continue;
      }
      long ends = Math.max(problem.endsFromUs(query), from + problem.timeUs(query));
      double first = evidence.first(request, query);
      double score = state.score + ended + first;
      if (Double.isNaN(expected[i])) {
        expected[i] = lookAhead(position, request);
      }
      if (beam.isHopeless(score + state.ahead + expected[i])) {
        continue;
      }
      beam.add(
          begun(
              state,
              position,
              lane,
              slot,
              score,
              new LaneBinding(
                  connection,
                  request,
                  from,
                  by,
                  ends,
                  problem.timeUs(query),
                  query,
                  own ? free : state.idleSince[lane],
                  expected[i])));
      any = true;
    }
    return any;
  }

  private LaneState begun(
      LaneState state, int position, int lane, int slot, double score, LaneBinding binding) {
    int request = binding.request;
    int idle =
        lanes.lanes() == 1
            ? IdleRanks.UNKNOWN
            : IdleRanks.choice(problem, state, lane, problem.startsFromUs(request));
    LaneState begun = new LaneState(state);
    begun.score = score + evidence.takes(idle);
    begun.setBound(slot, request);
    begun.put(lane, binding);
    begun.choice = new LaneChoice(state.choice, position, request, idle);
    return begun;
  }

  /**
   * What the request can add to the score after its first query, at best, beyond what its queries
   * would add anywhere.
   */
  private double lookAhead(int position, int request) {
    long length = problem.durationUs(request);
    long from = problem.startsFromUs(request);
    double sum = 0;
    double best = Double.NEGATIVE_INFINITY;
    int last = queries[position];
    for (int next = lanes.next(position); next >= 0; next = lanes.next(next)) {
      int query = queries[next];
      long startsBy = problem.endsByUs(query) - problem.timeUs(query);
      from = Math.max(from, problem.endsFromUs(last) - length);
      if (startsBy >= from + length) {
        best = Math.max(best, sum + evidence.last(request, last));
      }
      if (!problem.fits(query, request)) {
        return best > Double.NEGATIVE_INFINITY
            ? best
            : sum - LEFT_OUT + evidence.last(request, last);
      }
      sum += evidence.next(request, problem.statement(last), query) - evidence.atBest(last, query);
      last = query;
    }
    return Math.max(best, sum + evidence.last(request, last));
  }

  private void leaveOut(LaneState state, int position) {
    state.score -= LEFT_OUT;
    state.choice = new LaneChoice(state.choice, position, LaneChoice.LEFT_OUT, IdleRanks.UNKNOWN);
  }

  private LaneCover cover() {
    LaneState best = beam.best();
    int[] requestOfQuery = new int[problem.queries()];
    double[] margins = new double[problem.queries()];
    Arrays.fill(requestOfQuery, -1);
    IdleRanks ranks = new IdleRanks();
    LaneChoice[] choices = new LaneChoice[queries.length];
    double[] doubts = new double[queries.length];
    Arrays.fill(doubts, Double.POSITIVE_INFINITY);
    for (LaneChoice choice = best.choice; choice != null; choice = choice.before) {
      choices[choice.position] = choice;
      choice.spreadDoubts(doubts);
      ranks.learn(choice.idle);
    }
    LaneChoice[] serving = new LaneChoice[lanes.lanes()];
    for (int position = 0; position < queries.length; position++) {
      int lane = lanes.lane(position);
      LaneChoice choice = choices[position];
      if (choice != null && choice.request != LaneChoice.LEFT_OUT) {
        serving[lane] = choice;
      }
      boolean out = choice != null && choice.request == LaneChoice.LEFT_OUT;
      LaneChoice of = out ? choice : serving[lane];
      requestOfQuery[queries[position]] = of.request;
      margins[queries[position]] = Math.min(of.margin(), doubts[position]);
    }
    return new LaneCover(requestOfQuery, margins, best.score, ranks);
  }
}
