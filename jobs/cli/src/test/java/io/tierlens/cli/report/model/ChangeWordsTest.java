package io.tierlens.cli.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.attribution.table.Comparison;
import io.tierlens.cli.report.words.DurationUnit;
import io.tierlens.cli.report.words.Figures;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeWordsTest {
  private static final Figures SECONDS = new Figures(DurationUnit.SECONDS);

  @Test
  void refusedRowsAreOneLineByReason() {
    List<Comparison> rows =
        List.of(
            row("p50", "total", 618_000.0, "too_short"),
            row("mean", "demand", null, "load_not_told"),
            row("p95", "total", 1_710_000.0, "too_short"),
            row("mean", "within", 1_000.0, "too_short"));
    assertThat(ChangeWords.refused(rows, SECONDS))
        .isEqualTo(
            "too few requests (p50 +0.618 s, p95 +1.71 s); the load is not told (the"
                + " machine's part)");
    assertThat(ChangeWords.told(rows)).isEmpty();
  }

  @Test
  void rowsWithAnIntervalAreNotRefused() {
    List<Comparison> rows = List.of(row("p50", "total", 618_000.0, null));
    assertThat(ChangeWords.refused(rows, SECONDS)).isEmpty();
    assertThat(ChangeWords.told(rows)).hasSize(1);
    assertThat(ChangeWords.interval(rows.get(0), SECONDS))
        .isEqualTo("95 %: +0.500 to +0.700 s, not significant");
  }

  @Test
  void aLineOfTextHoldsARow() {
    for (String measure : List.of("p50", "p95", "p99", "shift", "variation", "tail_ratio")) {
      assertThat(ChangeWords.name(row(measure, "total", null, null))).hasSizeLessThanOrEqualTo(26);
    }
    for (String component : List.of("equal_load", "demand", "load", "residual")) {
      assertThat(ChangeWords.shown(row("mean", component, null, null))).isTrue();
      assertThat(ChangeWords.name(row("mean", component, null, null))).hasSizeLessThanOrEqualTo(26);
    }
  }

  private static Comparison row(String measure, String component, Double delta, String refusal) {
    boolean told = refusal == null;
    return new Comparison(
        "a",
        "b",
        null,
        null,
        "request",
        measure,
        component,
        null,
        null,
        delta,
        told ? 500_000.0 : null,
        told ? 700_000.0 : null,
        null,
        null,
        null,
        null,
        null,
        told ? 95 : null,
        told ? false : null,
        null,
        null,
        3,
        4,
        refusal);
  }
}
