package io.tierlens.attribution.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.record.Query;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NarrowedTest {
  private static final long SECOND = 1_000_000;

  private record Truth(long lane, long startUs, long timeUs) {
    long endUs() {
      return startUs + timeUs;
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0.70", "4, 0, 0.60", "16, 0, 0.50", "1, 1000000, 2", "8, 1000000, 2"})
  void theTruthStaysInsideAndTheRangeNarrows(int lanes, long error, double widest) {
    for (int seed = 0; seed < 5; seed++) {
      List<Truth> truths = truths(new Random(seed), lanes);
      Narrowed<Query> narrowed = Narrowed.queries(queries(truths, error, true));
      assertThat(narrowed.ordersContradicted()).isEmpty();
      assertThat(narrowed.lanesContradicted()).isEmpty();
      double width = 0;
      for (int i = 0; i < truths.size(); i++) {
        Query query = narrowed.records().get(i);
        assertThat(truths.get(i).startUs())
            .isBetween(query.startUs(), query.startUs() + query.slackUs());
        width += (double) query.slackUs() / SECOND;
      }
      assertThat(width / truths.size()).isLessThan(widest);
    }
  }

  @Test
  void connectionsNarrowBeyondTheOrderOfTheLines() {
    List<Truth> truths = truths(new Random(9), 4);
    double with = width(Narrowed.queries(queries(truths, 0, true)));
    double without = width(Narrowed.queries(queries(truths, 0, false)));
    assertThat(with).isLessThan(0.95 * without);
  }

  @Test
  void linesInNoOrderAreSaidAndLeftToTheirConnections() {
    List<Query> queries = new ArrayList<>(queries(truths(new Random(5), 4), 0, false));
    Collections.shuffle(queries, new Random(6));
    List<Query> lines = new ArrayList<>();
    for (Query query : queries) {
      lines.add(query.at(lines.size()));
    }
    Narrowed<Query> narrowed = Narrowed.queries(lines);
    assertThat(narrowed.ordersContradicted()).containsOnlyKeys("db");
    assertThat(narrowed.ordersContradicted().get("db")).isGreaterThan(OrderedLog.CONTRADICTIONS);
    assertThat(narrowed.records()).isEqualTo(lines);
  }

  @Test
  void connectionsThatOverlapAreSaidAndLeftAsTheyAre() {
    List<Query> lines = new ArrayList<>();
    // All on one connection, though several ran at once for seconds.
    for (Query query : queries(truths(new Random(7), 8), 0, true)) {
      lines.add(
          new Query(
              query.key(),
              "db",
              query.startUs(),
              query.slackUs(),
              query.queryTimeUs(),
              1L,
              "q",
              query.order()));
    }
    Narrowed<Query> narrowed = Narrowed.queries(lines);
    assertThat(narrowed.lanesContradicted()).containsOnlyKeys("db");
    assertThat(narrowed.ordersContradicted()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void exactStampsAreLeftAloneWhateverTheirOrder(boolean shuffled) {
    List<Query> lines = new ArrayList<>();
    List<Truth> truths = new ArrayList<>(truths(new Random(8), 4));
    if (shuffled) {
      Collections.shuffle(truths, new Random(1));
    }
    for (Truth truth : truths) {
      lines.add(
          new Query(lines.size(), "db", truth.startUs(), 0, truth.timeUs(), 1L, "q", lines.size()));
    }
    Narrowed<Query> narrowed = Narrowed.queries(lines);
    assertThat(narrowed.records()).isEqualTo(lines);
    assertThat(narrowed.ordersContradicted()).isEmpty();
    assertThat(narrowed.lanesContradicted()).isEmpty();
  }

  @Test
  void queriesWithoutAStartStayWithout() {
    Query timeless = new Query(1, "db", null, 0, 5, 1L, "q", 0);
    assertThat(Narrowed.queries(List.of(timeless)).records()).containsExactly(timeless);
  }

  @Test
  void pagesOfAProcessFollowEachOther() {
    List<Truth> truths = truths(new Random(3), 3);
    truths.sort(Comparator.comparingLong(Truth::startUs));
    List<AppEvent> events = new ArrayList<>();
    for (Truth truth : truths) {
      int line = events.size();
      long stamp = Math.floorDiv(truth.startUs(), SECOND) * SECOND;
      events.add(
          new AppEvent(
              line,
              "app",
              stamp,
              SECOND - 1,
              truth.timeUs(),
              0L,
              null,
              truth.lane(),
              null,
              "/",
              true,
              line));
    }
    Narrowed<AppEvent> narrowed = Narrowed.events(events);
    assertThat(narrowed.lanesContradicted()).isEmpty();
    double width = 0;
    for (int i = 0; i < truths.size(); i++) {
      AppEvent event = narrowed.records().get(i);
      assertThat(truths.get(i).startUs()).isBetween(event.startUs(), event.latestStartUs());
      width += (double) event.slackUs() / SECOND;
    }
    assertThat(width / truths.size()).isLessThan(0.9);
  }

  private static double width(Narrowed<Query> narrowed) {
    return narrowed.records().stream().mapToLong(Query::slackUs).average().orElseThrow();
  }

  /** Lanes that do one thing after the other, with pauses; in the order of ends. */
  private static List<Truth> truths(Random random, int lanes) {
    List<Truth> truths = new ArrayList<>();
    for (int lane = 0; lane < lanes; lane++) {
      long now = 1_000 * SECOND + random.nextInt(2_000_000);
      for (int i = 0; i < 400; i++) {
        long time = 1_000L + random.nextInt(400_000);
        truths.add(new Truth(lane, now, time));
        now += time + random.nextInt(300_000);
      }
    }
    truths.sort(Comparator.comparingLong(Truth::endUs));
    return truths;
  }

  /** Logged at the end, in whole seconds. */
  private static List<Query> queries(List<Truth> truths, long error, boolean connections) {
    List<Query> queries = new ArrayList<>();
    for (Truth truth : truths) {
      long stamp = Math.floorDiv(truth.endUs(), SECOND) * SECOND;
      long logged = error == 0 ? truth.timeUs() : truth.timeUs() / error * error;
      long earliest = stamp - logged - error;
      int line = queries.size();
      queries.add(
          new Query(
              line,
              "db",
              earliest,
              SECOND - 1 + error,
              logged,
              error,
              connections ? truth.lane() : null,
              "q",
              line,
              null,
              "db"));
    }
    return queries;
  }
}
