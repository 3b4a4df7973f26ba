package io.tierlens.attribution.matching;

import io.tierlens.attribution.chain.Problem;
import io.tierlens.attribution.clock.Clocks;
import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.webapp.TiedRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A run's requests and queries as the levels for single queries see them, with the way back. A
 * request is there with its page in the application, where one is tied; queries without a start are
 * not there.
 */
final class ChainProblem {
  private final Problem problem;
  private final int[] requestAt;
  private final int[] queryAt;

  private ChainProblem(Problem problem, int[] requestAt, int[] queryAt) {
    this.problem = problem;
    this.requestAt = requestAt;
    this.queryAt = queryAt;
  }

  static ChainProblem of(List<TiedRequest> requests, List<Query> queries) {
    Integer[] byStart = new Integer[requests.size()];
    Arrays.setAll(byStart, r -> r);
    Arrays.sort(
        byStart,
        Comparator.<Integer>comparingLong(r -> startsFromUs(requests.get(r)))
            .thenComparing(Comparator.naturalOrder()));
    Problem.Builder problem = Problem.builder();
    Numbers processes = new Numbers();
    int[] requestAt = new int[byStart.length];
    for (int i = 0; i < requestAt.length; i++) {
      requestAt[i] = byStart[i];
      TiedRequest request = requests.get(byStart[i]);
      AppEvent event = request.event();
      problem.request(
          startsFromUs(request),
          event == null ? request.latestStartUs() : event.latestStartUs(),
          longestUs(request),
          String.valueOf(request.web().endpoint()),
          event == null ? null : processes.of(event.host(), event.pid()));
    }
    List<Integer> timed = new ArrayList<>();
    for (int q = 0; q < queries.size(); q++) {
      if (queries.get(q).startUs() != null) {
        timed.add(q);
      }
    }
    timed.sort(
        Comparator.<Integer>comparingLong(q -> earliestEndUs(queries.get(q)))
            .thenComparingLong(q -> queries.get(q).order()));
    Numbers connections = new Numbers();
    for (int q : timed) {
      Query query = queries.get(q);
      long apart = tolerance(requests, query);
      problem.query(
          earliestEndUs(query) - apart,
          query.startUs() + query.slackUs() + query.longestUs() + apart,
          query.queryTimeUs(),
          String.valueOf(query.fingerprintId()),
          connections.of(query.host(), query.threadId()));
    }
    return new ChainProblem(
        problem.build(), requestAt, timed.stream().mapToInt(Integer::intValue).toArray());
  }

  private static long earliestEndUs(Query query) {
    return query.startUs() + query.shortestUs();
  }

  private static long startsFromUs(TiedRequest request) {
    return request.event() == null ? request.earliestStartUs() : request.event().startUs();
  }

  private static long longestUs(TiedRequest request) {
    return request.hasAppDuration()
        ? Math.min(
            request.web().durationUs(),
            request.event().durationUs() + request.event().uncertaintyUs())
        : request.web().durationUs();
  }

  /** Clocks that nothing brought together. */
  private static long tolerance(List<TiedRequest> requests, Query query) {
    if (requests.isEmpty()) {
      return 0;
    }
    TiedRequest any = requests.get(0);
    String clock = any.event() == null ? any.web().host() : any.event().clock();
    return Clocks.toleranceUs(clock, query.clock());
  }

  Problem problem() {
    return problem;
  }

  /** The run's number of a request of the problem. */
  int request(int inProblem) {
    return requestAt[inProblem];
  }

  /** The run's number of a query of the problem. */
  int query(int inProblem) {
    return queryAt[inProblem];
  }

  /** One number for each pair of a host and what is numbered there. */
  private static final class Numbers {
    private record Key(String host, long number) {}

    private final Map<Key, Long> numbers = new HashMap<>();

    Long of(String host, Long number) {
      return number == null
          ? null
          : numbers.computeIfAbsent(new Key(host, number), key -> (long) numbers.size());
    }
  }
}
