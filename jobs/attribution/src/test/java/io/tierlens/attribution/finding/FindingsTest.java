package io.tierlens.attribution.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.attribution.record.Window;
import io.tierlens.attribution.table.CpuDemand;
import io.tierlens.attribution.table.Finding;
import io.tierlens.attribution.table.RunTables;
import io.tierlens.attribution.table.RunTier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static double about(Random random, double value, double deviation) {
    return value * Math.exp(deviation * random.nextGaussian());
  }

  /** Any run: guests and machines, quick and slow, with and without this and that. */
  private static StackRun any(Random random) {
    StackRun run = random.nextBoolean() ? StackRun.virtual() : StackRun.physical();
    run.hostCores = 1 + random.nextInt(8);
    do {
      run.cores = 1 + random.nextInt(8);
      run.concurrency = about(random, 2, 0.8);
      run.requestMs = about(random, 900, 0.8);
      run.userMs = about(random, 300, 0.6);
      run.systemMs = about(random, 100, 1.2);
      run.spinningCpus = random.nextInt(3) == 0 ? random.nextDouble() * 3 : 0;
    } while (run.busyCores() > run.cores);
    run.requests = 5L + random.nextInt(400);
    run.iowaitPercent = maybe(random, about(random, 1, 2));
    run.stealPercent = maybe(random, about(random, 2, 2));
    run.quietSystemPercent = maybe(random, about(random, 1.5, 1));
    run.readyCores = maybe(random, about(random, 0.1, 1));
    run.chargedCores = maybe(random, run.busyCores() * about(random, 1, 0.1));
    run.domainZeroCores = maybe(random, about(random, 0.3, 1));
    run.dbShare = random.nextDouble() * 0.6;
    run.thresholdUs =
        random.nextInt(4) == 0 ? null : Long.valueOf(random.nextBoolean() ? 0 : 1_000_000);
    for (Activity kind : Activity.values()) {
      if (random.nextBoolean()) {
        run.perRequest.put(kind, about(random, 3, 2));
      }
    }
    run.endpoints("a", random.nextInt(99), about(random, 1, 0.3), "b", 50, 1, "c", 40, 1.2);
    return run;
  }

  private static Double maybe(Random random, double value) {
    return random.nextInt(3) == 0 ? null : Double.valueOf(value);
  }

  /** The same machine a second time: every figure is as far off as chance makes it. */
  private static StackRun again(StackRun run, Random random, double deviation) {
    StackRun other = run.guest ? StackRun.virtual() : StackRun.physical();
    other.cores = run.cores;
    other.hostCores = run.hostCores;
    other.concurrency = about(random, run.concurrency, deviation);
    other.requestMs = about(random, run.requestMs, deviation);
    other.userMs = about(random, run.userMs, deviation);
    other.systemMs = about(random, run.systemMs, deviation);
    other.spinningCpus = about(random, run.spinningCpus, deviation);
    other.stealPercent = run.stealPercent;
    other.iowaitPercent = run.iowaitPercent;
    other.quietSystemPercent = run.quietSystemPercent;
    other.domainZeroCores = run.domainZeroCores;
    other.perRequest.putAll(run.perRequest);
    return other;
  }

  /** Batch means tell the noise of the mean: eight of them deviate by 2.8 times as much. */
  private static List<List<String>> findingsOfOneMachine(int pairs, double deviation) {
    Random random = new Random(11);
    List<List<String>> found = new ArrayList<>();
    for (int round = 0; round < pairs; round++) {
      StackRun run = any(random);
      run.requests = 400;
      StackRun first = again(run, random, deviation);
      StackRun second = again(run, random, deviation);
      first.spread = deviation * Math.sqrt(8) / 0.83;
      second.spread = first.spread;
      List<String> rules =
          Findings.of(first.input(), second.input()).stream()
              .map(one -> one.rule() + " " + one.verdict())
              .toList();
      if (!rules.isEmpty()) {
        found.add(rules);
      }
    }
    return found;
  }

  @Test
  void aSecondRunOfTheSameMachineHasNoFinding() {
    assertThat(findingsOfOneMachine(250, 0.02)).isEmpty();
    // Means that are off by 4 percent for no reason, and every CPU figure with them.
    assertThat(findingsOfOneMachine(250, 0.04)).hasSizeLessThan(4);
  }

  @Test
  void whatIsBelowItsGateIsNotLookedAt() {
    Random random = new Random(12);
    int told = 0;
    for (int round = 0; round < 80; round++) {
      StackRun before = any(random);
      StackRun after = any(random);
      told += explaining(Findings.of(before.input(), after.input())).isEmpty() ? 0 : 1;
      after.published = false;
      assertThat(explaining(Findings.of(before.input(), after.input()))).isEmpty();
      after.published = true;
      before.published = false;
      assertThat(explaining(Findings.of(before.input(), after.input()))).isEmpty();
      before.published = true;
      // A run that is too short for batches, or drifts, is refused.
      FindingInput drifting = drifting(after.input());
      assertThat(explaining(Findings.of(before.input(), drifting))).isEmpty();
    }
    assertThat(told).isGreaterThan(10);
  }

  /** All but what is told however fast requests are. */
  private static List<Finding> explaining(List<Finding> findings) {
    return findings.stream()
        .filter(one -> !one.rule().equals("surplus-vcpus") && !one.rule().equals("clock-problem"))
        .toList();
  }

  private static FindingInput drifting(FindingInput input) {
    return changed(
        input,
        tables ->
            new RunTables(
                tables.run(),
                tables.thresholdUs(),
                tables.windows(),
                tables.requests(),
                tables.runTiers().stream().map(FindingsTest::drifting).toList(),
                tables.endpointTiers(),
                tables.cpuDemands(),
                tables.domainDemands(),
                tables.remarks(),
                tables.statements()));
  }

  private static RunTier drifting(RunTier row) {
    List<Double> rising = new ArrayList<>(row.batchMeanUs());
    Collections.sort(rising);
    return new RunTier(
        row.windowName(),
        row.tier(),
        row.meanUs(),
        row.lowUs(),
        row.highUs(),
        row.share(),
        row.requests(),
        null,
        null,
        null,
        null,
        rising,
        row.level(),
        row.expectedError(),
        row.published());
  }

  private static FindingInput changed(FindingInput input, UnaryOperator<RunTables> change) {
    return new FindingInput(change.apply(input.tables()), input.hosts(), input.activities());
  }

  @Test
  void theOtherWayRoundNoCauseIsClaimedAgain() {
    Random random = new Random(13);
    int told = 0;
    for (int round = 0; round < 300; round++) {
      StackRun before = any(random);
      StackRun after = any(random);
      Set<String> there = named(Findings.of(before.input(), after.input()));
      Set<String> back = named(Findings.of(after.input(), before.input()));
      told += there.size();
      there.retainAll(back);
      assertThat(there).as("round %s", round).isEmpty();
    }
    assertThat(told).isGreaterThan(25);
  }

  private static Set<String> named(List<Finding> findings) {
    Set<String> rules = new HashSet<>();
    findings.stream()
        .filter(one -> !one.verdict().equals("contradicted"))
        .forEach(one -> rules.add(one.rule()));
    return rules;
  }

  @Test
  void machinesAreNotBlamedForBeingVirtual() {
    Random random = new Random(14);
    for (int round = 0; round < 100; round++) {
      StackRun before = any(random);
      StackRun after = any(random);
      for (StackRun run : List.of(before, after)) {
        run.guest = false;
        run.chargedCores = null;
        run.domainZeroCores = null;
        run.stealPercent = random.nextBoolean() ? null : Double.valueOf(0);
      }
      assertThat(Findings.of(before.input(), after.input()))
          .extracting(Finding::rule)
          .doesNotContain(
              "trap-and-emulate",
              "paravirtual-cost",
              "cpu-contention",
              "io-emulation",
              "surplus-vcpus",
              "clock-problem");
    }
  }

  @Test
  void rowsInAnyOrderAndAnyLocaleTellTheSame() {
    Random random = new Random(15);
    Locale locale = Locale.getDefault();
    for (int round = 0; round < 100; round++) {
      FindingInput before = any(random).input();
      FindingInput after = any(random).input();
      List<Finding> first = Findings.of(before, after);
      try {
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        assertThat(Findings.of(shuffled(before, random), shuffled(after, random))).isEqualTo(first);
      } finally {
        Locale.setDefault(locale);
      }
    }
  }

  private static FindingInput shuffled(FindingInput input, Random random) {
    RunTables tables = input.tables();
    return new FindingInput(
        new RunTables(
            tables.run(),
            tables.thresholdUs(),
            tables.windows(),
            tables.requests(),
            shuffled(tables.runTiers(), random),
            shuffled(tables.endpointTiers(), random),
            shuffled(tables.cpuDemands(), random),
            shuffled(tables.domainDemands(), random),
            shuffled(tables.remarks(), random),
            shuffled(tables.statements(), random)),
        shuffled(input.hosts(), random),
        shuffled(input.activities(), random));
  }

  private static <T> List<T> shuffled(List<T> rows, Random random) {
    List<T> other = new ArrayList<>(rows);
    Collections.shuffle(other, random);
    return other;
  }

  /** A slow-down of twice, with five times the system time, in a guest. */
  private static StackRun slower() {
    StackRun run = StackRun.virtual();
    run.requestMs = 1_200;
    run.systemMs = 400;
    run.stealPercent = 0.5;
    return run;
  }

  private static Finding trap(StackRun after) {
    return Findings.of(StackRun.physical().input(), after.input()).stream()
        .filter(one -> one.rule().equals("trap-and-emulate"))
        .findFirst()
        .orElse(null);
  }

  /** What is not measured is missing; it never speaks for or against anything. */
  @Test
  void nothingIsReadFromWhatIsNotMeasured() {
    List<Consumer<StackRun>> without =
        List.of(
            run -> run.stealPercent = null,
            run -> run.iowaitPercent = null,
            run -> {
              run.chargedCores = null;
              run.domainZeroCores = null;
            },
            run -> run.endpoints.clear());
    List<String> words = List.of("steal", "iowait", "CPU charged to every", "enough requests of");
    List<String> signs = List.of("steal", "iowait", "CPU that the guest", "endpoints that");
    for (int subset = 0; subset < 1 << without.size(); subset++) {
      StackRun run = slower();
      for (int i = 0; i < without.size(); i++) {
        if ((subset >> i & 1) == 1) {
          without.get(i).accept(run);
        }
      }
      Finding trap = trap(run);
      assertThat(trap.verdict()).isEqualTo("fits");
      for (int i = 0; i < without.size(); i++) {
        String word = words.get(i);
        String sign = signs.get(i);
        boolean gone = (subset >> i & 1) == 1;
        assertThat(trap.missing().stream().anyMatch(text -> text.startsWith(word))).isEqualTo(gone);
        List<String> all = new ArrayList<>(trap.evidence());
        all.addAll(trap.contradicting());
        assertThat(all.stream().anyMatch(text -> text.startsWith(sign)))
            .isEqualTo(!gone && !sign.equals("steal"));
      }
    }
  }

  /**
   * An old sysstat's silence about steal is not 0; neither is 0.00 of a kernel that is not told.
   */
  @Test
  void contentionIsNotExcludedByASteaLessLog() {
    for (Double steal : new Double[] {null, 0.0}) {
      StackRun run = slower();
      run.stealPercent = steal;
      run.chargedCores = null;
      run.domainZeroCores = null;
      assertThat(Findings.of(StackRun.physical().input(), run.input()))
          .extracting(Finding::rule)
          .doesNotContain("cpu-contention");
      run.chargedCores = run.busyCores() / 1.5;
      run.domainZeroCores = 0.1;
      assertThat(named(Findings.of(StackRun.physical().input(), run.input())))
          .contains("cpu-contention");
    }
  }

  @Test
  void slowDownMustBeMoreThanChanceAndWorthAWord() {
    for (double added : new double[] {0.099, 0.101}) {
      StackRun run = slower();
      run.requestMs = 600 * (1 + added);
      run.spread = 0.01;
      assertThat(trap(run) != null).isEqualTo(added > 0.1);
      run.spread = 0.5;
      assertThat(trap(run)).isNull();
    }
  }

  /** Chance makes one in forty pairs slower: then at least nothing is excluded for no cause. */
  @Test
  void nothingIsExcludedUnlessTheSlowDownIsSureOrExplained() {
    StackRun after = StackRun.virtual();
    after.requestMs = 670;
    after.spread = 0.12;
    Pair runs =
        new Pair(Evidence.of(StackRun.physical().input(), null), Evidence.of(after.input(), null));
    assertThat(runs.slower()).isTrue();
    assertThat(runs.surelySlower()).isFalse();
    assertThat(Findings.of(StackRun.physical().input(), after.input())).isEmpty();
    after.spread = 0.01;
    assertThat(Findings.of(StackRun.physical().input(), after.input()))
        .isNotEmpty()
        .allMatch(one -> one.verdict().equals("contradicted"));
  }

  @Test
  void windowsOfOneNameAreComparedAndTheWholeRunOnlyWithoutThem() {
    FindingInput before = inWindows(StackRun.physical().input(), "a", "b");
    FindingInput after = inWindows(slower().input(), "b", "c");
    assertThat(Findings.of(before, after))
        .isNotEmpty()
        .allMatch(one -> "b".equals(one.windowName()));
    FindingInput other = inWindows(slower().input(), "c");
    assertThat(Findings.of(before, other)).isNotEmpty().allMatch(one -> one.windowName() == null);
    assertThat(Findings.of(StackRun.physical().input(), slower().input()))
        .isNotEmpty()
        .allMatch(one -> one.windowName() == null);
  }

  /** The rows of the whole run become those of each window, too. */
  private static FindingInput inWindows(FindingInput input, String... names) {
    List<Window> windows = new ArrayList<>();
    List<RunTier> tiers = new ArrayList<>(input.tables().runTiers());
    List<CpuDemand> cpu = new ArrayList<>(input.tables().cpuDemands());
    for (String name : names) {
      windows.add(new Window(name, windows.size(), windows.size() + 1));
      for (var row : input.tables().runTiers()) {
        tiers.add(
            new RunTier(
                name,
                row.tier(),
                row.meanUs(),
                row.lowUs(),
                row.highUs(),
                row.share(),
                row.requests(),
                null,
                null,
                null,
                null,
                row.batchMeanUs(),
                row.level(),
                row.expectedError(),
                row.published()));
      }
      for (CpuDemand row : input.tables().cpuDemands()) {
        cpu.add(
            new CpuDemand(
                name,
                row.host(),
                row.mode(),
                row.msPerRequest(),
                row.low(),
                row.high(),
                row.percent(),
                row.busyCores(),
                row.cores(),
                row.requests(),
                row.concurrency(),
                row.throughput(),
                row.coveredSeconds()));
      }
    }
    return new FindingInput(
        new RunTables(
            input.tables().run(),
            input.tables().thresholdUs(),
            windows,
            List.of(),
            tiers,
            List.of(),
            cpu,
            List.of(),
            List.of(),
            List.of()),
        input.hosts(),
        List.of());
  }

  /**
   * More of the same evidence: as system time grows, trap-and-emulate never becomes less likely.
   */
  @Test
  void moreSystemTimeNeverSpeaksAgainstTrapping() {
    Conclusion last = Conclusion.CONTRADICTED_HIGH;
    for (double system = 80; system < 1_000; system += 5) {
      StackRun after = slower();
      after.systemMs = system;
      after.requestMs = 2_000;
      Pair runs =
          new Pair(
              Evidence.of(StackRun.physical().input(), null), Evidence.of(after.input(), null));
      Conclusion now = new TrapAndEmulate().compare(runs).conclusion();
      assertThat(now).as("at %s", system).isGreaterThanOrEqualTo(last);
      last = now;
    }
    assertThat(last).isEqualTo(Conclusion.FITS_HIGH);
  }

  @Test
  void requestsTooFewForTheirCpuTimeTellNothingOfIt() {
    StackRun run = slower();
    run.requests = Evidence.MIN_REQUESTS - 1;
    assertThat(trap(run) == null || !trap(run).verdict().equals("fits")).isTrue();
    run.requests = Evidence.MIN_REQUESTS;
    assertThat(trap(run).verdict()).isEqualTo("fits");
  }

  /** Samples cut by the edges of the window may be all of a growth. */
  @Test
  void growthWithinTheBoundsIsNone() {
    StackRun run = slower();
    StackRun before = StackRun.physical();
    run.cpuBound = 0.8;
    before.cpuBound = 0.8;
    assertThat(named(Findings.of(before.input(), run.input()))).doesNotContain("trap-and-emulate");
  }
}
