package io.tierlens.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.table.Comparison;
import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.cli.report.facts.Judgement;
import io.tierlens.cli.report.facts.QueryTotals;
import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.model.CauseWords;
import io.tierlens.cli.report.model.Conclusion;
import io.tierlens.cli.report.model.CpuMode;
import io.tierlens.cli.report.model.CpuUse;
import io.tierlens.cli.report.model.EndpointMoves;
import io.tierlens.cli.report.model.Options;
import io.tierlens.cli.report.model.QuantileShift;
import io.tierlens.cli.report.model.QueryMoves;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.ReportBuilder;
import io.tierlens.cli.report.model.RunFindings;
import io.tierlens.cli.report.model.RunLevel;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.model.Tier;
import io.tierlens.cli.report.model.TierCell;
import io.tierlens.cli.report.model.Waterfall;
import io.tierlens.cli.report.words.DurationUnit;
import io.tierlens.cli.report.words.Figures;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a verdict may say, and what would mislead. */
class VerdictTest {

  private static final RunFacts PHYSICAL = SampleRuns.physical();
  private static final RunFacts VIRTUAL = SampleRuns.virtual();
  private static final Figures SECONDS = new Figures(DurationUnit.SECONDS);

  @Test
  void theOnlyTierThatIsToldIsNotWhereMostOfTheTimeWent() {
    List<String> sentences = sentences(build(withThreshold(PHYSICAL), withThreshold(VIRTUAL)));
    assertThat(sentences.get(0))
        .startsWith(
            "On virtual a request spends most of its time in application and database server,"
                + " which are not told apart: ")
        .contains("p2 1.56 s (application and database server 91 %)")
        .contains("p3 5.81 s (application and database server 74 %, web server 26 %)");
    assertThat(sentences.get(1))
        .contains("most of it in application and database server (+1.58 s)")
        .doesNotContain("web server");
  }

  @Test
  void aTierThatIsToldAndTheLargestIsStillNamed() {
    RunFacts run =
        Altered.tiers(
            withThreshold(VIRTUAL),
            row -> row.tier().equals("web") ? Altered.share(row, 0.7) : row);
    assertThat(sentences(build(run)).get(0))
        .startsWith("On virtual a request spends most of its time in the web server: ")
        .contains("web server 70 %, application and database server 30 %");
  }

  @Test
  void boundsAreSaidAsBounds() {
    Report report = build(withThreshold(PHYSICAL), withThreshold(VIRTUAL));
    TierCell db = cell(report, "p2", Tier.DB, "virtual");
    assertThat(db.state()).isEqualTo(TierCell.State.BOUNDED);
    assertThat(db.shown(SECONDS)).isEqualTo("at least 0.020 s");
    assertThat(db.interval(SECONDS)).isEmpty();
    assertThat(db.change()).isNull();
    assertThat(cell(report, "p2", Tier.APP, "virtual").shown(SECONDS)).isEqualTo("0 to 1.40 s");
  }

  @Test
  void anEmptySlowLogTellsThatNoStatementWasSlow() {
    RunFacts empty = Altered.queries(untold(PHYSICAL, false), new QueryTotals(0, null, null, null));
    Report report = build(empty, VIRTUAL);
    assertThat(last(details(report)))
        .contains("the slow log of physical is there and empty, so only bounds are known")
        .doesNotContain("no slow log");
    assertThat(cell(report, "p2", Tier.DB, "physical").shown(SECONDS)).isEqualTo("0.020 to 1.40 s");
    assertThat(report.quality().get(0).notes())
        .anyMatch(
            note ->
                note.startsWith("the slow log is there and holds no entry: no statement took as")
                    && note.contains("long_query_time, which is not told"))
        .noneMatch(note -> note.contains("0 entries"));
    assertThat(report.quality().get(0).cannotTell())
        .anyMatch(gap -> gap.contains("but for bounds"));
    RunFacts known =
        Altered.queries(untold(PHYSICAL, false), new QueryTotals(0, null, 1_000_000L, null));
    assertThat(build(known, VIRTUAL).quality().get(0).notes())
        .anyMatch(note -> note.contains("no statement took as long as 1.00 s, so"));
  }

  @Test
  void withoutASlowLogThereAreNoBounds() {
    RunFacts none = Altered.queries(untold(PHYSICAL, false), null);
    Report report = build(none, VIRTUAL);
    assertThat(cell(report, "p2", Tier.DB, "physical").state())
        .isEqualTo(TierCell.State.NOT_IN_LOGS);
    assertThat(cell(report, "p2", Tier.DB, "physical").lowUs()).isNull();
    assertThat(last(details(report))).contains("physical has no slow log");
    assertThat(report.quality().get(0).cannotTell()).anyMatch(gap -> gap.contains("no slow log"));
  }

