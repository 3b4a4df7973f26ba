package io.tierlens.attribution.difference;

import io.tierlens.attribution.table.Comparison;
import io.tierlens.attribution.tier.Tier;
import java.util.ArrayList;
import java.util.List;

/** Collects the rows of one pair of samples; each row is begun, filled and added. */
final class Rows {
  private final String baseline;
  private final String candidate;
  private final String window;
  private final long baselineRequests;
  private final long candidateRequests;
  private final List<Comparison> rows = new ArrayList<>();

  Rows(String baseline, String candidate, String window, long before, long after) {
    this.baseline = baseline;
    this.candidate = candidate;
    this.window = window;
    this.baselineRequests = before;
    this.candidateRequests = after;
  }

  List<Comparison> all() {
    return List.copyOf(rows);
  }

  Row row(Measure measure, Component component, Tier tier) {
    return new Row(measure, component, tier);
  }

  /** One row; what is not given stays null. */
  final class Row {
    private final Measure measure;
    private final Component component;
    private final Tier tier;
    private String endpoint;
    private long before = baselineRequests;
    private long after = candidateRequests;
    private Double baselineUs;
    private Double candidateUs;
    private Double delta;
    private Double low;
    private Double high;
    private Double baselineRatio;
    private Double candidateRatio;
    private Double ratio;
    private Double ratioLow;
    private Double ratioHigh;
    private Integer confidence;
    private Boolean significant;
    private Double coverage;
    private Double expectedError;
    private Refusal refusal;

    private Row(Measure measure, Component component, Tier tier) {
      this.measure = measure;
      this.component = component;
      this.tier = tier;
    }

    Row endpoint(String name, long baselineRequests, long candidateRequests) {
      endpoint = name;
      before = baselineRequests;
      after = candidateRequests;
      return this;
    }

    Row figures(Double baseline, Double candidate) {
      baselineUs = finite(baseline);
      candidateUs = finite(candidate);
      return this;
    }

    Row ratios(Double baseline, Double candidate) {
      baselineRatio = finite(baseline);
      candidateRatio = finite(candidate);
      return this;
    }

    Row coverage(Double share) {
      coverage = share;
      return this;
    }

    Row expectedError(Double error) {
      expectedError = error;
      return this;
    }

    /** What the logs allow; no interval of chance. */
    Row bounds(Double lowest, Double highest) {
      low = lowest;
      high = highest;
      return this;
    }

    /** A difference, with no interval and why. */
    Row refused(Double difference, Refusal why) {
      delta = finite(difference);
      refusal = why;
      return this;
    }

    /** A difference that has no interval. */
    Row unjudged(Double difference) {
      return refused(difference, null);
    }

    Row judged(BatchComparison found) {
      delta = found.delta();
      low = found.low();
      high = found.high();
      return verdict(found);
    }

    /** A ratio, judged by its logarithm. */
    Row judgedRatio(BatchComparison found) {
      ratio = exp(found.delta());
      ratioLow = exp(found.low());
      ratioHigh = exp(found.high());
      return verdict(found);
    }

    private Row verdict(BatchComparison found) {
      refusal = found.refusal();
      if (found.refusal() == null) {
        confidence = found.confidencePercent();
        significant = found.verdict() != Verdict.NOT_SIGNIFICANT;
      }
      return this;
    }

    void add() {
      rows.add(
          new Comparison(
              Rows.this.baseline,
              Rows.this.candidate,
              window,
              endpoint,
              tier.label(),
              measure.label(),
              component.label(),
              baselineUs,
              candidateUs,
              delta,
              low,
              high,
              baselineRatio,
              candidateRatio,
              ratio,
              ratioLow,
              ratioHigh,
              confidence,
              significant,
              coverage,
              expectedError,
              before,
              after,
              refusal == null ? null : refusal.key()));
    }
  }

  private static Double finite(Double value) {
    return value == null || !Double.isFinite(value) ? null : value;
  }

  private static Double exp(Double value) {
    return value == null ? null : finite(Math.exp(value));
  }
}
