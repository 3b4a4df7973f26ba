package io.tierlens.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.table.Comparison;
import io.tierlens.cli.report.facts.HostRow;
import io.tierlens.cli.report.facts.Judgement;
import io.tierlens.cli.report.facts.LedgerRow;
import io.tierlens.cli.report.facts.QueryTotals;
import io.tierlens.cli.report.facts.RemarkRow;
import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.facts.RunRow;
import io.tierlens.cli.report.model.CpuMode;
import io.tierlens.cli.report.model.CpuUse;
import io.tierlens.cli.report.model.Difference.Verdict;
import io.tierlens.cli.report.model.EndpointMove;
import io.tierlens.cli.report.model.EndpointMoves;
import io.tierlens.cli.report.model.Options;
import io.tierlens.cli.report.model.Remainder;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.ReportBuilder;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.model.Tier;
import io.tierlens.cli.report.model.TierCell;
import io.tierlens.cli.report.model.TierChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReportBuilderTest {

  private static final RunFacts PHYSICAL = SampleRuns.physical();
  private static final RunFacts VIRTUAL = SampleRuns.virtual();

  @Test
  void windowsComeInTheOrderOfTimeAndTheWholeRunLast() {
    Report report = build(PHYSICAL, VIRTUAL);
    assertThat(report.scopes())
        .extracting(s -> s.scope().label())
        .containsExactly("p1", "p2", "p3", "whole run");
    assertThat(report.baseline()).isEqualTo("physical");
  }

  @Test
  void aChangeIsTheDifferenceOfTheMeansShown() {
    TierChange change = change(build(PHYSICAL, VIRTUAL), "p2", Tier.REQUEST, "virtual");
    assertThat(change.deltaUs()).isCloseTo(370_000, within(1.0));
    assertThat(change.relative()).isCloseTo(0.311, within(0.001));
    assertThat(change.verdict()).isEqualTo(Verdict.SLOWER);
    TierChange back = change(build(VIRTUAL, PHYSICAL), "p2", Tier.REQUEST, "physical");
    assertThat(back.deltaUs()).isCloseTo(-370_000, within(1.0));
    assertThat(back.verdict()).isEqualTo(Verdict.FASTER);
  }

  /** Steps, quantiles and notebooks show the rows of table comparison, and so do the tiers. */
  @Test
  void anIntervalOfTheTableIsNotJudgedAnew() {
    for (boolean significant : new boolean[] {true, false}) {
      Comparison row = SampleJudgements.meanOf("p2", 0.37, 0.1, 0.64, significant);
      Judgement judgement = new Judgement("virtual", List.of(row), List.of());
      Report report =
          new ReportBuilder(new BatchDifferences())
              .build(List.of(PHYSICAL, VIRTUAL), List.of(judgement), List.of(), Options.DEFAULT);
      TierChange change = change(report, "p2", Tier.REQUEST, "virtual");
      assertThat(change.lowUs()).isEqualTo(100_000);
      assertThat(change.highUs()).isEqualTo(640_000);
      assertThat(change.verdict())
          .isEqualTo(significant ? Verdict.SLOWER : Verdict.NOT_SIGNIFICANT);
      assertThat(change(report, "p3", Tier.REQUEST, "virtual"))
          .isEqualTo(change(build(PHYSICAL, VIRTUAL), "p3", Tier.REQUEST, "virtual"));
      assertThat(change(report, "p2", Tier.DB, "virtual"))
          .isEqualTo(change(build(PHYSICAL, VIRTUAL), "p2", Tier.DB, "virtual"));
    }
  }

  @Test
  void partsOfAScopeSumToTheRequest() {
    for (ScopeReport scope : build(PHYSICAL, VIRTUAL).scopes()) {
      for (String run : List.of("physical", "virtual")) {
        double parts =
            scope.tiers().stream()
                .filter(row -> row.tier().isPart())
                .mapToDouble(row -> row.cell(run).orElseThrow().meanUs())
                .sum();
        assertThat(parts)
            .isCloseTo(scope.cell(Tier.REQUEST, run).orElseThrow().meanUs(), within(1.0));
      }
    }
  }

  @Test
  void aWindowOfOtherLoadIsNotComparedAndNotInTheHeadline() {
    RunFacts loaded =
        Altered.cpu(
            VIRTUAL,
            row -> "p2".equals(row.windowName()) ? Altered.load(row, row.busyCores(), 3.0) : row);
    Report report = build(PHYSICAL, loaded);
    TierChange change = change(report, "p2", Tier.REQUEST, "virtual");
    assertThat(change.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(change.reason()).contains("concurrency 0.97 against 3.00");
    assertThat(change(report, "p1", Tier.REQUEST, "virtual").verdict()).isEqualTo(Verdict.SLOWER);
    List<String> sentences = report.conclusions().get(0).sentences();
    assertThat(sentences.get(1)).contains("p1 slower").contains("p3 slower").doesNotContain("p2");
  }

  @Test
  void aWholeRunOfOtherWeightsIsNotComparedThoughItsConcurrencyIsAlike() {
    Report report = build(PHYSICAL, VIRTUAL);
    TierChange change = change(report, null, Tier.REQUEST, "virtual");
    assertThat(change.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(change.reason()).contains("windows weigh differently (7.9 %");
    assertThat(report.conclusions().get(0).sentences()).noneMatch(s -> s.contains("whole run"));
  }

  @Test
  void aRunAgainstItsCopyShowsNothing() {
    Report report = build(PHYSICAL, Altered.named(PHYSICAL, "again"));
    for (ScopeReport scope : report.scopes()) {
      assertThat(change(report, scope.scope().window(), Tier.REQUEST, "again").verdict())
          .isEqualTo(Verdict.NOT_SIGNIFICANT);
    }
    assertThat(report.conclusions().get(0).details().get(1)).contains("0 of 3 changes are");
  }

  @Test
  void withoutWindowsTheWholeRunIsTheHeadline() {
    Report report = build(withoutWindows(PHYSICAL), withoutWindows(VIRTUAL));
    assertThat(report.scopes()).hasSize(1);
    assertThat(change(report, null, Tier.REQUEST, "virtual").verdict())
        .isEqualTo(Verdict.NOT_SIGNIFICANT);
    assertThat(report.conclusions().get(0).sentences().get(1))
        .isEqualTo("Against physical at like load: not significant (+51 %).");
  }

  @Test
  void withoutConcurrencyNothingIsSaidOfTheMachines() {
    RunFacts a = Altered.cpu(withoutWindows(PHYSICAL), row -> null);
    RunFacts b = Altered.cpu(withoutWindows(VIRTUAL), row -> null);
    Report report = build(a, b);
    assertThat(change(report, null, Tier.REQUEST, "virtual").verdict())
        .isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(report.conclusions().get(0).sentences())
        .anyMatch(s -> s.startsWith("Nothing can be said of virtual against physical: "));
    assertThat(report.quality().get(0).cannotTell()).anyMatch(s -> s.contains("no sar"));
  }

  @Test
  void withoutSarTheWindowsLengthGivesTheConcurrency() {
    Report report = build(Altered.cpu(PHYSICAL, row -> null), VIRTUAL);
    // 149 requests of 1.189 s in 182 s.
    assertThat(scope(report, "p2").scope().loads().get(0).concurrency())
        .isCloseTo(0.973, within(0.001));
    assertThat(change(report, "p2", Tier.REQUEST, "virtual").verdict()).isEqualTo(Verdict.SLOWER);
  }

  @Test
  void boundsThatOverlapAllowNoDifference() {
    RunFacts blurred =
        Altered.tiers(
            VIRTUAL,
            row ->
                row.tier().equals("db")
                    ? Altered.bounds(row, row.meanUs(), row.meanUs() - 50_000, null)
                    : row);
    TierChange change = change(build(PHYSICAL, blurred), "p2", Tier.DB, "virtual");
    assertThat(change.verdict()).isEqualTo(Verdict.NOT_SIGNIFICANT);
    assertThat(change.reason()).contains("overlaps");
    assertThat(change(build(PHYSICAL, VIRTUAL), "p2", Tier.DB, "virtual").verdict())
        .isEqualTo(Verdict.SLOWER);
  }

  @Test
  void aFigureThatItsLevelDoesNotCarryIsNotInTheModel() {
    RunFacts run =
        Altered.tiers(VIRTUAL, row -> row.tier().equals("db") ? Altered.withheld(row, "L5") : row);
    TierCell cell = scope(build(PHYSICAL, run), "p2").cell(Tier.DB, "virtual").orElseThrow();
    assertThat(cell.state()).isEqualTo(TierCell.State.WITHHELD);
    assertThat(cell.meanUs()).isNull();
    assertThat(cell.lowUs()).isNull();
    assertThat(cell.highUs()).isNull();
    assertThat(cell.share()).isNull();
    assertThat(cell.change()).isNull();
  }

  @Test
  void stealThatIsNotThereIsNotNone() {
    RunFacts old = Altered.cpu(VIRTUAL, row -> row.mode().equals("steal") ? null : row);
    Report report = build(PHYSICAL, old);
    CpuUse use = use(report, "p2", "virtual");
    assertThat(use.mode(CpuMode.STEAL).msPerRequest()).isNull();
    assertThat(use.mode(CpuMode.STEAL).deltaMs()).isNull();
    assertThat(use.mode(CpuMode.USER).deltaMs()).isEqualTo(171);
    assertThat(report.quality().get(1).cannotTell()).anyMatch(s -> s.startsWith("steal: "));
    assertThat(report.quality().get(0).cannotTell()).noneMatch(s -> s.startsWith("steal: "));
  }

  @Test
  void moreBusyProcessorsThanRequestsIsSaid() {
    RunFacts spinning =
        Altered.cpu(
            VIRTUAL,
            row ->
                "p2".equals(row.windowName()) && row.mode().equals("system")
                    ? Altered.load(row, 3.0, row.concurrency())
                    : row);
    Report report = build(PHYSICAL, spinning);
    assertThat(scope(report, "p2").cpuRemarks())
        .singleElement()
        .asString()
        .contains("virtual: 3.85 CPUs were busy with only 1.12 requests")
        .contains("at least 2.73 CPUs worked outside");
    assertThat(scope(report, "p1").cpuRemarks()).isEmpty();
    assertThat(report.conclusions().get(0).details().get(1)).contains("more CPUs were busy");
  }

  @Test
  void aThresholdOnEitherSideWeakensTheVerdict() {
    RunFacts slow =
        physical(
            PHYSICAL.ledger(), new QueryTotals(40, 0L, 1_000_000L, 1_000_400L), PHYSICAL.remarks());
    Report report = build(slow, VIRTUAL);
    assertThat(report.conclusions().get(0).details().get(1))
        .contains("the slow log of physical leaves out short statements");
    assertThat(report.quality().get(0).notes())
        .anyMatch(s -> s.startsWith("statements shorter than 1.00 s are not in the slow log"));
    assertThat(build(PHYSICAL, VIRTUAL).conclusions().get(0).details().get(1))
        .doesNotContain("slow log");
  }

  @Test
  void aSampledLogWeakensTheVerdict() {
    List<RemarkRow> remarks = new ArrayList<>(PHYSICAL.remarks());
    remarks.add(new RemarkRow(null, "QUERIES_SAMPLED", null, 10, null));
    RunFacts sampled = physical(PHYSICAL.ledger(), PHYSICAL.queries(), remarks);
    Report report = build(sampled, VIRTUAL);
    assertThat(report.conclusions().get(0).details().get(1))
        .contains("the slow log of physical holds a sample of the statements");
    assertThat(report.quality().get(0).notes())
        .anyMatch(s -> s.startsWith("the server logged one of up to 10 statements"));
  }

  @Test
  void whatWasTakenForGrantedOfTimesIsSaid() {
    List<String> notes =
        notes(
            Map.of("date order", "assumed mdy: two-digit year, as the C locale prints"),
            Map.of("date order", "mdy: 22 cannot be a month"),
            Map.of(
                "interval by counters",
                "2.02 s to 2.05 s, told 2.00 s: the last of 300 samples was some 6 s to 15 s later"
                    + " than told"),
            Map.of("interval by counters", "1.99 s to 2.01 s, as told"));
    assertThat(notes)
        .containsExactly(
            "log0: day and month of its date can be read both ways; assumed mdy: two-digit year, as"
                + " the C locale prints; say date-order in run.yaml",
            "log2: spacing of the samples by their CPU counters: 2.02 s to 2.05 s, told 2.00 s: the"
                + " last of 300 samples was some 6 s to 15 s later than told");
  }

  private static RunFacts physical(
      List<LedgerRow> ledger, QueryTotals queries, List<RemarkRow> remarks) {
    return new RunFacts(
        PHYSICAL.run(),
        ledger,
        PHYSICAL.rejects(),
        PHYSICAL.tiers(),
        PHYSICAL.endpoints(),
        PHYSICAL.cpu(),
        PHYSICAL.domains(),
        queries,
        PHYSICAL.slacks(),
        remarks,
        PHYSICAL.statements());
  }

  @SafeVarargs
  private static List<String> notes(Map<String, String>... factsOfFiles) {
    List<LedgerRow> ledger = new ArrayList<>();
    for (Map<String, String> facts : factsOfFiles) {
      LedgerRow row = PHYSICAL.ledger().get(0);
      ledger.add(
          new LedgerRow(
              row.host(),
              "log" + ledger.size(),
              row.kind(),
              row.bytes(),
              row.lines(),
              row.rows(),
              row.recordLines(),
              row.continuationLines(),
              row.ignoredLines(),
              row.rejectedLines(),
              row.firstTime(),
              row.lastTime(),
              row.sha256(),
              row.ignored(),
              row.options(),
              new TreeMap<>(facts)));
    }
    RunFacts run = physical(ledger, PHYSICAL.queries(), PHYSICAL.remarks());
    return build(run).quality().get(0).notes().stream()
        .filter(note -> note.startsWith("log"))
        .toList();
  }

  @Test
  void clocksOfOtherMachinesAreTold() {
    List<RemarkRow> remarks = new ArrayList<>(PHYSICAL.remarks());
    remarks.add(new RemarkRow(null, "CLOCK_CORRECTED", "db1", 437_000, 12_000.0));
    remarks.add(new RemarkRow(null, "CLOCK_CORRECTED", "app1", -3_200_000, 1_000_000.0));
    remarks.add(new RemarkRow(null, "CLOCK_UNKNOWN", "db2", 1_000_000, null));
    RunFacts run = physical(PHYSICAL.ledger(), PHYSICAL.queries(), remarks);
    assertThat(build(run).quality().get(0).notes())
        .contains(
            "the clock of db1 is 0.437 s ahead of that of the web server, give or take 0.012 s, as"
                + " the logs tell; its times are corrected by that",
            "the clock of app1 is 3.200 s behind that of the web server, give or take 1.000 s, as"
                + " the logs tell; its times are corrected by that",
            "the logs do not tell the clock of db2; it is taken to be within a second of the web"
                + " server's");
  }

  @Test
  void samplesThatWereLeftOutAreCounted() {
    List<RemarkRow> remarks = new ArrayList<>(PHYSICAL.remarks());
    remarks.add(new RemarkRow(null, "CPU_SAMPLES_LEFT_OUT", "db1", 3, 1200.0));
    RunFacts run = physical(PHYSICAL.ledger(), PHYSICAL.queries(), remarks);
    assertThat(build(run).quality().get(0).notes())
        .anyMatch(note -> note.startsWith("3 of 1,200 samples of the CPUs of db1 cannot be true"));
  }

  @Test
  void aLogThatDoesNotTimeRequestsIsAnsweredWithTheLineToWrite() {
    RunFacts untimed =
        new RunFacts(
            PHYSICAL.run(),
            PHYSICAL.ledger(),
            PHYSICAL.rejects(),
            List.of(),
            List.of(),
            PHYSICAL.cpu(),
            PHYSICAL.domains(),
            null,
            PHYSICAL.slacks(),
            List.of(
                new RemarkRow(null, "REQUESTS_WITHOUT_DURATION", null, 600, 600.0),
                new RemarkRow(null, "NO_APPLICATION_LOG", null, 600, null)),
            List.of());
    Report report = build(untimed);
    assertThat(report.conclusions().get(0).sentences().get(0))
        .contains("600 of 600 requests are not timed")
        .contains("%D\" timed");
    assertThat(report.quality().get(0).notes())
        .anyMatch(note -> note.startsWith("there is no log that times the application's pages"));
  }

  @Test
  void aMachineIsComparedWithTheOneOfItsPartWhateverItsName() {
    RunFacts moved =
        hosts(
            Altered.cpu(VIRTUAL, row -> Altered.onHost(row, "guest7")),
            new HostRow("guest7", List.of("web", "app", "db"), null, 2, null, null));
    assertThat(use(build(PHYSICAL, moved), "p2", "virtual").mode(CpuMode.USER).deltaMs())
        .isEqualTo(171);
    RunFacts other =
        hosts(
            Altered.cpu(VIRTUAL, row -> Altered.onHost(row, "guest7")),
            new HostRow("guest7", List.of("db"), null, 2, null, null));
    assertThat(use(build(PHYSICAL, other), "p2", "virtual").mode(CpuMode.USER).deltaMs()).isNull();
  }

  @Test
  void endpointsAreRankedByWhatTheyAdd() {
    EndpointMoves moves = build(PHYSICAL, VIRTUAL).endpoints().get(0);
    assertThat(moves.scope()).isEqualTo("p2");
    assertThat(moves.moves())
        .first()
        .extracting(EndpointMove::endpoint)
        .isEqualTo("GET /cgi-bin/strap/{sku}.html");
    EndpointMove first = moves.moves().get(0);
    double weight = (53 / 149.0 + 46 / 130.0) / 2;
    assertThat(first.contributionUs()).isCloseTo(weight * 379_000, within(1.0));
    assertThat(first.tiers())
        .extracting(EndpointMove.TierMove::tier)
        .containsExactly(Tier.WEB, Tier.APP, Tier.DB);
  }

  @Test
  void fewRequestsAndALongTailAreLeftOutAloud() {
    Report report =
        new ReportBuilder(new BatchDifferences())
            .build(List.of(PHYSICAL, VIRTUAL), new Options(2, 7, 3, 10, null));
    EndpointMoves moves = report.endpoints().get(0);
    assertThat(moves.moves()).hasSize(2);
    assertThat(moves.remarks())
        .contains("2 endpoints with fewer than 7 requests in either run are left out")
        .contains("3 further endpoints moved less");
  }

  @Test
  void withheldEndpointsNameTheLogLineThatWouldHelp() {
    RunFacts run = Altered.endpoints(VIRTUAL, row -> Altered.withheld(row, "L5"));
    EndpointMoves moves = build(PHYSICAL, run).endpoints().get(0);
    assertThat(moves.moves()).isEmpty();
    assertThat(moves.remarks())
        .anyMatch(s -> s.contains("Thread_id") && s.contains("process id (pid"));
  }

  @Test
  void anotherMixOfPagesIsRemarked() {
    RunFacts other =
        Altered.endpoints(VIRTUAL, row -> row.endpoint().endsWith("{sku}.html") ? null : row);
    assertThat(scope(build(PHYSICAL, other), "p2").scope().comparabilities().get(0).remark())
        .startsWith("other pages were asked for");
    assertThat(scope(build(PHYSICAL, VIRTUAL), "p2").scope().comparabilities().get(0).remark())
        .isNull();
  }

  @Test
  void guestsAreReadInWords() {
    Report report = build(PHYSICAL, VIRTUAL);
    assertThat(scope(report, "p1").guests())
        .extracting(g -> g.domain() + ": " + g.meaning())
        .containsExactly(
            "www1: the host charges more than the guest saw",
            "Domain-0: the host's own work and the guests' devices");
    assertThat(scope(report, "p3").guests().get(0).meaning()).isEqualTo("guest and host agree");
  }

  @Test
  void everyCandidateIsComparedWithTheBaseline() {
    Report report = build(PHYSICAL, VIRTUAL, SampleRuns.fourCpus());
    assertThat(report.conclusions())
        .extracting(c -> c.run())
        .containsExactly("virtual", "virtual-4vcpu");
    assertThat(change(report, "p2", Tier.REQUEST, "virtual-4vcpu").deltaUs())
        .isCloseTo(1_308_000, within(1.0));
    assertThat(report.conclusions()).allMatch(c -> c.sentences().size() == 3);
  }

  @Test
  void aWindowOfOneRunAloneIsShownAndNotCompared() {
    RunFacts without = Altered.tiers(VIRTUAL, row -> "p3".equals(row.windowName()) ? null : row);
    Report report = build(PHYSICAL, without);
    assertThat(scope(report, "p3").cell(Tier.REQUEST, "physical").orElseThrow().told()).isTrue();
    assertThat(scope(report, "p3").cell(Tier.REQUEST, "virtual").orElseThrow().state())
        .isEqualTo(TierCell.State.NOT_IN_LOGS);
    assertThat(scope(report, "p3").scope().comparabilities().get(0).remark())
        .isEqualTo("virtual has no requests here");
  }

  @Test
  void requestsOfAnotherKindAreNotCompared() {
    RunFacts all =
        noting(
            Altered.tiers(PHYSICAL, row -> row.tier().equals("static") ? null : row),
            new RemarkRow(null, "NO_APPLICATION_LOG", null, 798, null));
    Report report = build(all, VIRTUAL);
    TierChange change = change(report, "p2", Tier.REQUEST, "virtual");
    assertThat(change.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(change.reason()).contains("physical has no log of the application");
    assertThat(report.conclusions().get(0).sentences().get(1))
        .startsWith("Nothing can be said of virtual against physical: in p")
        .contains("the requests are not the same kind");
    assertThat(change(build(VIRTUAL, all), "p2", Tier.REQUEST, "physical").reason())
        .contains("virtual counts those alone that reach the application");
    RunFacts both =
        noting(
            Altered.tiers(VIRTUAL, row -> row.tier().equals("static") ? null : row),
            new RemarkRow(null, "NO_APPLICATION_LOG", null, 600, null));
    assertThat(change(build(all, both), "p2", Tier.REQUEST, "virtual").verdict().judged()).isTrue();
  }

  private static RunFacts noting(RunFacts run, RemarkRow remark) {
    return new RunFacts(
        run.run(),
        run.ledger(),
        run.rejects(),
        run.tiers(),
        run.endpoints(),
        run.cpu(),
        run.domains(),
        run.queries(),
        run.slacks(),
        List.of(remark),
        run.statements());
  }

  @Test
  void tiersThatAreToldAsOneHaveASum() {
    RunFacts noSlowLog =
        Altered.tiers(
            VIRTUAL,
            row ->
                row.tier().equals("app") || row.tier().equals("db")
                    ? Altered.bounds(row, null, null, null)
                    : row);
    ScopeReport scope = scope(build(noSlowLog), "p2");
    Remainder rest = scope.remainder("virtual").orElseThrow();
    TierCell web = scope.cell(Tier.WEB, "virtual").orElseThrow();
    TierCell whole = scope.cell(Tier.REQUEST, "virtual").orElseThrow();
    assertThat(rest.label()).isEqualTo("application and database server");
    assertThat(rest.meanUs()).isCloseTo(whole.meanUs() - web.meanUs(), within(1.0));
    assertThat(rest.share()).isCloseTo(rest.meanUs() / whole.meanUs(), within(1e-9));
    assertThat(scope(build(VIRTUAL), "p2").remainder("virtual")).isEmpty();
  }

  @Test
  void aReportNeedsRunsOfDistinctNames() {
    assertThatThrownBy(() -> build()).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> build(PHYSICAL, PHYSICAL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("physical is named twice");
  }

  private static Report build(RunFacts... runs) {
    return new ReportBuilder(new BatchDifferences()).build(List.of(runs), Options.DEFAULT);
  }

  private static ScopeReport scope(Report report, String window) {
    return report.scopes().stream()
        .filter(scope -> Objects.equals(scope.scope().window(), window))
        .findFirst()
        .orElseThrow();
  }

  private static TierChange change(Report report, String window, Tier tier, String run) {
    return scope(report, window).cell(tier, run).orElseThrow().change();
  }

  private static CpuUse use(Report report, String window, String run) {
    return scope(report, window).cpu().stream()
        .filter(use -> use.run().equals(run) && use.inStack())
        .findFirst()
        .orElseThrow();
  }

  private static RunFacts withoutWindows(RunFacts run) {
    RunRow row = run.run();
    return new RunFacts(
        new RunRow(row.run(), row.environment(), row.description(), row.hosts(), List.of()),
        run.ledger(),
        run.rejects(),
        run.tiers().stream().filter(r -> r.windowName() == null).toList(),
        List.of(),
        run.cpu(null),
        run.domains(null),
        run.queries(),
        run.slacks(),
        run.remarks(),
        run.statements(null));
  }

  private static RunFacts hosts(RunFacts run, HostRow... hosts) {
    RunRow row = run.run();
    return new RunFacts(
        new RunRow(row.run(), row.environment(), row.description(), List.of(hosts), row.windows()),
        run.ledger(),
        run.rejects(),
        run.tiers(),
        run.endpoints(),
        run.cpu(),
        run.domains(),
        run.queries(),
        run.slacks(),
        run.remarks(),
        run.statements());
  }
}
