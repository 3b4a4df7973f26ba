package io.tierlens.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.attribution.table.CpuDemand;
import io.tierlens.cli.gate.Condition;
import io.tierlens.cli.gate.Gate;
import io.tierlens.cli.gate.GateResult;
import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.model.Options;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.ReportBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions on the runs of {@link SampleRuns}, of which virtual is the slower one. */
class GateTest {

  private static final Report VIRTUAL = report(SampleRuns.physical(), SampleRuns.virtual());

  @Test
  void aConditionThatHoldsIsToldWithFiguresIntervalAndWindow() {
    assertThat(judge("mean > +20%").held())
        .containsExactly(
            "fails: mean > +20% holds for virtual in p3: 3.34 s -> 5.81 s, +74 %"
                + " (95 %: +28 to +120 %); also in p2");
    assertThat(judge("p50 > +100ms").held())
        .containsExactly(
            "fails: p50 > +100ms holds for virtual in p3: 3.23 s -> 5.32 s, +2.09 s"
                + " (95 %: +0.776 to +3.41 s); also in p2, p1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mean > +20% | p3, also p2",
        "mean > +50% | p3",
        "mean in p2 > +20% | p2",
        "mean > 1.5x | p3",
        "mean > +2s | p3",
        "mean > 2s | p3",
        "mean < 2s | p1, also p2",
        "mean > +90% | -",
        "mean > +3s | -",
        "mean < -1% | -",
        "db > +10ms | -",
        "app > +200ms | p3, also p2",
        "p50 > +20% | p3, also p2",
        "p95 > 10s | p3",
        "p99 in whole run > 13s | whole run",
        "user_ms_per_request > +200ms | p3",
        "system_ms_per_request > 2x | p3",
        "steal_ms_per_request > +170ms | p1, also p3",
        "cpu_ms_per_request > 1550ms | p3",
        "cpu_ms_per_request > +400ms | p3"
      })
  void everyMeasureIsLookedAtInEveryWindow(String condition, String where) {
    GateResult result = judge(condition);
    assertThat(result.unjudged()).isEmpty();
    if (where.equals("-")) {
      assertThat(result.held()).isEmpty();
      return;
    }
    String[] windows = where.replace("whole run", "the whole run").split(", also ", -1);
    assertThat(result.held()).singleElement().asString().contains(" in " + windows[0] + ": ");
    assertThat(result.held().get(0).endsWith("; also in " + windows[windows.length - 1]))
        .isEqualTo(windows.length > 1);
  }

  @Test
  void noiseHoldsNothingUnlessAskedFor() {
    GateResult sure = judge("db in p1 < -1%");
    assertThat(sure.held()).isEmpty();
    assertThat(sure.unjudged()).isEmpty();
    assertThat(new Gate(VIRTUAL, true).judge(conditions("db in p1 < -1%")).held())
        .singleElement()
        .asString()
        .contains("-2 % (", "not significant)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "web_app > +10% | in p1, p2, p3: physical: not in the logs",
        "mean in whole run > +10% | in the whole run: not comparable: the windows weigh differently",
        "mean in p4 > +10% | : no window \"p4\"; did you mean p1?",
        "steal_ms_per_request > 2x | : it is 0 on physical; write a difference in ms"
      })
  void whatTheLogsDoNotTellIsNotPassedOver(String condition, String why) {
    GateResult result = judge(condition);
    assertThat(result.held()).isEmpty();
    assertThat(result.unjudged())
        .singleElement()
        .asString()
        .startsWith("cannot judge: " + condition + " for virtual")
        .contains(why);
  }

  @Test
  void windowsThatCannotBeJudgedAreNamedBesideThoseThatCan() {
    RunFacts without =
        Altered.cpu(
            SampleRuns.physical(),
            row -> row.mode().equals("steal") && "p1".equals(row.windowName()) ? null : row);
    GateResult result =
        new Gate(report(without, SampleRuns.virtual()), false)
            .judge(conditions("steal_ms_per_request > +1s"));
    assertThat(result.held()).isEmpty();
    assertThat(result.unjudged()).isEmpty();
    assertThat(result.leftOut())
        .containsExactly(
            "not judged: steal_ms_per_request > +1s for virtual in p1: physical: steal of www1 is"
                + " not in the logs");
  }

