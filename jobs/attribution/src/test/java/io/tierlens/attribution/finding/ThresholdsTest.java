package io.tierlens.attribution.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.attribution.table.Comparison;
import io.tierlens.attribution.table.Remark;
import io.tierlens.attribution.tier.Tier;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each figure of each rule, just below and just above each of its thresholds. */
class ThresholdsTest {
  private static final double NEAR = 1e-6;

  /** The figure of a measure is made to be a value in two runs that tell it. */
  private record Case(
      Rule rule,
      Measure measure,
      boolean high,
      Double supports,
      Double contradicts,
      BiConsumer<StackRun, StackRun> runs,
      BiConsumer<StackRun, Double> set) {

    Diagnosis at(double value) {
      StackRun before = StackRun.physical();
      StackRun after = StackRun.virtual();
      after.requestMs = 1_200;
      runs.accept(before, after);
      set.accept(after, value);
      return rule.compare(new Pair(Evidence.of(before.input(), null), evidence(after)));
    }

    private static Evidence evidence(StackRun run) {
      return Evidence.of(run.input(), null);
    }

    @Override
    public String toString() {
      return rule.name() + " " + measure;
    }
  }

  private static Case high(
      Rule rule,
      Measure measure,
      Double supports,
      Double against,
      BiConsumer<StackRun, Double> set) {
    return new Case(rule, measure, true, supports, against, (before, after) -> {}, set);
  }

  private static Case low(
      Rule rule,
      Measure measure,
      Double supports,
      Double against,
      BiConsumer<StackRun, Double> set) {
    return new Case(rule, measure, false, supports, against, (before, after) -> {}, set);
  }

  private static Case given(Case it, BiConsumer<StackRun, StackRun> runs) {
    return new Case(it.rule, it.measure, it.high, it.supports, it.contradicts, runs, it.set);
  }

  private static void system(StackRun run, double times) {
    run.systemMs = 80 * times;
  }

  private static void user(StackRun run, double times) {
    run.userMs = 300 * times;
  }

  private static void charged(StackRun run, double guestToHost) {
    run.chargedCores = run.busyCores() / guestToHost;
  }

  private static void busyToConcurrency(StackRun run, double ratio) {
    run.cores = 8;
    run.spinningCpus = 0;
    run.spinningCpus = ratio * run.concurrency - run.busyCores();
  }

