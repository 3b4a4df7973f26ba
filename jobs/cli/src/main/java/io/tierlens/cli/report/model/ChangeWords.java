package io.tierlens.cli.report.model;

import io.tierlens.attribution.table.Comparison;
import io.tierlens.cli.report.words.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of table comparison in words. */
public final class ChangeWords {

  /** What the rows of a report are about. */
  public static final String LEGEND =
      "Typical difference: the median of all differences between a request of one run and one of"
          + " the other. Variation: standard deviation over mean. The mean at equal load"
          + " is over requests that found as many others in the stack, and covers so many of them."
          + " The machine's part is the change that a queueing model gives at the baseline's load.";

  private static final String NO_FIGURE = "-";

  /** Names of at most 21 characters, so that a line of text holds a row. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("p50 total", "p50"),
          Map.entry("p95 total", "p95"),
          Map.entry("p99 total", "p99"),
          Map.entry("shift total", "typical difference"),
          Map.entry("variation total", "variation"),
          Map.entry("tail_ratio total", "p95/p50"),
          Map.entry("mean equal_load", "mean at equal load"),
          Map.entry("mean demand", "the machine's part"),
          Map.entry("mean load", "the load's part"),
          Map.entry("mean residual", "not told by the model"));

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

  /** The rows of a window that a report shows with an interval. */
  public static List<Comparison> told(List<Comparison> rows) {
    return rows.stream().filter(row -> shown(row) && row.refusal() == null).toList();
  }

  /**
   * The others in one line, by reason: {@code too few requests (p50 +0.618 s, ...)}.
   *
   * @return empty where there are none
   */
  public static String refused(List<Comparison> rows, Figures figures) {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (Comparison row : rows) {
      if (shown(row) && row.refusal() != null) {
        String figure = difference(row, figures);
        byReason
            .computeIfAbsent(
                REFUSALS.getOrDefault(row.refusal(), row.refusal()), reason -> new ArrayList<>())
            .add(name(row) + (figure.equals(NO_FIGURE) ? "" : " " + figure));
      }
    }
    return byReason.entrySet().stream()
        .map(entry -> entry.getKey() + " (" + String.join(", ", entry.getValue()) + ")")
        .collect(Collectors.joining("; "));
  }

  /** How they differ. */
  public static String difference(Comparison row, Figures figures) {
    if (row.ratio() != null) {
      return Figures.ratio(row.ratio()) + " times";
    }
    return row.deltaUs() == null ? NO_FIGURE : figures.signed(row.deltaUs());
  }

  /** The interval of the difference, and what else there is to know of it. */
  public static String interval(Comparison row, Figures figures) {
    String interval = "";
    if (row.ratioLow() != null && row.ratioHigh() != null) {
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
        row.expectedError() != null && "demand".equals(row.component())
            ? "off by " + Figures.share(row.expectedError()) + " where tried"
            : "";
    String covers =
        row.coverage() != null && "equal_load".equals(row.component())
            ? "covers " + Figures.share(row.coverage())
            : "";
    return Stream.of(sure, verdict, off, covers)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