  @Test
  void busyCpusOfAnotherCandidateAreNotInTheVerdict() {
    RunFacts spinning =
        Altered.cpu(
            SampleRuns.fourCpus(),
            row ->
                "p2".equals(row.windowName()) && row.mode().equals("system")
                    ? Altered.load(row, 3.0, row.concurrency())
                    : row);
    Report report = build(PHYSICAL, VIRTUAL, spinning);
    assertThat(last(report.conclusions().get(0).details())).doesNotContain("more CPUs");
    assertThat(last(report.conclusions().get(1).details()))
        .contains(
            "more CPUs were busy on virtual-4vcpu than its requests can account for (p2), see CPU");
  }

  @Test
  void whatAMachineBurnsAnywayIsNoCostOfRequests() {
    RunFacts ticking =
        Altered.cpu(VIRTUAL, row -> row.mode().equals("system") ? Altered.quiet(row, 5.0) : row);
    CpuUse use = use(build(PHYSICAL, ticking), "p2");
    // 5 % of two CPUs, over 0.716 requests a second.
    assertThat(use.mode(CpuMode.SYSTEM).backgroundCores()).isCloseTo(0.1, within(1e-9));
    assertThat(use.mode(CpuMode.SYSTEM).backgroundMs()).isCloseTo(139.7, within(0.1));
    assertThat(use.mode(CpuMode.USER).backgroundMs()).isNull();
    assertThat(use.backgroundCores()).contains(0.1);
    assertThat(details(build(PHYSICAL, ticking)).get(0))
        .contains(
            "p2 user +171 ms, steal +158 ms, system +126 ms (up to 126 ms of it without any"
                + " request);");
    RunFacts before =
        Altered.cpu(PHYSICAL, row -> row.mode().equals("system") ? Altered.quiet(row, 5.0) : row);
    // What the baseline burns too is nothing added.
    assertThat(details(build(before, ticking)).get(0)).contains("system +126 ms; p1");
    assertThat(use(build(PHYSICAL, VIRTUAL), "p2").backgroundCores()).isEmpty();
  }

  @Test
  void onlyAddedWorkIsSaidToBeDoneAnyway() {
    RunFacts quiet = Altered.cpu(VIRTUAL, row -> Altered.quiet(row, 5.0));
    assertThat(details(build(PHYSICAL, quiet)).get(0))
        .contains("p1 steal +232 ms, system +122 ms (up to 122 ms of it", "user -8.0 ms.");
  }

  @Test
  void aMachineBurnsNoMoreAnywayThanItDidInAll() {
    RunFacts ticking =
        Altered.cpu(VIRTUAL, row -> row.mode().equals("system") ? Altered.quiet(row, 90.0) : row);
    CpuUse use = use(build(PHYSICAL, ticking), "p2");
    assertThat(use.mode(CpuMode.SYSTEM).backgroundMs()).isCloseTo(315, within(0.01));
    assertThat(use.mode(CpuMode.SYSTEM).backgroundCores())
        .isEqualTo(use.mode(CpuMode.SYSTEM).busyCores());
  }

  @Test
  void aWindowWithoutAPauseTakesTheWholeRunsBackground() {
    RunFacts ticking =
        Altered.cpu(
            VIRTUAL,
            row ->
                row.windowName() == null && row.mode().equals("system")
                    ? Altered.quiet(row, 5.0)
                    : row);
    assertThat(use(build(PHYSICAL, ticking), "p2").mode(CpuMode.SYSTEM).backgroundCores())
        .isCloseTo(0.1, within(1e-9));
  }

  @Test
  void theErrorOfTyingIsNotThatOfATimeThatIsNotKnown() {
    assertThat(build(VIRTUAL).quality().get(0).level())
        .isEqualTo(new RunLevel("L1c", null, 0.008, 0.008, true, 7, 7));
    RunFacts censored =
        Altered.endpoints(
            VIRTUAL,
            row ->
                row.tier().equals("db")
                    ? new EndpointTier(
                        row.windowName(),
                        row.endpoint(),
                        "db",
                        null,
                        0.0,
                        null,
                        null,
                        row.requests(),
                        "L4",
                        0.0,
                        true)
                    : row);
    assertThat(build(censored).quality().get(0).level())
        .isEqualTo(new RunLevel("L4", null, null, null, true, 7, 0));
  }

  @Test
  void theSurestCauseOfTheBusiestWindowIsNamed() {
    Conclusion conclusion =
        new ReportBuilder(new BatchDifferences())
            .build(List.of(PHYSICAL, VIRTUAL), List.of(SampleJudgements.virtual()), Options.DEFAULT)
            .conclusions()
            .get(0);
    assertThat(conclusion.sentences())
        .containsExactly(
            "On virtual a request spends most of its time in the application: p3 5.81 s"
                + " (application 70 %, web server 26 %, database server 4.2 %); p2 1.56 s"
                + " (application 82 %); p1 1.28 s (application 83 %).",
            "Against physical at like load: p3 slower by 2.47 s (+74 %), 95 % interval +0.926"
                + " to +4.01 s, most of it in the application (+1.46 s); p2 slower by 0.370 s (+31 %);"
                + " p1 slower by 0.194 s (+18 %).",
            "Most likely cause in p2, with high confidence: dearer CPU time of a paravirtual or"
                + " contended guest; nothing measured speaks against it; CPU time per request"
                + " changed most in user +171 ms.");
    assertThat(conclusion.details())
        .hasSize(3)
        .last()
        .isEqualTo("Ruled out in p2: emulated input and output, another mix of pages.");
  }

