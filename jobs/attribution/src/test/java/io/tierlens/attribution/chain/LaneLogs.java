package io.tierlens.attribution.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.function.ToLongFunction;

/** What a run's logs tell, and which request each of their queries truly is of. */
final class LaneLogs {
  static final long EPOCH = 1_700_000_000_000_000L;
  private static final long SECOND = 1_000_000;

  final LaneRun run;
  boolean wholeSeconds;
  boolean processes;
  LongUnaryOperator processIds = id -> id;
  LongUnaryOperator connectionIds = id -> id;

  /** Every so many requests tell no process, so many queries no connection; 0 for none. */
  int processMissing;

  int connectionMissing;

  /** By how much the database's clock jumps back in the middle of the run. */
  long clockStepUs;

  int[] truth;
  Problem problem;

  private record Span(long from, long by, long duration, int item) {}

  LaneLogs(LaneRun run) {
    this.run = run;
  }

  LaneLogs build() {
    Span[] asks = spans(run.asks.size(), i -> run.asks.get(i).start, i -> length(run.asks.get(i)));
    Span[] ends =
        spans(run.queries.size(), i -> run.queries.get(i).end, i -> run.queries.get(i).time);
    if (wholeSeconds) {
      for (int round = 0; round < 3; round++) {
        narrow(asks, run.asks.stream().map(ask -> 0L).toList(), true, false);
        if (processes && processMissing == 0) {
          narrow(asks, run.asks.stream().map(ask -> ask.process).toList(), true, true);
        }
        narrow(ends, run.queries.stream().map(query -> 0L).toList(), false, false);
        narrow(ends, run.queries.stream().map(query -> query.connection).toList(), false, true);
      }
    }
    Problem.Builder builder = Problem.builder();
    Map<LaneRun.Ask, Integer> numbers = new HashMap<>();
    List<Span> byStart = new ArrayList<>(List.of(asks));
    byStart.sort(Comparator.comparingLong(Span::from));
    for (Span span : byStart) {
      LaneRun.Ask ask = run.asks.get(span.item);
      boolean told = processes && !every(processMissing, numbers.size());
      numbers.put(ask, numbers.size());
      builder.request(
          span.from,
          span.by,
          span.duration,
          run.page(ask),
          told ? processIds.applyAsLong(ask.process) : null);
    }
    truth = new int[ends.length];
    for (int i = 0; i < ends.length; i++) {
      LaneRun.Asked query = run.queries.get(i);
      long step = i > ends.length / 2 ? -clockStepUs : 0;
      truth[i] = numbers.get(query.of);
      builder.query(
          ends[i].from + step,
          ends[i].by + step,
          query.time,
          query.statement,
          every(connectionMissing, i) ? null : connectionIds.applyAsLong(query.connection));
    }
    problem = builder.build();
    return this;
  }

  private static boolean every(int count, int number) {
    return count > 0 && number % count == 0;
  }

  private static long length(LaneRun.Ask ask) {
    return ask.end - ask.start;
  }

  private Span[] spans(int count, ToLongFunction<Integer> instant, ToLongFunction<Integer> length) {
    Span[] spans = new Span[count];
    for (int i = 0; i < count; i++) {
      long at = EPOCH + instant.applyAsLong(i);
      long from = wholeSeconds ? Math.floorDiv(at, SECOND) * SECOND : at;
      spans[i] = new Span(from, wholeSeconds ? from + SECOND - 1 : at, length.applyAsLong(i), i);
    }
    return spans;
  }

  /**
   * Narrows stamps by the order of lines: of all, or of those of one key, which run one after the
   * other.
   *
   * @param starts whether the stamps are starts, else they are ends
   */
  private static void narrow(Span[] spans, List<Long> keys, boolean starts, boolean inTurn) {
    Map<Long, Long> ended = new HashMap<>();
    for (int i = 0; i < spans.length; i++) {
      Span span = spans[i];
      long length = starts ? span.duration : 0;
      long least = inTurn && !starts ? span.duration : 0;
      Long before = ended.get(keys.get(i));
      long from =
          before == null ? span.from : Math.max(span.from, before + least - (inTurn ? 0 : length));
      spans[i] = new Span(from, span.by, span.duration, span.item);
      ended.merge(keys.get(i), from + length, Math::max);
    }
    Map<Long, Long> ends = new HashMap<>();
    for (int i = spans.length - 1; i >= 0; i--) {
      Span span = spans[i];
      long length = starts ? span.duration : 0;
      Long after = ends.get(keys.get(i));
      long by = after == null ? span.by : Math.min(span.by, after - length);
      spans[i] = new Span(span.from, by, span.duration, span.item);
      long bound = inTurn ? by - (starts ? 0 : span.duration) : by + length;
      ends.merge(keys.get(i), bound, Math::min);
    }
  }

  /** Share of the queries that the matching puts at their request. */
  double right(Matching matching) {
    int right = 0;
    for (int query = 0; query < truth.length; query++) {
      right += matching.likeliest(query) == truth[query] ? 1 : 0;
    }
    return truth.length == 0 ? 1 : (double) right / truth.length;
  }

  /** Mean over the pages of the relative error of their database time. */
  double pageError(Matching matching) {
    int pages = problem.pageNames().size();
    double[] truly = new double[pages];
    double[] found = new double[pages];
    for (int query = 0; query < truth.length; query++) {
      truly[problem.page(truth[query])] += problem.timeUs(query);
      if (matching.likeliest(query) >= 0) {
        found[problem.page(matching.likeliest(query))] += problem.timeUs(query);
      }
    }
    double sum = 0;
    int counted = 0;
    for (int page = 0; page < pages; page++) {
      if (truly[page] > 0) {
        sum += Math.abs(found[page] - truly[page]) / truly[page];
        counted++;
      }
    }
    return counted == 0 ? 0 : sum / counted;
  }

  /** What the pages truly run, as a run with one client would teach. */
  PageModel model() {
    return LaneOrder.learn(
        problem, LaneOrder.requests(problem), LaneOrder.queries(problem), truth, true);
  }
}