  static Stream<Case> cases() {
    Rule trap = new TrapAndEmulate();
    Rule para = new ParavirtualCost();
    Rule contention = new CpuContention();
    Rule io = new IoEmulation();
    Rule memory = new MemoryPressure();
    Rule surplus = new SurplusVcpus();
    Rule speed = new CpuSpeed();
    Rule load = new LoadNotMachine();
    Rule mix = new PageMix();
    Rule db = new DatabaseChange();
    return Stream.of(
        high(trap, Measure.SYSTEM_GROWTH, 3.0, 2.0, ThresholdsTest::system),
        low(trap, Measure.USER_GROWTH, 1.3, null, ThresholdsTest::user),
        given(
            high(trap, Measure.GROWTH_OF_SYSTEM_TO_USER, null, 2.0, (r, v) -> user(r, 4 / v)),
            (before, after) -> system(after, 4)),
        high(trap, Measure.SHARE_OF_SYSTEM, 50.0, 10.0, (r, v) -> r.systemMs = 80 + 6 * v),
        low(trap, Measure.IOWAIT, 1.0, 5.0, (r, v) -> r.iowaitPercent = v),
        low(trap, Measure.BUSY_TO_CONCURRENCY, 1.02, null, ThresholdsTest::busyToConcurrency),
        given(
            low(
                trap,
                Measure.EVENTS_GROWTH,
                1.3,
                2.0,
                (r, v) -> r.perRequest.put(Activity.FORKS, 3 * v)),
            (before, after) -> {
              before.perRequest.put(Activity.FORKS, 3.0);
              before.perRequest.put(Activity.PAGE_FAULTS, 900.0);
              after.perRequest.put(Activity.PAGE_FAULTS, 900.0);
            }),
        low(trap, Measure.GUEST_TO_HOST, 1.1, 1.1, ThresholdsTest::charged),
        low(trap, Measure.STEAL, null, 5.0, (r, v) -> r.stealPercent = v),
        high(para, Measure.USER_GROWTH, 1.1, 1.05, ThresholdsTest::user),
        high(para, Measure.STEAL, 2.0, 0.5, (r, v) -> r.stealPercent = v),
        high(para, Measure.SYSTEM_GROWTH, 1.1, null, ThresholdsTest::system),
        low(para, Measure.IOWAIT, 1.0, 5.0, (r, v) -> r.iowaitPercent = v),
        low(para, Measure.GUEST_TO_HOST, 1.1, 1.1, ThresholdsTest::charged),
        high(contention, Measure.STEAL_ADDED, 5.0, 1.0, (r, v) -> r.stealPercent = v),
        high(contention, Measure.GUEST_TO_HOST, 1.1, 1.05, ThresholdsTest::charged),
        high(contention, Measure.READY, 5.0, 1.0, (r, v) -> r.readyCores = v / 100 * r.cores),
        high(
            contention,
            Measure.HOST_USE,
            85.0,
            50.0,
            (r, v) -> r.domainZeroCores = v / 100 * 4 - r.busyCores()),
        given(
            high(
                contention,
                Measure.OVERCOMMIT,
                1.5,
                null,
                (r, v) -> r.cores = (int) Math.floor(v * 1_000_000)),
            (before, after) -> after.hostCores = 1_000_000),
        given(
            low(
                contention,
                Measure.GROWTH_OF_SYSTEM_TO_USER,
                1.25,
                null,
                (r, v) -> system(r, 2 * v)),
            (before, after) -> user(after, 2)),
        high(io, Measure.IOWAIT_ADDED, 5.0, 1.0, (r, v) -> r.iowaitPercent = 0.1 + v),
        high(io, Measure.DRIVER_DOMAIN_ADDED, 0.5, 0.35, (r, v) -> r.domainZeroCores = v),
        high(
            io,
            Measure.IOWAIT_SHARE,
            10.0,
            null,
            (r, v) -> {
              double ms = 0.1 / 100 * 2 * 1e3 / StackRun.physical().throughput() + 6 * v;
              r.iowaitPercent = ms * r.throughput() / 1e3 / r.cores * 100;
            }),
        high(memory, Measure.SWAP, 1.0, 0.1, ThresholdsTest::swap),
        high(
            memory,
            Measure.MAJOR_FAULTS,
            5.0,
            1.0,
            (r, v) -> r.perRequest.put(Activity.MAJOR_FAULTS, v / r.throughput())),
        high(surplus, Measure.BUSY_TO_CONCURRENCY, 1.15, 1.0, ThresholdsTest::busyToConcurrency),
        high(surplus, Measure.QUIET_SYSTEM, 2.0, 1.0, (r, v) -> r.quietSystemPercent = v),
        given(
            high(surplus, Measure.CPUS_PER_REQUEST, 2.0, null, (r, v) -> r.concurrency = 8 / v),
            (before, after) -> after.cores = 8),
        given(
            high(surplus, Measure.SYSTEM_WITH_CPUS, 1.2, 1.05, ThresholdsTest::system),
            (before, after) -> {
              before.guest = true;
              after.cores = 4;
            }),
        high(speed, Measure.USER_GROWTH, 1.15, 1.05, ThresholdsTest::user),
        given(
            low(speed, Measure.GROWTH_OF_SYSTEM_TO_USER, 1.25, 1.25, (r, v) -> system(r, 2 * v)),
            (before, after) -> user(after, 2)),
        high(speed, Measure.SHARE_OF_BUSY, 50.0, 10.0, (r, v) -> r.userMs = 300 + 6 * v),
        low(speed, Measure.STEAL, null, 5.0, (r, v) -> r.stealPercent = v),
        low(speed, Measure.GUEST_TO_HOST, null, 1.1, ThresholdsTest::charged),
        high(load, Measure.CONCURRENCY_GROWTH, 1.25, 1.1, (r, v) -> r.concurrency = 2 * v),
        low(
            load,
            Measure.BUSY_GROWTH,
            1.1,
            1.3,
            (r, v) -> {
              user(r, v);
              system(r, v);
            }),
        high(
            load,
            Measure.THROUGHPUT_GROWTH,
            1.1,
            1.0,
            (r, v) -> r.concurrency = v * StackRun.physical().throughput() * 1.2),
        high(db, Measure.DB_SHARE, 50.0, 20.0, (r, v) -> r.dbShare = (120 + 6 * v) / 1_200),
        given(
            high(db, Measure.STATEMENT_SHARE, 50.0, 20.0, ThresholdsTest::grown),
            (before, after) ->
                before.statements("lock", 400, 300, "begin", 400, 400, "report", 400, 200_000)),
        given(
            high(mix, Measure.MIX_SHARE, 30.0, 10.0, ThresholdsTest::mixed),
            (before, after) -> before.endpoints("a", 500_000, 1, "b", 500_000, 1)));
  }

