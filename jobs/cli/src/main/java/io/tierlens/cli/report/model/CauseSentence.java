package io.tierlens.cli.report.model;

import io.tierlens.attribution.table.Finding;
import io.tierlens.cli.report.words.CauseNames;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names the surest cause of the busiest window that has one. */
final class CauseSentence {
  private static final String LOW = "low";

  private CauseSentence() {}

  /**
   * One sentence.
   *
   * @param scopes windows of the headline
   * @return nothing where no cause fits or may fit in any of them
   */
  static Optional<String> of(RunFindings findings, List<ScopeReport> scopes) {
    return scopes.stream()
        .sorted(Comparator.comparingLong(Headline::requests).reversed())
        .flatMap(scope -> findings.in(scope.scope().window()).stream())
        .filter(scope -> !scope.causes().isEmpty())
        .findFirst()
        .map(CauseSentence::words);
  }

  private static String words(RunFindings.InScope scope) {
    Finding first = scope.causes().get(0);
    // Causes that fit equally well are named together: none of them is the one.
    List<Finding> best =
        scope.causes().stream()
            .filter(cause -> cause.verdict().equals(first.verdict()))
            .filter(cause -> cause.confidence().equals(first.confidence()))
            .toList();
    List<String> against =
        best.stream().flatMap(cause -> cause.contradicting().stream()).distinct().toList();
    String excluded =
        scope.excluded().stream()
            .filter(finding -> !finding.confidence().equals(LOW))
            .map(finding -> CauseNames.of(finding.rule()))
            .collect(Collectors.joining(", "));
    return (first.verdict().equals("fits") ? "Fits best" : "May fit")
        + (scope.window() == null ? "" : " in " + scope.window())
        + ", with "
        + first.confidence()
        + " confidence: "
        + best.stream()
            .map(cause -> CauseNames.of(cause.rule()))
            .collect(Collectors.joining(", and "))
        + "; against it: "
        + (against.isEmpty() ? "nothing measured" : String.join(", ", against))
        + (excluded.isEmpty() ? "" : "; ruled out: " + excluded)
        + ".";
  }
}
