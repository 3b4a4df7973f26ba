package io.tierlens.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.model.Options;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.ReportBuilder;
import io.tierlens.cli.report.model.Scope;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.model.TierCell;
import io.tierlens.cli.report.text.TextOptions;
import io.tierlens.cli.report.text.TextRenderer;
import io.tierlens.cli.report.words.Columns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a reader of the text report relies on, whatever the runs. */
class TextReportTest {

  private static final Report TWO = build(SampleRuns.physical(), SampleRuns.virtual());

  @Test
  void nothingIsWiderThanTheWidth() throws IOException {
    Report wide = wide();
    for (int width = TextOptions.NARROW; width <= TextOptions.WIDE; width++) {
      assertFits(wide, new TextOptions(true, false, width, width % 2 == 0));
      assertFits(TWO, new TextOptions(true, false, width, width % 2 == 1));
    }
    for (long seed = 0; seed < 8; seed++) {
      HostileRuns hostile = new HostileRuns(seed);
      List<RunFacts> runs = hostile.runs();
      Report report =
          new ReportBuilder(new BatchDifferences())
              .build(runs, hostile.judgements(runs), Options.DEFAULT);
      for (int width : List.of(80, 91, 109, 110, 120)) {
        assertFits(report, new TextOptions(seed % 2 == 0, false, width, width % 2 == 0));
      }
    }
  }

  private static void assertFits(Report report, TextOptions options) throws IOException {
    assertThat(render(report, options).lines())
        .allMatch(line -> Columns.of(line) <= options.width());
  }

  @Test
  void theBaselineComesFirstAndIsNamed() throws IOException {
    List<String> lines = render(TWO, TextOptions.PLAIN).lines().toList();
    assertThat(lines.get(0)).isEqualTo("tierlens: virtual against physical");
    assertThat(lines.get(2)).startsWith("  physical  the baseline, ");
    assertThat(lines.get(3)).startsWith("  virtual   ");
  }

  @Test
  void verdictAndDrawingAreOnTheFirstScreen() throws IOException {
    Report judged =
        new ReportBuilder(new BatchDifferences())
            .build(
                List.of(SampleRuns.physical(), SampleRuns.virtual()),
                List.of(SampleJudgements.virtual()),
                Options.DEFAULT);
    List<String> lines = render(judged, TextOptions.PLAIN).lines().toList();
    String screen = String.join("\n", lines.subList(0, 24));
    assertThat(screen)
        .contains("Verdict on virtual -", "Where the time went in p3", "a application");
    assertThat(lines.size()).isLessThan(130);
  }

  @Test
  void whatIsLeftOutIsSaidAndShownWithDetails() throws IOException {
    String text = render(TWO, TextOptions.PLAIN);
    String details = render(TWO, TextOptions.PLAIN.detailed(true));
    assertThat(text.replace('\n', ' '))
        .contains("Left out: ", "tables of windows (3)", "files (9)", "tierlens report --details");
    assertThat(text).doesNotContain("interchange/bench.log ");
    assertThat(details)
        .doesNotContain("Left out")
        .contains("Window p1", "Window p2", "Window p3", "Whole run", "interchange/bench.log ");
    assertThat(details.lines().count()).isGreaterThan(text.lines().count());
  }

  @Test
  void moreWindowsMakeNoLongerReport() throws IOException {
    long few = render(windows(TWO, 8), TextOptions.PLAIN).lines().count();
    String many = render(windows(TWO, 200), TextOptions.PLAIN);
    assertThat(many.lines().count()).isEqualTo(few);
    assertThat(many).contains("more, of fewer requests");
  }

  @Test
  void aMarkStandsForEveryVerdict() throws IOException {
    String text = render(TWO, TextOptions.PLAIN);
    assertThat(text).contains("slower", " ~", " ?", "~ not significant: no difference could be");
  }

