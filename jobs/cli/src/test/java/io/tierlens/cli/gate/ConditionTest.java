package io.tierlens.cli.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tierlens.cli.gate.Condition.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

  /** Figures of the cases below: a baseline of 100 ms. */
  private static final double BASE = 100_000;

  @ParameterizedTest
  @CsvSource({
    "p95 > +10%, PERCENT, 0.1",
    "p95 < -12.5%, PERCENT, -0.125",
    "mean > +20ms, DIFFERENCE, 20000",
    "mean > +2 s, DIFFERENCE, 2000000",
    "db < -500us, DIFFERENCE, -500",
    "db>2x, FACTOR, 1",
    "db < 0.5x, FACTOR, -0.5",
    "cpu_ms_per_request > 800ms, FIGURE, 800000",
    "'  web_app  <  1s  ', FIGURE, 1000000"
  })
  void everyUnitSaysWhatItIsHeldAgainst(String text, Limit.Kind kind, double value) {
    Condition condition = Condition.of(text);
    assertThat(condition.limit()).isEqualTo(new Limit(kind, value));
    assertThat(condition.comparesRuns()).isEqualTo(kind != Limit.Kind.FIGURE);
    assertThat(condition.above()).isEqualTo(text.contains(">"));
    assertThat(condition.window()).isNull();
    assertThat(condition.text()).isEqualTo(text.strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"eight-clients", "whole run", "a > b", "in", "ünï"})
  void aWindowMayHaveAnyName(String window) {
    assertThat(Condition.of("mean in " + window + " > +5%").window()).isEqualTo(window);
  }

  @Test
  void everyMeasureHasItsName() {
    assertThat(Measures.names())
        .containsExactly(
            "mean",
            "p50",
            "p95",
            "p99",
            "web",
            "app",
            "web_app",
            "db",
            "user_ms_per_request",
            "nice_ms_per_request",
            "system_ms_per_request",
            "iowait_ms_per_request",
            "steal_ms_per_request",
            "cpu_ms_per_request");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\" | 1: there is no > or <; write for example: p95 > +10%",
        "p95 | 4: there is no > or <",
        "> +10% | 1: there is no measure",
        "p85 > +10% | 1: no measure \"p85\"; did you mean p95?",
        "\"  stael_ms_per_request > 1s\" | 3: no measure \"stael_ms_per_request\"; did you mean steal_",
        "throughput > +10% | 1: no measure \"throughput\"; known are mean, p50,",
        "p95 on busy > +10% | 5: expected > or <, or: in WINDOW",
        "p95 in > +10% | 5: expected > or <, or: in WINDOW",
        "p95 >= +10% | 6: expected a limit, as in +10%, +20ms, 2x or 800ms",
        "p95 > | 6: expected a limit",
        "p95 > +ten% | 6: expected a limit",
        "p95 > +10 | 10: a unit is missing; known are us, ms, s, %, x",
        "p95 > 10msec | 9: no unit \"msec\"",
        "p95 > 1ns | 8: no unit \"ns\"; did you mean ms?",
        "p95 > 10% | 7: a percentage is a change; write +10%",
        "p95 < 10% | 7: a percentage is a change; write -10%",
        "p95 > -10% | 7: a change upwards is written > +10%, one downwards < -10%",
        "p95 < +10ms | 7: a change upwards is written > +10%",
        "p95 > +2x | 7: a factor has no sign",
        "p95 > 0.5x | 7: a factor has no sign, and is 1 or more after >",
        "p95 < 2x | 7: a factor has no sign"
      })
  void whatIsWrongIsToldWithItsPlace(String text, String message) {
    assertThatThrownBy(() -> Condition.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .startsWith("at character ")
        .contains("at character " + message);
  }

  /** All units and signs, beyond the limit and short of it, at all that may be known of noise. */
  @Test
  void aChangeHoldsBeyondTheLimitWhereItIsSignificant() {
    List<String> wrong = new ArrayList<>();
    for (String limit : List.of("> +10%", "> +10ms", "> 1.1x", "< -10%", "< -10ms", "< 0.9x")) {
      Condition condition = Condition.of("mean " + limit);
      double direction = condition.above() ? 1 : -1;
      for (double size : new double[] {-20_000, 0, 9_000, 11_000}) {
        boolean beyond = size > 10_000;
        for (Boolean significant : new Boolean[] {true, false, null}) {
          Change change = new Change(BASE, direction * size, null, null, null, significant, null);
          Verdict sure =
              significant == null ? Verdict.CANNOT_BE_JUDGED : verdict(beyond && significant);
          if (condition.judge(change, false) != sure
              || condition.judge(change, true) != verdict(beyond)) {
            wrong.add(limit + " " + change);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static Verdict verdict(boolean holds) {
    return holds ? Verdict.HOLDS : Verdict.DOES_NOT_HOLD;
  }

  @Test
  void theLimitItselfIsNotBeyondIt() {
    Change tenMillis = new Change(BASE, 10_000.0, null, null, null, true, null);
    assertThat(Condition.of("mean > +10ms").judge(tenMillis, false))
        .isEqualTo(Verdict.DOES_NOT_HOLD);
    assertThat(Condition.of("mean > 100ms").judge(Figure.exactly(BASE), false))
        .isEqualTo(Verdict.DOES_NOT_HOLD);
  }

  @Test
  void aRatioNeedsSomethingToStandOn() {
    Change fromNothing = new Change(0.0, 5_000.0, 4_000.0, 6_000.0, 95, true, null);
    assertThat(Condition.of("db > 2x").judge(fromNothing, true))
        .isEqualTo(Verdict.CANNOT_BE_JUDGED);
    assertThat(Condition.of("db > +10%").judge(fromNothing, false))
        .isEqualTo(Verdict.CANNOT_BE_JUDGED);
    assertThat(Condition.of("db > +4ms").judge(fromNothing, false)).isEqualTo(Verdict.HOLDS);
    assertThat(Condition.of("db > +4ms").judge(Change.missing("no slow log"), true))
        .isEqualTo(Verdict.CANNOT_BE_JUDGED);
  }

  @ParameterizedTest
  @CsvSource({
    // figure, low, high: sure, by the figure alone
    "120, 110, 130, HOLDS, HOLDS",
    "120, 90, 130, DOES_NOT_HOLD, HOLDS",
    "95, 90, 130, DOES_NOT_HOLD, DOES_NOT_HOLD",
    "90, 80, 100, DOES_NOT_HOLD, DOES_NOT_HOLD",
    "120, 90, , DOES_NOT_HOLD, HOLDS",
    "120, , , HOLDS, HOLDS",
    // bounds alone
    ", 110, , HOLDS, HOLDS",
    ", 90, , CANNOT_BE_JUDGED, CANNOT_BE_JUDGED",
    ", , 90, DOES_NOT_HOLD, DOES_NOT_HOLD",
    ", 50, 130, CANNOT_BE_JUDGED, CANNOT_BE_JUDGED",
    ", , , CANNOT_BE_JUDGED, CANNOT_BE_JUDGED"
  })
  void aFigureHoldsWhereAllThatTheLogsAllowIsBeyond(
      Double figure, Double low, Double high, Verdict sure, Verdict alone) {
    Figure ms = new Figure(us(figure), us(low), us(high), null);
    assertThat(Condition.of("db > 100ms").judge(ms, false)).isEqualTo(sure);
    assertThat(Condition.of("db > 100ms").judge(ms, true)).isEqualTo(alone);
  }

  @Test
  void aFigureBelowHoldsTheOtherWayRound() {
    Condition below = Condition.of("db < 100ms");
    assertThat(below.judge(new Figure(90e3, 80e3, 99e3, null), false)).isEqualTo(Verdict.HOLDS);
    assertThat(below.judge(new Figure(90e3, 80e3, 101e3, null), false))
        .isEqualTo(Verdict.DOES_NOT_HOLD);
    assertThat(below.judge(new Figure(90e3, 80e3, 101e3, null), true)).isEqualTo(Verdict.HOLDS);
    assertThat(below.judge(new Figure(null, 100e3, null, null), true))
        .isEqualTo(Verdict.DOES_NOT_HOLD);
  }

  private static Double us(Double ms) {
    return ms == null ? null : Double.valueOf(ms * 1000);
  }
}
