package io.tierlens.cli.report.text;

import io.tierlens.attribution.table.Finding;
import io.tierlens.cli.report.model.CauseWords;
import io.tierlens.cli.report.model.RunFindings;
import io.tierlens.cli.report.words.CauseNames;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which causes fit, with what speaks for and against them. */
final class FindingSection {

  /** The signs of a cause that are shown: the first is the one that its rule asks for. */
  private static final int SIGNS = 2;

  private static final String LOW = "low";

  private final Sheet sheet;
  private final Page page;

  FindingSection(Sheet sheet) {
    this.sheet = sheet;
    this.page = sheet.page;
  }

  void write() throws IOException {
    for (RunFindings findings : sheet.report.findings()) {
      page.section(
          "Causes, "
              + findings.run()
              + (sheet.details
                  ? ""
                  : main(findings).map(scope -> Sheet.in(scope.window())).orElse("")));
      if (findings.scopes().stream().allMatch(scope -> scope.causes().isEmpty())) {
        page.paragraph(CauseWords.NONE);
      }
      if (sheet.details) {
        all(findings);
      } else {
        first(findings);
      }
    }
  }

  /** The causes of the main window; of other windows what was not named yet. */
  private void first(RunFindings findings) throws IOException {
    RunFindings.InScope main = main(findings).orElse(null);
    if (main == null) {
      return;
    }
    long hidden = 0;
    for (Finding cause : main.causes()) {
      page.bullet(CauseNames.of(cause.rule()) + ": " + CauseWords.verdict(cause));
      hidden += signs("for", cause.evidence());
      hidden += signs("against", cause.contradicting());
      hidden += cause.missing().size();
    }
    others(findings, main);
    List<Finding> excluded = main.excluded();
    String ruledOut = names(excluded.stream().filter(f -> !f.confidence().equals(LOW)));
    String ratherNot = names(excluded.stream().filter(f -> f.confidence().equals(LOW)));
    if (!excluded.isEmpty()) {
      page.bullet(
          (ruledOut.isEmpty() ? "" : "ruled out: " + ruledOut)
              + (ruledOut.isEmpty() || ratherNot.isEmpty() ? "" : "; ")
              + (ratherNot.isEmpty() ? "" : "rather not: " + ratherNot));
    }
    hidden += excluded.stream().mapToLong(finding -> finding.contradicting().size()).sum();
    sheet.omit("further signs for and against causes", hidden);
  }

  private Optional<RunFindings.InScope> main(RunFindings findings) {
    String window = sheet.main.scope().window();
    return findings.scopes().stream()
        .filter(scope -> Objects.equals(scope.window(), window))
        .findFirst()
        .or(() -> findings.scopes().stream().filter(s -> !s.causes().isEmpty()).findFirst())
        .or(() -> findings.scopes().stream().findFirst());
  }

  private void others(RunFindings findings, RunFindings.InScope main) throws IOException {
    Set<String> named = new HashSet<>();
    main.causes().forEach(cause -> named.add(cause.rule()));
    Map<String, String> windows = new LinkedHashMap<>();
    for (RunFindings.InScope scope : findings.scopes()) {
      for (Finding cause : scope.causes()) {
        if (!named.contains(cause.rule())) {
          windows.merge(
              CauseNames.of(cause.rule()),
              scope.label() + ": " + CauseWords.verdict(cause),
              (before, after) -> before + "; " + after);
        }
      }
    }
    for (Map.Entry<String, String> cause : windows.entrySet()) {
      page.bullet("in other windows alone, " + cause.getKey() + " (" + cause.getValue() + ")");
    }
  }

  private static String names(Stream<Finding> findings) {
    return findings
        .map(finding -> CauseNames.of(finding.rule()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Writes the first signs without their thresholds, and returns how many there are more. */
  private long signs(String side, List<String> signs) throws IOException {
    if (signs.isEmpty()) {
      return 0;
    }
    page.indented(
        side
            + ": "
            + signs.stream()
                .limit(SIGNS)
                .map(CauseWords::withoutThreshold)
                .collect(Collectors.joining("; ")));
    return Math.max(0, signs.size() - SIGNS);
  }

  private void all(RunFindings findings) throws IOException {
    Set<String> missing = new HashSet<>();
    for (RunFindings.InScope scope : findings.scopes()) {
      page.paragraph(scope.label() + ":");
      for (Finding cause : scope.causes()) {
        page.bullet(CauseNames.of(cause.rule()) + ": " + CauseWords.verdict(cause));
        allSigns("for", cause.evidence());
        allSigns("against", cause.contradicting());
        // The windows of a run lack the same, mostly: once is enough.
        if (missing.add(cause.rule() + cause.missing())) {
          allSigns("not measured", cause.missing());
        }
      }
      for (String excluded : CauseWords.excluded(scope)) {
        page.bullet(excluded);
      }
      page.blank();
    }
    for (String next : CauseWords.next(findings)) {
      page.paragraph(next);
    }
  }

  private void allSigns(String side, List<String> signs) throws IOException {
    if (!signs.isEmpty()) {
      page.indented(side + ": " + CauseWords.joined(signs));
    }
  }
}