  @Test
  void unlikeLoadIsNotJudgedEvenWhenNoiseIsAllowed() {
    assertThat(new Gate(VIRTUAL, true).judge(conditions("mean in whole run > +1%")).unjudged())
        .singleElement()
        .asString()
        .contains("not comparable: ");
  }

  @Test
  void eachCandidateIsJudged() {
    Report both = report(SampleRuns.physical(), SampleRuns.virtual(), SampleRuns.fourCpus());
    assertThat(new Gate(both, false).judge(conditions("mean in p2 > +20%", "app > +1ms")).held())
        .hasSize(4)
        .anyMatch(
            line -> line.startsWith("fails: mean in p2 > +20% holds for virtual-4vcpu in p2"));
  }

  @Test
  void stealThatIsNotMeasuredIsNotZero() {
    RunFacts without =
        Altered.cpu(SampleRuns.physical(), row -> row.mode().equals("steal") ? null : row);
    Report report = report(without, SampleRuns.virtual());
    assertThat(new Gate(report, false).judge(conditions("steal_ms_per_request > +1ms")).unjudged())
        .singleElement()
        .asString()
        .endsWith(" in p1, p2, p3: physical: steal of www1 is not in the logs");
    assertThat(new Gate(report, false).judge(conditions("steal_ms_per_request > 1ms")).held())
        .hasSize(1);
  }

  @Test
  void cpuTimeIsOfTheWholeStack() {
    RunFacts without = Altered.cpu(SampleRuns.virtual(), row -> Altered.onHost(row, "other"));
    assertThat(
            new Gate(report(SampleRuns.physical(), without), false)
                .judge(conditions("cpu_ms_per_request > 1ms"))
                .unjudged())
        .singleElement()
        .asString()
        .contains("no sar of www1");
  }

  @Test
  void boundsThatOverlapAreNoDifference() {
    RunFacts wide = Altered.cpu(SampleRuns.virtual(), row -> bounds(row, 100, 2000));
    Report report = report(SampleRuns.physical(), wide);
    assertThat(new Gate(report, false).judge(conditions("user_ms_per_request > +1%")))
        .isEqualTo(new GateResult(List.of(), List.of(), List.of()));
    assertThat(new Gate(report, true).judge(conditions("user_ms_per_request > +1%")).held())
        .hasSize(1);
  }

  @Test
  void oneRunHasFiguresToo() {
    GateResult result =
        new Gate(report(SampleRuns.virtual()), false).judge(conditions("mean > 5s", "db > 1s"));
    assertThat(result.held()).containsExactly("fails: mean > 5s holds for virtual in p3: 5.81 s");
    assertThat(result.unjudged()).isEmpty();
  }

  @Test
  void namesFromFilesCannotDriveATerminal() {
    GateResult result = judge("mean in \033[31mred > +1%");
    assertThat(result.unjudged().get(0)).contains("\\u001b[31mred").doesNotContain("\033");
  }

  private static GateResult judge(String condition) {
    return new Gate(VIRTUAL, false).judge(conditions(condition));
  }

  private static List<Condition> conditions(String... texts) {
    return Stream.of(texts).map(Condition::of).toList();
  }

  private static Report report(RunFacts... runs) {
    return new ReportBuilder(new BatchDifferences())
        .build(
            List.of(runs),
            runs.length == 1
                ? List.of()
                : List.of(SampleJudgements.virtual(), SampleJudgements.fourCpus())
                    .subList(0, runs.length - 1),
            Options.DEFAULT);
  }

  private static CpuDemand bounds(CpuDemand row, double low, double high) {
    return new CpuDemand(
        row.windowName(),
        row.host(),
        row.mode(),
        row.msPerRequest(),
        low,
        high,
        row.percent(),
        row.busyCores(),
        row.cores(),
        row.requests(),
        row.concurrency(),
        row.throughput(),
        row.coveredSeconds());
  }
}
