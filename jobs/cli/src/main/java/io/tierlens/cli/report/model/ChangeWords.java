package io.tierlens.cli.report.model;

import io.tierlens.attribution.table.Comparison;
import io.tierlens.cli.report.words.Figures;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row of table comparison in words. */
public final class ChangeWords {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("p50 total", "median"),
          Map.entry("p95 total", "95 % quantile"),
          Map.entry("p99 total", "99 % quantile"),
          Map.entry("shift total", "typical difference of two requests"),
          Map.entry("variation total", "variation (std dev over mean)"),
          Map.entry("tail_ratio total", "95 % quantile over median"),
          Map.entry("mean equal_load", "mean, with as many others in the stack"),
          Map.entry("mean demand", "mean: the machine, at the baseline's load"),
          Map.entry("mean load", "mean: the load, on the candidate"),
          Map.entry("mean residual", "mean: what the queueing model does not tell"));

  private static final Map<String, String> REFUSALS =
      Map.of(
          "no_figure", "a run does not have the figure",
          "not_told", "single requests are not told",
          "too_short", "too few requests",
          "drifting", "a run's speed drifts",
          "changes_midway", "a run changes midway",
          "threshold", "queries below a threshold are not logged",
          "load_not_told", "the load is not told",
          "no_common_load", "no load that both runs have",
          "model_not_checked", "the model could not be tried on a second load",
          "model_off", "the model does not even foretell the run's own other load");

  private ChangeWords() {}

  /** Whether a report shows the row. */
  public static boolean shown(Comparison row) {
    return NAMES.containsKey(key(row));
  }

  /** What the row is a figure of. */
  public static String name(Comparison row) {
    return NAMES.getOrDefault(key(row), key(row));
  }

  private static String key(Comparison row) {
    return row.measure() + " " + row.component();
  }

  /** The baseline's figure, or nothing. */
  public static String baseline(Comparison row, Figures figures) {
    return row.baselineRatio() != null
        ? Figures.ratio(row.baselineRatio())
        : row.baselineUs() == null ? "" : figures.duration(row.baselineUs());
  }

  /** The candidate's figure, or nothing. */
  public static String candidate(Comparison row, Figures figures) {
    return row.candidateRatio() != null
        ? Figures.ratio(row.candidateRatio())
        : row.candidateUs() == null ? "" : figures.duration(row.candidateUs());
  }

  /** How they differ. */
  public static String difference(Comparison row, Figures figures) {
    if (row.ratio() != null) {
      return Figures.ratio(row.ratio()) + " times";
    }
    return row.deltaUs() == null ? "-" : figures.signed(row.deltaUs());
  }

  /** The interval of the difference, or why there is none. */
  public static String interval(Comparison row, Figures figures) {
    if (row.refusal() != null) {
      return REFUSALS.getOrDefault(row.refusal(), row.refusal());
    }
    String interval = "";
    if (row.ratioLow() != null) {
      interval = Figures.ratio(row.ratioLow()) + " to " + Figures.ratio(row.ratioHigh());
    } else if (row.lowUs() != null) {
      interval = figures.signedInterval(row.lowUs(), row.highUs());
    }
    String sure =
        row.confidencePercent() == null || interval.isEmpty()
            ? interval
            : row.confidencePercent() + " %: " + interval;
    String verdict = Boolean.FALSE.equals(row.significant()) ? "not significant" : "";
    String off =
        row.expectedError() != null && row.component().equals("demand")
            ? "off by " + Figures.share(row.expectedError()) + " where it can be tried"
            : "";
    String covers =
        row.coverage() == null ? "" : Figures.share(row.coverage()) + " of the requests";
    return Stream.of(sure, verdict, off, covers)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
