package io.tierlens.attribution.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LaneSearchTest {
  /** Well above what stamps are rounded by. */
  private static final long UNIT = 10_000;

  /** Tries every connection for every request. */
  private static final class AllWays {
    final Problem problem;
    final LaneEvidence evidence;
    final int connections;
    final int[] connectionOf;
    double best = Double.NEGATIVE_INFINITY;

    AllWays(Problem problem, LaneEvidence evidence, int connections) {
      this.problem = problem;
      this.evidence = evidence;
      this.connections = connections;
      this.connectionOf = new int[problem.requests()];
    }

    void search(int request) {
      if (request == connectionOf.length) {
        best = Math.max(best, score());
        return;
      }
      for (int connection = -1; connection < connections; connection++) {
        connectionOf[request] = connection;
        search(request + 1);
      }
    }

    private double score() {
      int[] requestOf = new int[problem.queries()];
      Arrays.fill(requestOf, -1);
      double score = 0;
      for (int request = 0; request < connectionOf.length; request++) {
        int last = -1;
        for (int query = 0; query < requestOf.length; query++) {
          if (problem.connection(query) != connectionOf[request] || !overlaps(query, request)) {
            continue;
          }
          if (!problem.fits(query, request) || requestOf[query] >= 0) {
            return Double.NEGATIVE_INFINITY;
          }
          requestOf[query] = request;
          score +=
              last < 0
                  ? evidence.first(request, query)
                  : evidence.next(request, problem.statement(last), query);
          last = query;
        }
        boolean none = connectionOf[request] < 0;
        if (none != last < 0) {
          return Double.NEGATIVE_INFINITY;
        }
        score += none ? evidence.none(request) : evidence.last(request, last);
      }
      return Arrays.stream(requestOf).anyMatch(request -> request < 0)
          ? Double.NEGATIVE_INFINITY
          : score;
    }

    private boolean overlaps(int query, int request) {
      long end = problem.endsByUs(query);
      return end > problem.startsFromUs(request)
          && end - problem.timeUs(query) < problem.latestEndUs(request);
    }
  }

  @Test
  void findsTheLikeliestOfAllWays() {
    Random random = new Random(1);
    int compared = 0;
    for (int i = 0; i < 300; i++) {
      int connections = 1 + random.nextInt(3);
      Problem problem = small(random, connections);
      if (problem.queries() == 0) {
        continue;
      }
      PageModel model = new PageModel(problem.statementNames().size());
      for (int k = 0; k < 30; k++) {
        int page = random.nextInt(problem.pageNames().size());
        int statement = random.nextInt(problem.statementNames().size());
        model.learn(page, random.nextInt(3) - 1, statement, 1);
        model.learnEnd(page, random.nextInt(3) - 1, 1);
      }
      LaneEvidence evidence = new LaneEvidence(problem, model, true);
      AllWays all = new AllWays(problem, evidence, connections);
      all.search(0);
      LaneCover cover =
          LaneSearch.run(
              problem,
              LaneOrder.requests(problem),
              LaneOrder.queries(problem),
              LaneOrder.connections(problem),
              evidence,
              64);
      if (all.best > Double.NEGATIVE_INFINITY) {
        compared++;
        assertThat(cover.score()).isCloseTo(all.best, within(1e-9));
      }
    }
    assertThat(compared).isGreaterThan(200);
  }

  /** Some connections that serve a few requests each, with queries that touch neither end. */
  private static Problem small(Random random, int connections) {
    record Ran(long end, long time, String statement, long connection) {}
    record Asked(long start, long duration, String page) {}
    List<Ran> ran = new ArrayList<>();
    List<Asked> asked = new ArrayList<>();
    for (int connection = 0; connection < connections; connection++) {
      long at = UNIT * random.nextInt(300);
      for (int request = 0; request < 1 + random.nextInt(2); request++) {
        long start = at;
        int queries = random.nextInt(4);
        for (int query = 0; query < queries; query++) {
          long time = UNIT * (1 + random.nextInt(60));
          at += UNIT * (1 + random.nextInt(40)) + time;
          ran.add(new Ran(at, time, "statement " + random.nextInt(3), connection));
        }
        at += UNIT * (1 + random.nextInt(60));
        asked.add(new Asked(start, at - start, "page " + random.nextInt(2)));
        at += UNIT * random.nextInt(50);
      }
    }
    ran.sort((a, b) -> Long.compare(a.end, b.end));
    asked.sort((a, b) -> Long.compare(a.start, b.start));
    Problem.Builder builder = Problem.builder();
    asked.forEach(a -> builder.request(a.start, a.start, a.duration, a.page, null));
    ran.forEach(r -> builder.query(r.end, r.end, r.time, r.statement, r.connection));
    return builder.build();
  }

  @Test
  void boundsNarrowAlongAChain() {
    // Three queries of 0.3 s each can't be in a request of 0.8 s, whatever whole seconds allow.
    Problem.Builder builder = Problem.builder().request(0, 999_999, 800_000, "page", null);
    for (int i = 0; i < 3; i++) {
      builder.query(0, 1_999_999, 300_000, "select", 1L);
    }
    Matching matching = ConnectionLanes.match(builder.build());

    int tied = 0;
    for (int query = 0; query < 3; query++) {
      tied += matching.likeliest(query) == 0 ? 1 : 0;
    }
    assertThat(tied).isEqualTo(2);
  }

  @Test
  void manyLeftOutInARowDoNotStopTheSearch() {
    Problem.Builder builder =
        Problem.builder()
            .request(0, 0, 100, "page", null)
            .request(10_000, 10_000, 100, "page", null);
    builder.query(50, 50, 10, "select", 1L);
    for (long at = 1_000; at < 1_400; at += 10) {
      builder.query(at, at, 5, "select", 1L);
    }
    builder.query(10_050, 10_050, 10, "select", 1L);
    Matching matching = ConnectionLanes.match(builder.build());

    assertThat(matching.likeliest(0)).isZero();
    assertThat(matching.likeliest(20)).isEqualTo(-1);
    assertThat(matching.likeliest(41)).isEqualTo(1);
  }
}
