package io.tierlens.attribution.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.attribution.table.Finding;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The story of 2009: a shop moved into a fully virtualised guest, whose sar knows no steal. And the
 * same move into a paravirtual guest, with the figures of a recording.
 */
class StoryTest {
  /** Two users on the machine itself; sar of that day has no steal, and saw two CPUs. */
  private static StackRun physical() {
    StackRun run = StackRun.physical();
    run.userMs = 300;
    run.systemMs = 78;
    run.iowaitPercent = 0.2;
    return run;
  }

  /** Four virtual CPUs: system time of a request is many times what it was. */
  private static StackRun virtual() {
    StackRun run = StackRun.virtual();
    run.cores = 4;
    run.hostCores = 8;
    run.requestMs = 1_500;
    run.userMs = 360;
    run.systemMs = 1_000;
    run.spread = 0.15;
    run.iowaitPercent = 0.1;
    return run;
  }

  /** Eight, of which most burn in the kernel while two requests are in the stack. */
  private static StackRun eight() {
    StackRun run = virtual();
    run.name = "virtual-8vcpu";
    run.cores = 8;
    run.requestMs = 1_400;
    run.systemMs = 950;
    run.spinningCpus = 2.8;
    run.quietSystemPercent = 4.0;
    return run;
  }

  private static Finding of(List<Finding> findings, String rule) {
    return findings.stream().filter(one -> one.rule().equals(rule)).findFirst().orElseThrow();
  }

  @Test
  void trapAndEmulateFitsAndWhatItIsNotIsSaid() {
    List<Finding> findings = Findings.of(physical().input(), virtual().input());
    assertThat(findings.get(0).rule()).isEqualTo("trap-and-emulate");
    Finding trap = findings.get(0);
    assertThat(trap.verdict()).isEqualTo("fits");
    assertThat(trap.confidence()).isEqualTo("high");
    assertThat(trap.baseline()).isEqualTo("physical");
    assertThat(trap.evidence())
        .contains("system time per request: 78 ms, then 1.00 s, 12.8 times (at least 3 times)");
    assertThat(trap.missing()).anyMatch(text -> text.contains("sar -w -B"));
    assertThat(trap.nextExperiment()).contains("hardware-assisted paging", "one virtual CPU");
    for (String rule : List.of("io-emulation", "cpu-contention")) {
      assertThat(of(findings, rule).verdict()).isEqualTo("contradicted");
      assertThat(of(findings, rule).contradicting()).isNotEmpty();
    }
    assertThat(of(findings, "cpu-contention").missing()).anyMatch(t -> t.startsWith("steal"));
    assertThat(findings)
        .noneMatch(one -> one.rule().equals("surplus-vcpus") && one.verdict().equals("fits"));
    assertThat(findings)
        .extracting(Finding::verdict)
        .isSortedAccordingTo(
            Comparator.comparing(List.of("fits", "possible", "contradicted")::indexOf));
  }

  @Test
  void eightVirtualCpusBurnOutsideOfRequests() {
    for (StackRun baseline : List.of(physical(), virtual())) {
      List<Finding> findings = Findings.of(baseline.input(), eight().input());
      Finding surplus = of(findings, "surplus-vcpus");
      assertThat(surplus.verdict()).isEqualTo("fits");
      assertThat(surplus.confidence()).isEqualTo("high");
      assertThat(surplus.nextExperiment()).contains("one virtual CPU");
    }
    List<Finding> findings = Findings.of(physical().input(), eight().input());
    assertThat(of(findings, "trap-and-emulate").verdict()).isEqualTo("fits");
    assertThat(of(findings, "io-emulation").verdict()).isEqualTo("contradicted");
    assertThat(of(findings, "cpu-contention").verdict()).isEqualTo("contradicted");
    assertThat(Findings.of(eight().input()))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.rule()).isEqualTo("surplus-vcpus");
              assertThat(one.baseline()).isNull();
            });
  }

  @Test
  void paravirtualGuestPaysInUserTimeAndSteal() {
    StackRun bare = StackRun.physical();
    bare.requestMs = 1_190;
    bare.concurrency = 0.97;
    bare.userMs = 1_016;
    bare.systemMs = 201;
    bare.stealPercent = 0.0;
    StackRun guest = StackRun.virtual();
    guest.requestMs = 1_560;
    guest.concurrency = 1.11;
    guest.userMs = 1_198;
    guest.systemMs = 328;
    guest.stealPercent = 5.65;
    guest.hostCores = 2;
    List<Finding> findings = Findings.of(bare.input(), guest.input());
    assertThat(findings.get(0).rule()).isEqualTo("paravirtual-cost");
    assertThat(findings.get(0).confidence()).isEqualTo("high");
    assertThat(findings.get(1).rule()).isEqualTo("cpu-contention");
    assertThat(findings.get(1).verdict()).isEqualTo("fits");
    for (String rule : List.of("trap-and-emulate", "cpu-speed", "io-emulation")) {
      assertThat(of(findings, rule).verdict()).isEqualTo("contradicted");
    }
  }

  /** The guest was given twice as many virtual CPUs as the machine has. */
  @Test
  void moreVirtualCpusThanRealOnesMakeContention() {
    StackRun two = StackRun.virtual();
    two.hostCores = 2;
    two.userMs = 400;
    two.stealPercent = 6.0;
    StackRun four = StackRun.virtual();
    four.hostCores = 2;
    four.cores = 4;
    four.requestMs = 1_200;
    four.userMs = 500;
    four.systemMs = 100;
    four.stealPercent = 31.0;
    four.chargedCores = 1.8;
    List<Finding> findings = Findings.of(two.input(), four.input());
    assertThat(findings.get(0).rule()).isEqualTo("cpu-contention");
    assertThat(findings.get(0).confidence()).isEqualTo("high");
    assertThat(findings).noneMatch(one -> one.rule().equals("paravirtual-cost"));
  }
}
