package io.tierlens.attribution.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.attribution.Attribution;
import io.tierlens.attribution.ClosedLoop;
import io.tierlens.attribution.matching.Level;
import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.record.WebRequest;
import io.tierlens.attribution.table.QueryAssignment;
import io.tierlens.attribution.table.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clock of a database server of its own, found from what lies inside requests. */
class ClockOffsetTest {
  private static final long SECOND = 1_000_000;

  /** The slow log of a run as a server whose clock is ahead would write it. */
  private static List<Query> onServer(ClosedLoop run, long aheadUs, boolean connections) {
    return run.queries.stream()
        .map(
            query ->
                new Query(
                    query.key(),
                    "db",
                    query.startUs() + aheadUs,
                    query.slackUs(),
                    query.queryTimeUs(),
                    connections ? query.threadId() : null,
                    query.fingerprintId(),
                    query.order()))
        .toList();
  }

  private static ClockOffset offset(ClosedLoop run, List<Query> queries) {
    return ClockOffsets.of(run.web, run.app, queries).offset("db");
  }

  private static double share(Attribution found, ClosedLoop run) {
    return found.assignments().stream()
            .filter(row -> run.requestOfQuery.get(row.queryKey()).equals(row.requestKey()))
            .mapToDouble(QueryAssignment::probability)
            .sum()
        / run.queries.size();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0",
    "1, 437000",
    "1, -437000",
    "2, 437000",
    "2, 3200000",
    "2, -9000000",
    "4, 437000",
  })
  void exactStampsTellAClockToAFewHundredths(int clients, long ahead) {
    for (long seed = 81; seed < 86; seed++) {
      ClosedLoop run = new ClosedLoop(seed, clients, 200, true, true);
      ClockOffset found = offset(run, onServer(run, ahead, false));
      assertThat(found).isNotNull();
      assertThat(ahead).isBetween(found.lowUs(), found.highUs());
      assertThat(found.toleranceUs()).isLessThan(100_000);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, true", "437000, true", "4200000, true", "-5200000, true", "-9700000, false"})
  void wholeSecondsOfAQuietSiteTellAClockToASecond(long ahead, boolean tells) {
    for (long seed = 91; seed < 101; seed++) {
      Random random = new Random(seed);
      List<WebRequest> web = new ArrayList<>();
      List<Query> queries = new ArrayList<>();
      long now = ClosedLoop.START;
      for (int i = 0; i < 200; i++) {
        now += 8 * SECOND + random.nextInt(25_000_000);
        long duration = 500_000L + random.nextInt(2_000_000);
        web.add(
            new WebRequest(i, "www", seconds(now), SECOND - 1, duration, "GET /a", "/a", 200, i));
        long query = now + random.nextInt((int) duration / 2);
        queries.add(
            new Query(i, "db", seconds(query + ahead), SECOND - 1, duration / 3, null, null, i));
      }
      ClockOffset found = ClockOffsets.of(web, List.of(), queries).offset("db");
      assertThat(found != null).as("seed " + seed).isEqualTo(tells);
      if (found != null) {
        assertThat(ahead).isBetween(found.lowUs(), found.highUs());
        assertThat(found.toleranceUs()).isLessThan(1_200_000);
      }
    }
  }

  private static long seconds(long us) {
    return Math.floorDiv(us, SECOND) * SECOND;
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 437000", "2, 4000000", "4, -4000000", "8, 4000000"})
  void wholeSecondsOfABusySiteTellLittleAndNothingWrong(int clients, long ahead) {
    for (long seed = 91; seed < 101; seed++) {
      ClosedLoop run = new ClosedLoop(seed, clients, 100, false, true);
      List<Query> exact = onServer(new ClosedLoop(seed, clients, 100, true, true), ahead, false);
      ClockOffset found = offset(run, exact.stream().map(ClockOffsetTest::inSeconds).toList());
      if (found != null) {
        assertThat(ahead).isBetween(found.lowUs(), found.highUs());
      }
    }
  }

  private static Query inSeconds(Query exact) {
    return new Query(
        exact.key(),
        exact.host(),
        seconds(exact.startUs()),
        SECOND - 1,
        exact.queryTimeUs(),
        null,
        exact.fingerprintId(),
        exact.order());
  }

  @Test
  void aClockThatIsThreeSecondsOffCostsNoTie() {
    ClosedLoop run = new ClosedLoop(101, 4, 100, true, false);
    List<Query> late = onServer(run, 3_200_000, true);
    Attribution same = run.records().build().run();
    Attribution found = run.records().queries(late).build().run();
    assertThat(found.level()).isEqualTo(Level.L1C);
    assertThat(share(found, run)).isGreaterThan(0.97).isGreaterThan(share(same, run) - 0.02);
    assertThat(found.remarks())
        .filteredOn(remark -> remark.rule() == Remark.Rule.CLOCK_CORRECTED)
        .singleElement()
        .satisfies(
            remark -> {
              assertThat(remark.subject()).isEqualTo("db");
              assertThat(Math.abs(remark.value() - 3_200_000)).isLessThan(remark.limit());
            });
    assertThat(same.remarks())
        .noneMatch(remark -> remark.rule() == Remark.Rule.CLOCK_CORRECTED)
        .noneMatch(remark -> remark.rule() == Remark.Rule.CLOCK_UNKNOWN);
  }

  @Test
  void whereSomethingIsAlwaysRunningNothingIsTold() {
    ClosedLoop run = new ClosedLoop(102, 64, 30, true, true);
    List<Query> late = onServer(run, 437_000, false);
    assertThat(offset(run, late)).isNull();
    assertThat(run.records().queries(late).build().run().remarks())
        .extracting(Remark::rule)
        .contains(Remark.Rule.CLOCK_UNKNOWN);
  }

  @Test
  void regularRequestsFitAtSeveralOffsetsAndAreNotBelieved() {
    List<WebRequest> web = new ArrayList<>();
    List<Query> queries = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      long at = 3L * i * SECOND;
      web.add(new WebRequest(i, "www", at, 0, SECOND / 2, "GET /a", "/a", 200, i));
      queries.add(new Query(i, "db", at + 100_000, 0, 300_000, null, null, i));
    }
    assertThat(ClockOffsets.of(web, List.of(), queries).offset("db")).isNull();
  }

  @Test
  void queriesOfNoRequestAreNoEvidence() {
    ClosedLoop run = new ClosedLoop(103, 1, 200, true, true);
    List<Query> few = onServer(run, 437_000, false).subList(0, 20);
    assertThat(offset(run, few)).isNull();
    List<Query> others = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      others.add(
          new Query(
              i, "db", ClosedLoop.START + i * 1_111_111L, 0, 2_000_000 + i * 17L, null, null, i));
    }
    assertThat(offset(run, others)).isNull();
  }

  @Test
  void severalWebServersHaveNoClockToCompareWith() {
    ClosedLoop run = new ClosedLoop(104, 1, 100, true, true);
    List<WebRequest> web = new ArrayList<>(run.web);
    WebRequest first = web.get(0);
    web.set(
        0,
        new WebRequest(
            first.key(),
            "www2",
            first.startUs(),
            0,
            first.durationUs(),
            first.endpoint(),
            first.path(),
            200,
            0));
    assertThat(ClockOffsets.of(web, run.app, onServer(run, 0, false)).others()).isEmpty();
  }
}