  @Test
  void sentencesCanBeReadAloud() {
    for (RunFacts candidate : List.of(VIRTUAL, SampleRuns.fourCpus(), withThreshold(VIRTUAL))) {
      List<Judgement> judged =
          List.of(SampleJudgements.virtual(), SampleJudgements.fourCpus()).stream()
              .filter(one -> one.run().equals(candidate.name()))
              .toList();
      List<String> sentences =
          sentences(
              new ReportBuilder(new BatchDifferences())
                  .build(List.of(PHYSICAL, candidate), judged, Options.DEFAULT));
      assertThat(sentences).hasSize(3);
      assertThat(sentences)
          .allSatisfy(sentence -> assertThat(sentence.split(" ", -1)).hasSizeLessThanOrEqualTo(50));
    }
  }

  @Test
  void aVerdictOfOneWindowSpeaksOfNoOther() {
    Report report =
        new ReportBuilder(new BatchDifferences())
            .build(
                List.of(PHYSICAL, VIRTUAL),
                List.of(SampleJudgements.virtual()),
                Options.DEFAULT.in("p2"));
    assertThat(report.scopes()).extracting(scope -> scope.scope().window()).containsExactly("p2");
    assertThat(report.waterfalls()).extracting(Waterfall::window).containsExactly("p2");
    assertThat(report.shifts()).extracting(QuantileShift::window).containsExactly("p2");
    assertThat(report.queries()).extracting(QueryMoves::window).containsExactly("p2");
    assertThat(report.endpoints()).extracting(EndpointMoves::window).containsExactly("p2");
    assertThat(report.changes().get(0).rows())
        .extracting(Comparison::windowName)
        .containsOnly("p2");
    assertThat(report.findings().get(0).scopes())
        .extracting(RunFindings.InScope::window)
        .containsExactly("p2");
    assertThat(sentences(report))
        .hasSize(3)
        .allSatisfy(sentence -> assertThat(sentence).doesNotContain("p1", "p3", "whole run"));
    assertThat(sentences(report).get(1)).contains("p2 slower by 0.370 s (+31 %)");
  }

  @Test
  void causesThatFitEquallyWellAreNamedTogether() {
    Report report =
        new ReportBuilder(new BatchDifferences())
            .build(
                List.of(PHYSICAL, SampleRuns.fourCpus()),
                List.of(SampleJudgements.fourCpus()),
                Options.DEFAULT);
    assertThat(sentences(report))
        .anyMatch(
            s ->
                s.startsWith(
                    "Most likely cause in p3, with high confidence: trapped and emulated kernel work"
                        + " (shadow paging), and ticks and spinning of surplus virtual CPUs; "));
  }

  @Test
  void aLoneRunNamesItsCauseToo() {
    Report report =
        new ReportBuilder(new BatchDifferences())
            .build(List.of(VIRTUAL), List.of(SampleJudgements.alone()), Options.DEFAULT);
    assertThat(sentences(report))
        .hasSize(3)
        .anyMatch(s -> s.startsWith("Possible cause in p3, with low confidence: CPU time taken"));
    Report silent =
        new ReportBuilder(new BatchDifferences())
            .build(List.of(VIRTUAL), List.of(Judgement.none("virtual")), Options.DEFAULT);
    assertThat(last(sentences(silent))).isEqualTo(CauseWords.NONE);
  }

  /** A run whose slow log leaves out short statements: of application and database bounds alone. */
  private static RunFacts withThreshold(RunFacts run) {
    return Altered.queries(untold(run, true), new QueryTotals(3, 0L, 2_000_000L, 2_000_000L));
  }

  private static RunFacts untold(RunFacts run, boolean published) {
    return Altered.tiers(
        run,
        row ->
            switch (row.tier()) {
              case "app" -> Altered.bounded(row, 0.0, 1_400_000.0, published);
              case "db" ->
                  Altered.bounded(row, 20_000.0, published ? null : 1_400_000.0, published);
              default -> row;
            });
  }

  private static Report build(RunFacts... runs) {
    return new ReportBuilder(new BatchDifferences()).build(List.of(runs), Options.DEFAULT);
  }

  private static List<String> sentences(Report report) {
    return report.conclusions().get(0).sentences();
  }

  private static List<String> details(Report report) {
    return report.conclusions().get(0).details();
  }

  private static String last(List<String> sentences) {
    return sentences.get(sentences.size() - 1);
  }

  private static ScopeReport scope(Report report, String window) {
    return report.scopes().stream()
        .filter(scope -> Objects.equals(scope.scope().window(), window))
        .findFirst()
        .orElseThrow();
  }

  private static TierCell cell(Report report, String window, Tier tier, String run) {
    return scope(report, window).cell(tier, run).orElseThrow();
  }

  private static CpuUse use(Report report, String window) {
    return scope(report, window).cpu().stream()
        .filter(use -> use.run().equals("virtual"))
        .findFirst()
        .orElseThrow();
  }
}