  private static void swap(StackRun run, double perSecond) {
    run.perRequest.put(Activity.SWAP_IN, perSecond / 2 / run.throughput());
    run.perRequest.put(Activity.SWAP_OUT, perSecond / 2 / run.throughput());
  }

  /** Half of the requests for each of two pages become a quarter and three quarters. */
  private static void mixed(StackRun run, double percent) {
    // The split's mix is a quarter of half the difference of the pages: of 600 ms added, percent.
    run.endpoints("a", 250_000, 0.5, "b", 750_000, 0.5 + 48 * percent / 1_200);
  }

  /** Of what statements add, a part is added by the one that grew far more than the others. */
  private static void grown(StackRun run, double percent) {
    run.statements("lock", 1_000_000, 300, "begin", 1_000_000, 400);
    run.statements.put("update", new long[] {1_000_000, (long) (1e6 * (5_000 + 300 * percent))});
    run.statements.put(
        "report", new long[] {1_000_000, (long) (1e6 * (200_000 + 300 * (100 - percent)))});
  }

  @ParameterizedTest
  @MethodSource("cases")
  void countFromTheThresholdOn(Case it) {
    if (it.supports() != null) {
      double inside = it.supports() * (it.high() ? 1 + NEAR : 1 - NEAR);
      double outside = it.supports() * (it.high() ? 1 - NEAR : 1 + NEAR);
      assertThat(measures(it.at(inside).supports())).as("at %s", inside).contains(it.measure());
      assertThat(measures(it.at(outside).supports()))
          .as("at %s", outside)
          .doesNotContain(it.measure());
    }
    if (it.contradicts() != null) {
      double inside = it.contradicts() * (it.high() ? 1 + NEAR : 1 - NEAR);
      double outside = it.contradicts() * (it.high() ? 1 - NEAR : 1 + NEAR);
      assertThat(measures(it.at(outside).contradicts()))
          .as("at %s", outside)
          .contains(it.measure());
      assertThat(measures(it.at(inside).contradicts()))
          .as("at %s", inside)
          .doesNotContain(it.measure());
    }
  }

  private static List<Measure> measures(List<Sign> signs) {
    return signs.stream().map(sign -> sign.figure().measure()).toList();
  }

  static Stream<Rule> rulesOfEndpoints() {
    return Stream.of(new TrapAndEmulate(), new ParavirtualCost(), new CpuSpeed());
  }

  @ParameterizedTest
  @MethodSource("rulesOfEndpoints")
  void endpointsMustBeAlike(Rule rule) {
    for (int slower = 0; slower <= 10; slower++) {
      StackRun before = StackRun.physical();
      StackRun after = StackRun.virtual();
      after.requestMs = 1_200;
      before.endpoints.clear();
      after.endpoints.clear();
      for (int i = 0; i < 10; i++) {
        before.endpoints.put("page" + i, new double[] {10, 1});
        double factor = i < slower ? 0.55 + NEAR : 0.55 - NEAR;
        after.endpoints.put("page" + i, new double[] {10, factor});
      }
      // Too few requests to tell.
      before.endpoints.put("rare", new double[] {9, 1});
      after.endpoints.put("rare", new double[] {500, 9});
      Diagnosis diagnosis =
          rule.compare(
              new Pair(Evidence.of(before.input(), null), Evidence.of(after.input(), null)));
      assertThat(measures(diagnosis.supports()).contains(Measure.ENDPOINTS_SLOWER))
          .isEqualTo(slower >= 8);
      assertThat(measures(diagnosis.contradicts()).contains(Measure.ENDPOINTS_SLOWER))
          .isEqualTo(slower < 5);
    }
  }

