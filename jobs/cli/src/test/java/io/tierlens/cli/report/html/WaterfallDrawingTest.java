package io.tierlens.cli.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.cli.report.model.Tier;
import io.tierlens.cli.report.model.Waterfall;
import io.tierlens.cli.report.words.DurationUnit;
import io.tierlens.cli.report.words.Figures;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaterfallDrawingTest {

  private static final Waterfall FALL =
      new Waterfall(
          "virtual",
          "two-clients",
          Waterfall.Split.TIERS,
          1_000_000,
          1_600_000,
          List.of(
              new Waterfall.Step(
                  Waterfall.Kind.TIER, Tier.APP, "application", 1e6, 8e5, 1.2e6, true),
              new Waterfall.Step(Waterfall.Kind.TIER, Tier.DB, "database", -5e5, -6e5, 1e5, false),
              new Waterfall.Step(Waterfall.Kind.MIX, null, "mix", 1e5, null, null, null)),
          null);

  private static final Drawing DRAWING =
      new WaterfallDrawing(new Figures(DurationUnit.SECONDS), "physical").of(FALL, "f");

  @Test
  void stepsLeadFromTheBaselineToTheCandidate() {
    List<Drawing.Bar> bars = DRAWING.bars();
    assertThat(bars).hasSize(5);
    // 2.0 s is the farthest that the way reaches.
    assertThat(bars.get(0).width()).isCloseTo(50, within(0.1));
    assertThat(bars.get(1).x()).isCloseTo(50, within(0.1));
    assertThat(bars.get(1).width()).isCloseTo(50, within(0.1));
    assertThat(bars.get(2).x()).isCloseTo(75, within(0.1));
    assertThat(bars.get(3).x()).isCloseTo(75, within(0.1));
    assertThat(bars.get(3).x() + bars.get(3).width()).isCloseTo(80, within(0.1));
    assertThat(bars.get(4).width()).isCloseTo(80, within(0.1));
  }

  @Test
  void onlyWhatIsSurelySoIsCalledSlower() {
    assertThat(DRAWING.labels())
        .extracting(Drawing.Label::text)
        .contains("+1.00 s slower", "~ -0.500 s", "+0.100 s");
    assertThat(DRAWING.bars())
        .extracting(Drawing.Bar::style)
        .containsExactly("base", "move slower", "move unsure", "move unsure", "candidate");
    assertThat(DRAWING.description()).contains("interval +0.800 to +1.20 s", "no interval");
  }
}