  @Test
  void whatIsWithheldKeepsItsWords() throws IOException {
    RunFacts run =
        Altered.tiers(
            SampleRuns.virtual(),
            row -> row.tier().equals("app") ? Altered.withheld(row, "L1c") : row);
    assertThat(render(build(SampleRuns.physical(), run), TextOptions.PLAIN))
        .contains("virtual   " + TierCell.WITHHELD_WORDS);
    RunFacts bounded =
        Altered.tiers(
            SampleRuns.virtual(),
            row -> row.tier().equals("db") ? Altered.bounded(row, 20_000.0, null, true) : row);
    assertThat(render(build(SampleRuns.physical(), bounded), TextOptions.PLAIN))
        .contains("at least 0.020 s");
  }

  @Test
  void webAndApplicationAreOneLineOrTwo() throws IOException {
    RunFacts together =
        Altered.tiers(
            SampleRuns.virtual(),
            row ->
                switch (row.tier()) {
                  case "web" -> null;
                  case "app" -> Altered.ofTier(row, "web_app");
                  default -> row;
                });
    String text = render(build(SampleRuns.physical(), together), TextOptions.PLAIN);
    assertThat(text)
        .containsPattern("\n  web +physical +\\d")
        .containsPattern("\n  web \\+ application +virtual +\\d")
        .doesNotContainPattern("(web|application) +(physical|virtual) +not in the logs");
  }

  @Test
  void whatIsToldAsOneHasItsSum() throws IOException {
    RunFacts noSlowLog =
        Altered.tiers(
            SampleRuns.virtual(),
            row ->
                row.tier().equals("app") || row.tier().equals("db")
                    ? Altered.bounds(row, null, null, null)
                    : row);
    assertThat(render(build(noSlowLog), TextOptions.PLAIN))
        .containsPattern("Note: on virtual application and database server take [0-9.]+ s together")
        .doesNotContain("no sar");
  }

  @Test
  void namesThatDifferBehindTheirFirstWordsAreShortenedThere() throws IOException {
    String text =
        render(
            build(
                Altered.named(SampleRuns.physical(), "story-2009-physical"),
                Altered.named(SampleRuns.virtual(), "story-2009-virtual-4vcpu")),
            TextOptions.PLAIN);
    assertThat(text).contains("\n  virtual-4vcpu  ", "\n  physical       the baseline, ");
  }

  /** Names of runs and endpoints that are long and of wide characters. */
  private static Report wide() {
    String name = "\u5546\u54c1\u4e00\u89a7".repeat(12);
    return build(
        Altered.named(SampleRuns.physical(), name + "-a"),
        Altered.endpoints(Altered.named(SampleRuns.virtual(), name + "-b"), row -> row),
        Altered.named(SampleRuns.fourCpus(), "x".repeat(300)));
  }

  /** The report with its windows again and again, under other names. */
  private static Report windows(Report report, int count) {
    List<ScopeReport> scopes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ScopeReport scope = report.scopes().get(i % 3);
      scopes.add(
          new ScopeReport(
              new Scope("w" + i, scope.scope().loads(), scope.scope().comparabilities()),
              scope.tiers(),
              scope.cpu(),
              scope.cpuRemarks(),
              scope.guests(),
              scope.dispersion()));
    }
    scopes.add(report.scopes().get(report.scopes().size() - 1));
    return new Report(
        report.unit(),
        report.runs(),
        report.conclusions(),
        scopes,
        report.findings(),
        report.changes(),
        report.waterfalls(),
        report.shifts(),
        report.endpoints(),
        report.queries(),
        report.courses(),
        report.quality());
  }

  private static Report build(RunFacts... runs) {
    return new ReportBuilder(new BatchDifferences()).build(List.of(runs), Options.DEFAULT);
  }

  private static String render(Report report, TextOptions options) throws IOException {
    StringBuilder out = new StringBuilder();
    new TextRenderer(options).render(report, out);
    return out.toString();
  }
}