  @Test
  void durationsThatDoNotFitSpeakOfClocks() {
    ClockProblem rule = new ClockProblem();
    for (double ratio : new double[] {1.02 - NEAR, 1.02 + NEAR}) {
      for (Remark.Rule of :
          List.of(Remark.Rule.APP_LONGER_THAN_REQUEST, Remark.Rule.DB_LONGER_THAN_APP)) {
        StackRun run = StackRun.virtual();
        run.remarks.add(new Remark(of, null, null, ratio * 600_000, 600_000.0));
        boolean counts = rule.alone(Evidence.of(run.input(), null)).conclusion().namesACause();
        assertThat(counts).isEqualTo(ratio > 1.02);
        run.requests = Evidence.MIN_REQUESTS - 1;
        assertThat(rule.alone(Evidence.of(run.input(), null)).conclusion().namesACause()).isFalse();
      }
    }
  }

  /** What the baseline burns as well is not the candidate's doing. */
  @Test
  void surplusMustBeWellBeyondThatOfTheBaseline() {
    double[][] cases = {
      {0, 0.3, 1}, {0, 0.24, 0}, {0.5, 0.76, 1}, {0.5, 0.74, 0}, {2, 2.9, 0}, {2, 3.1, 1}
    };
    for (double[] it : cases) {
      StackRun before = StackRun.virtual();
      StackRun after = StackRun.virtual();
      for (StackRun run : List.of(before, after)) {
        run.cores = 8;
        run.concurrency = 1;
        run.requestMs = 600;
      }
      before.spinningCpus = before.concurrency + it[0] - before.busyCores();
      after.spinningCpus = after.concurrency + it[1] - after.busyCores();
      Diagnosis diagnosis =
          new SurplusVcpus()
              .compare(
                  new Pair(Evidence.of(before.input(), null), Evidence.of(after.input(), null)));
      assertThat(measures(diagnosis.supports()).contains(Measure.BUSY_TO_CONCURRENCY))
          .as("%s, then %s", it[0], it[1])
          .isEqualTo(it[2] == 1);
    }
  }

  /** What comparisons tell of the load is used; not what they refuse, nor what rests on little. */
  @Test
  void comparisonAtEqualLoadSpeaksOfTheMachine() {
    double[][] cases = {
      // percent of the slow-down, coverage; for it, against it
      {19, 0.9, 1, 0}, {21, 0.9, 0, 0}, {79, 0.9, 0, 0}, {81, 0.9, 0, 1}, {19, 0.49, 0, 0}
    };
    for (double[] it : cases) {
      for (String refusal : new String[] {null, "too_short"}) {
        Diagnosis diagnosis = load(comparison("equal_load", 6_000 * it[0], it[1], refusal));
        assertThat(measures(diagnosis.supports()).contains(Measure.EQUAL_LOAD_SHARE))
            .isEqualTo(it[2] == 1 && refusal == null);
        assertThat(measures(diagnosis.contradicts()).contains(Measure.EQUAL_LOAD_SHARE))
            .isEqualTo(it[3] == 1 && refusal == null);
      }
    }
    assertThat(measures(load(comparison("load", 6_000 * 81.0, null, null)).supports()))
        .contains(Measure.LOAD_SHARE);
    assertThat(measures(load(comparison("load", 6_000 * 79.0, null, null)).supports()))
        .doesNotContain(Measure.LOAD_SHARE);
    assertThat(measures(load(comparison("load", 6_000 * 19.0, null, null)).contradicts()))
        .contains(Measure.LOAD_SHARE);
    assertThat(measures(load(comparison("demand", 6_000 * 19.0, null, null)).contradicts()))
        .doesNotContain(Measure.LOAD_SHARE, Measure.EQUAL_LOAD_SHARE);
  }

