package io.tierlens.attribution.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TracePlacementTest {
  private static final long SECOND = 1_000_000;
  private static final int TRACES = 3_000;

  private final Random random = new Random(20260101);

  /** What really happened: a request, its page or none, and its queries one after the other. */
  private record Truth(Timed request, Timed page, List<Timed> queries) {

    /** As a log has it whose stamps are cut to whole units. */
    Truth stamped(long unit) {
      return new Truth(
          cut(request, unit),
          page == null ? null : cut(page, unit),
          queries.stream().map(query -> cut(query, unit)).toList());
    }

    private static Timed cut(Timed work, long unit) {
      return new Timed(Math.floorDiv(work.startUs(), unit) * unit, unit - 1, work.durationUs());
    }

    PlacedTrace placed() {
      return TracePlacement.place(request, page, queries);
    }

    List<Timed> all() {
      List<Timed> all = new ArrayList<>(List.of(request));
      if (page != null) {
        all.add(page);
      }
      all.addAll(queries);
      return all;
    }
  }

  private static List<PlacedSpan> all(PlacedTrace trace) {
    List<PlacedSpan> all = new ArrayList<>(List.of(trace.request()));
    if (trace.page() != null) {
      all.add(trace.page());
    }
    all.addAll(trace.queries());
    return all;
  }

  private Truth truth() {
    long start = random.nextLong(-10 * SECOND, 10 * SECOND);
    long at = start + random.nextLong(SECOND / 10);
    long pageStart = at;
    List<Timed> queries = new ArrayList<>();
    for (int q = random.nextInt(8); q > 0; q--) {
      at += random.nextLong(SECOND / 2);
      long duration = random.nextLong(SECOND / 5);
      queries.add(new Timed(at, 0, duration));
      at += duration;
    }
    at += random.nextLong(SECOND / 2);
    Timed page = random.nextBoolean() ? new Timed(pageStart, 0, at - pageStart) : null;
    at += random.nextLong(SECOND / 10);
    return new Truth(new Timed(start, 0, at - start), page, queries);
  }

  @Test
  void exactStampsAreLeftAsTheyAre() {
    for (int i = 0; i < TRACES; i++) {
      Truth truth = truth();
      List<PlacedSpan> placed = all(truth.placed());
      for (int piece = 0; piece < placed.size(); piece++) {
        Timed logged = truth.all().get(piece);
        assertThat(placed.get(piece))
            .isEqualTo(new PlacedSpan(logged.startUs(), 0, logged.durationUs(), 0, 0));
        assertThat(placed.get(piece).isDerived()).isFalse();
      }
    }
  }

  @Test
  void coarseStampsOfWhatHappenedAreBelievedAndTheTruthLiesInWhatIsLeft() {
    long left = 0;
    long pieces = 0;
    for (int i = 0; i < TRACES; i++) {
      Truth truth = truth();
      PlacedTrace trace = truth.stamped(SECOND).placed();
      holdsTogether(trace);
      List<PlacedSpan> placed = all(trace);
      for (int piece = 0; piece < placed.size(); piece++) {
        PlacedSpan span = placed.get(piece);
        Timed happened = truth.all().get(piece);
        assertThat(span.movedUs()).isZero();
        assertThat(span.cutUs()).isZero();
        assertThat(span.durationUs()).isEqualTo(happened.durationUs());
        long from = span.startUs() - span.slackUs() / 2;
        assertThat(happened.startUs()).isBetween(from, from + span.slackUs());
        left += span.slackUs();
        pieces++;
      }
      for (int q = 1; q < trace.queries().size(); q++) {
        assertThat(trace.queries().get(q).startUs())
            .isGreaterThanOrEqualTo(trace.queries().get(q - 1).endUs());
      }
    }
    // Nesting and order know more than the stamps.
    assertThat(left / pieces).isBetween(SECOND / 2, SECOND * 9 / 10);
  }

  @Test
  void whatCannotHaveHappenedStillHoldsTogetherAndSaysWhatWasDone() {
    int moved = 0;
    int cut = 0;
    for (int i = 0; i < TRACES; i++) {
      Truth nonsense = new Truth(anything(), random.nextBoolean() ? anything() : null, many());
      PlacedTrace trace = nonsense.placed();
      holdsTogether(trace);
      List<PlacedSpan> placed = all(trace);
      for (int piece = 0; piece < placed.size(); piece++) {
        PlacedSpan span = placed.get(piece);
        Timed logged = nonsense.all().get(piece);
        assertThat(span.durationUs() + span.cutUs()).isEqualTo(logged.durationUs());
        assertThat(span.startUs() - span.movedUs())
            .isBetween(logged.startUs(), logged.startUs() + logged.slackUs());
        moved += span.movedUs() == 0 ? 0 : 1;
        cut += span.cutUs() == 0 ? 0 : 1;
      }
      assertThat(trace.request().movedUs()).isZero();
      assertThat(trace.request().cutUs()).isZero();
    }
    assertThat(moved).isGreaterThan(TRACES);
    assertThat(cut).isGreaterThan(TRACES);
  }

  private Timed anything() {
    return new Timed(
        random.nextLong(5 * SECOND), random.nextLong(SECOND), random.nextLong(3 * SECOND));
  }

  private List<Timed> many() {
    List<Timed> queries = new ArrayList<>();
    for (int q = random.nextInt(6); q > 0; q--) {
      queries.add(anything());
    }
    return queries;
  }

  private static void holdsTogether(PlacedTrace trace) {
    PlacedSpan inner = trace.request();
    if (trace.page() != null) {
      liesIn(trace.page(), trace.request());
      inner = trace.page();
    }
    for (PlacedSpan query : trace.queries()) {
      liesIn(query, inner);
    }
  }

  private static void liesIn(PlacedSpan part, PlacedSpan whole) {
    assertThat(part.startUs()).isGreaterThanOrEqualTo(whole.startUs());
    assertThat(part.endUs()).isLessThanOrEqualTo(whole.endUs());
    assertThat(part.durationUs()).isNotNegative();
  }

  @Test
  void queriesThatRanSideBySideKeepTheirStamps() {
    PlacedTrace trace =
        new Truth(
                new Timed(0, 0, 100),
                new Timed(10, 0, 80),
                List.of(new Timed(20, 0, 40), new Timed(30, 0, 40)))
            .placed();
    assertThat(trace.queries())
        .containsExactly(new PlacedSpan(20, 0, 40, 0, 0), new PlacedSpan(30, 0, 40, 0, 0));
  }

  @Test
  void aQueryOfAnotherTimeIsMovedWithoutHarmToTheOthers() {
    PlacedTrace trace =
        new Truth(
                new Timed(0, 0, 100),
                null,
                List.of(new Timed(20, 0, 10), new Timed(500, 0, 10), new Timed(60, 0, 10)))
            .placed();
    assertThat(trace.queries())
        .containsExactly(
            new PlacedSpan(20, 0, 10, 0, 0),
            new PlacedSpan(40, 20, 10, -460, 0),
            new PlacedSpan(60, 0, 10, 0, 0));
  }

  @Test
  void queriesThatTookNoTimeByTheirLogDoNotFallTogether() {
    Timed query = new Timed(0, 999, 0);
    PlacedTrace trace =
        new Truth(new Timed(0, 0, 1_000), null, List.of(query, query, query)).placed();
    assertThat(trace.queries().stream().map(PlacedSpan::startUs).distinct()).hasSize(3);
  }
}
