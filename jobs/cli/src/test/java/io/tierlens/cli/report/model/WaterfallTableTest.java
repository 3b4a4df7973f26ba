package io.tierlens.cli.report.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.table.Comparison;
import io.tierlens.cli.report.model.Waterfall.Kind;
import io.tierlens.cli.report.model.Waterfall.Split;
import io.tierlens.cli.report.model.Waterfall.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WaterfallTableTest {

  private static final Scope LIKE = scope("w", true);

  @Test
  void stepsAddUpWhateverIsTold() {
    int seen = 0;
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      List<Comparison> rows = new ArrayList<>();
      double before = random.nextDouble() * 1e6;
      double after = random.nextDouble() * 1e6;
      rows.add(figures("request", before, after));
      double[] parts = parts(random, after - before);
      List<String> tiers = random.nextBoolean() ? List.of("web", "app", "db") : List.of("web_app");
      for (int t = 0; t < tiers.size(); t++) {
        double part = tiers.size() == 1 ? parts[0] + parts[1] : parts[t];
        if (random.nextInt(3) > 0) {
          rows.add(row(tiers.get(t), "total", part));
        }
      }
      boolean split = random.nextBoolean();
      for (String tier : split ? tiers : List.of("request")) {
        if (random.nextBoolean()) {
          rows.add(row(tier, "within", random.nextDouble() * 1e5));
          rows.add(row(tier, "mix", random.nextDouble() * 1e4));
        }
      }
      for (Waterfall waterfall : WaterfallTable.of(LIKE, "b", rows)) {
        seen++;
        assertThat(waterfall.steps()).isNotEmpty();
        assertThat(waterfall.steps().stream().mapToDouble(Step::deltaUs).sum())
            .as("seed " + seed)
            .isCloseTo(waterfall.candidateUs() - waterfall.baselineUs(), within(1.0));
      }
    }
    assertThat(seen).isEqualTo(400);
  }

  @Test
  void tiersAtTheSameMixComeFirstThenTheMix() {
    Waterfall waterfall =
        only(
            figures("request", 1_000_000, 1_300_000),
            row("web_app", "total", 250_000),
            row("db", "total", 50_000),
            row("web_app", "within", 240_000),
            row("web_app", "mix", 10_000),
            row("db", "within", 60_000),
            row("db", "mix", -10_000));
    assertThat(waterfall.steps())
        .extracting(Step::kind, Step::tier, Step::deltaUs)
        .containsExactly(
            tuple(Kind.TIER, Tier.WEB_APP, 240_000.0),
            tuple(Kind.TIER, Tier.DB, 60_000.0),
            tuple(Kind.MIX, null, 0.0));
    assertThat(waterfall.remark()).isNull();
    assertThat(waterfall.steps().get(0).significant()).isTrue();
    // The sum of two intervals is none.
    assertThat(waterfall.steps().get(2).lowUs()).isNull();
  }

  @Test
  void aMixThatIsNotToldByTierIsInTheTiersAndSaidToBe() {
    Waterfall waterfall =
        only(
            figures("request", 1_000_000, 1_300_000),
            row("web", "total", 100_000),
            row("app", "total", 150_000),
            row("db", "total", 50_000),
            row("request", "within", 270_000),
            row("request", "mix", 30_000));
    assertThat(waterfall.steps()).extracting(Step::kind).containsOnly(Kind.TIER).hasSize(3);
    assertThat(waterfall.remark()).contains("not told by tier").contains("10 % of the difference");
  }

  @Test
  void whatIsNotToldApartIsOneStep() {
    assertThat(only(figures("request", 1_000_000, 1_300_000), row("db", "total", 50_000)).steps())
        .extracting(Step::kind, Step::tier, Step::deltaUs)
        .containsExactly(
            tuple(Kind.TIER, Tier.DB, 50_000.0), tuple(Kind.TIER, Tier.WEB_APP, 250_000.0));
    Step rest = only(figures("request", 1e6, 1.3e6), row("web", "total", 50_000)).steps().get(1);
    assertThat(rest.kind()).isEqualTo(Kind.RESIDUAL);
    assertThat(rest.label()).isEqualTo("application and database server");
    assertThat(rest.significant()).isNull();
    assertThat(only(figures("request", 1_000_000, 1_300_000)).steps())
        .singleElement()
        .satisfies(step -> assertThat(step.kind()).isEqualTo(Kind.RESIDUAL))
        .satisfies(step -> assertThat(step.deltaUs()).isEqualTo(300_000));
  }

  @Test
  void underAnotherLoadOnlyTheModelSplits() {
    List<Comparison> rows =
        List.of(
            figures("request", 1_000_000, 1_300_000),
            row("request", "demand", 100_000),
            row("request", "load", 150_000),
            row("request", "residual", 50_000));
    assertThat(WaterfallTable.of(scope("w", false), "b", rows))
        .singleElement()
        .satisfies(one -> assertThat(one.split()).isEqualTo(Split.LOAD))
        .satisfies(
            one ->
                assertThat(one.steps())
                    .extracting(Step::kind)
                    .containsExactly(Kind.MACHINE, Kind.LOAD, Kind.RESIDUAL));
    assertThat(WaterfallTable.of(LIKE, "b", rows)).hasSize(2);
    Comparison ofTheWholeRun = in(null, rows.get(0));
    assertThat(WaterfallTable.of(scope(null, false), "b", List.of(ofTheWholeRun)))
        .singleElement()
        .satisfies(one -> assertThat(one.remark()).isEqualTo("not at like load: because"));
  }

  private static Waterfall only(Comparison... rows) {
    List<Waterfall> waterfalls = WaterfallTable.of(LIKE, "b", List.of(rows));
    assertThat(waterfalls).hasSize(1);
    return waterfalls.get(0);
  }

  private static double[] parts(Random random, double sum) {
    double one = random.nextDouble() * sum;
    double two = random.nextDouble() * (sum - one);
    return new double[] {one, two, sum - one - two};
  }

  private static Scope scope(String window, boolean comparable) {
    return new Scope(
        window,
        List.of(),
        List.of(new Comparability("b", comparable, comparable ? null : "because")));
  }

  private static Comparison figures(String tier, double before, double after) {
    return comparison("w", tier, "total", before, after, after - before);
  }

  private static Comparison row(String tier, String component, double delta) {
    return comparison("w", tier, component, null, null, delta);
  }

  private static Comparison in(String window, Comparison row) {
    return comparison(
        window, row.tier(), row.component(), row.baselineUs(), row.candidateUs(), row.deltaUs());
  }

  private static Comparison comparison(
      String window, String tier, String component, Double before, Double after, Double delta) {
    return new Comparison(
        "a", "b", window, null, tier, "mean", component, before, after, delta, delta - 1, delta + 1,
        null, null, null, null, null, 95, true, null, null, 100, 100, null);
  }
}
