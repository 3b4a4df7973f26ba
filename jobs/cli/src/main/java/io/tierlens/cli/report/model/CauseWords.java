package io.tierlens.cli.report.model;

import io.tierlens.attribution.table.Finding;
import io.tierlens.cli.report.words.CauseNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Findings in words. */
public final class CauseWords {

  /** What stands where a run has no finding. */
  public static final String NONE = "No cause is named: nothing measured speaks for one.";

  private CauseWords() {}

  /** How well a cause fits: {@code fits, high confidence}. */
  public static String verdict(Finding cause) {
    return cause.verdict() + ", " + cause.confidence() + " confidence";
  }

  /** The page about a cause, by its name in the project's folder. */
  public static String page(Finding cause) {
    return "docs/findings/" + cause.rule() + ".md";
  }

  /** What is ruled out in a window, one line for each confidence, each cause with its figure. */
  public static List<String> excluded(RunFindings.InScope scope) {
    Map<String, List<String>> byConfidence = new LinkedHashMap<>();
    for (Finding finding : scope.excluded()) {
      byConfidence
          .computeIfAbsent(finding.confidence(), confidence -> new ArrayList<>())
          .add(CauseNames.of(finding.rule()) + decisive(finding));
    }
    return byConfidence.entrySet().stream()
        .map(
            entry ->
                (entry.getKey().equals("low") ? "rather not, " : "ruled out, ")
                    + entry.getKey()
                    + " confidence: "
                    + String.join("; ", entry.getValue()))
        .toList();
  }

  /** The first sign is the one that the rule asks for; its threshold is on the cause's page. */
  private static String decisive(Finding finding) {
    if (finding.contradicting().isEmpty()) {
      return "";
    }
    return " (" + withoutThreshold(finding.contradicting().get(0)) + ")";
  }

  /** A sign without the threshold at its end, which is on the page about the cause. */
  public static String withoutThreshold(String sign) {
    int threshold = sign.lastIndexOf(" (");
    return threshold > 0 ? sign.substring(0, threshold) : sign;
  }

  /** What would decide, once for each cause of a run. */
  public static List<String> next(RunFindings findings) {
    Map<String, String> byRule = new LinkedHashMap<>();
    for (RunFindings.InScope scope : findings.scopes()) {
      for (Finding cause : scope.causes()) {
        byRule.putIfAbsent(
            cause.rule(),
            "To decide on "
                + CauseNames.of(cause.rule())
                + " ("
                + page(cause)
                + "): "
                + cause.nextExperiment());
      }
    }
    return List.copyOf(byRule.values());
  }

  /** Signs in one line; empty without any. */
  public static String joined(List<String> signs) {
    return signs.stream().collect(Collectors.joining("; "));
  }
}