  /** Two runs of which the second is slower by 600 ms. */
  private static Diagnosis load(Comparison row) {
    StackRun after = StackRun.physical();
    after.requestMs = 1_200;
    Evidence before = Evidence.of(StackRun.physical().input(), null);
    return new LoadNotMachine()
        .compare(new Pair(before, Evidence.of(after.input(), null), List.of(row)));
  }

  private static Comparison comparison(
      String component, double deltaUs, Double coverage, String refusal) {
    return new Comparison(
        "physical",
        "virtual",
        null,
        null,
        "request",
        "mean",
        component,
        null,
        null,
        deltaUs,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        coverage,
        null,
        400,
        400,
        refusal);
  }

  /** A sar without iowait before tells nothing of what was added. */
  @Test
  void iowaitIsAddedOnlyToOneThatIsKnown() {
    StackRun before = StackRun.physical();
    before.iowaitPercent = null;
    StackRun after = StackRun.virtual();
    after.iowaitPercent = 9.0;
    Diagnosis diagnosis =
        new IoEmulation()
            .compare(new Pair(Evidence.of(before.input(), null), Evidence.of(after.input(), null)));
    assertThat(measures(diagnosis.supports())).doesNotContain(Measure.IOWAIT_ADDED);
    assertThat(diagnosis.missing()).contains(Measurement.IOWAIT);
  }

  /**
   * A difference that chance may make, and a log with a threshold, tell nothing of the database.
   */
  @Test
  void databaseIsJudgedByWholeLogsAndBeyondChance() {
    assertThat(measures(database(0.02, 0L).supports())).contains(Measure.DB_SHARE);
    assertThat(measures(database(2.0, 0L).supports())).doesNotContain(Measure.DB_SHARE);
    for (Long threshold : new Long[] {null, 1_000_000L}) {
      Diagnosis diagnosis = database(0.02, threshold);
      assertThat(measures(diagnosis.supports())).isEmpty();
      assertThat(measures(diagnosis.contradicts())).isEmpty();
      assertThat(diagnosis.missing()).containsExactly(Measurement.ALL_QUERIES);
    }
  }

  private static Diagnosis database(double spread, Long thresholdUs) {
    StackRun after = StackRun.physical();
    after.requestMs = 1_200;
    after.dbShare = 0.5;
    after.spread = spread;
    after.thresholdUs = thresholdUs;
    return new DatabaseChange()
        .compare(
            new Pair(
                Evidence.of(StackRun.physical().input(), null), Evidence.of(after.input(), null)));
  }

  /** Where all statements are four times slower, none of them is. */
  @Test
  void statementsThatGrewAlikeHaveNotChanged() {
    StackRun after = StackRun.physical();
    after.requestMs = 1_200;
    after.statements("select", 400, 80_000, "insert", 400, 40_000, "update", 400, 20_000);
    Diagnosis diagnosis =
        new DatabaseChange()
            .compare(
                new Pair(
                    Evidence.of(StackRun.physical().input(), null),
                    Evidence.of(after.input(), null)));
    assertThat(measures(diagnosis.contradicts())).contains(Measure.STATEMENT_SHARE);
    assertThat(measures(diagnosis.supports())).doesNotContain(Measure.STATEMENT_SHARE);
  }

  @Test
  void tiersThatAreNotPublishedAreNotRead() {
    StackRun run = StackRun.physical();
    Evidence told = Evidence.of(run.input(), null);
    assertThat(told.tier(Tier.REQUEST)).isNotNull();
    assertThat(told.endpoints()).hasSize(4);
    run.published = false;
    Evidence withheld = Evidence.of(run.input(), null);
    assertThat(withheld.tier(Tier.REQUEST)).isNull();
    assertThat(withheld.endpoints()).isEmpty();
  }
}
