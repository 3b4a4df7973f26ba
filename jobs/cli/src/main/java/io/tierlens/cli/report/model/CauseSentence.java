package io.tierlens.cli.report.model;

import io.tierlens.attribution.table.Finding;
import io.tierlens.cli.report.words.CauseNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names the surest cause of the busiest window that has one, and what is ruled out in it. */
final class CauseSentence {
  private static final String LOW = "low";

  /** Signs against a cause that the sentence names; the findings have them all. */
  private static final int SIGNS = 1;

  private CauseSentence() {}

  /**
   * One sentence: the cause, or that none is named.
   *
   * @param scopes windows of the headline
   */
  static String of(RunFindings findings, List<ScopeReport> scopes) {
    return inOrder(findings, scopes)
        .filter(scope -> !scope.causes().isEmpty())
        .findFirst()
        .map(CauseSentence::words)
        .orElse(CauseWords.NONE);
  }

  /** The window whose cause the sentence names, or the busiest of them where it names none. */
  static ScopeReport scope(RunFindings findings, List<ScopeReport> scopes) {
    return Headline.byRequests(scopes).stream()
        .filter(
            scope ->
                findings
                    .in(scope.scope().window())
                    .filter(in -> !in.causes().isEmpty())
                    .isPresent())
        .findFirst()
        .orElseGet(() -> Headline.busiest(scopes));
  }

  /** What is ruled out in the window whose cause is named, or in the busiest that has any. */
  static Optional<String> ruledOut(RunFindings findings, List<ScopeReport> scopes) {
    return inOrder(findings, scopes)
        .filter(scope -> !scope.causes().isEmpty())
        .findFirst()
        .or(() -> inOrder(findings, scopes).findFirst())
        .flatMap(CauseSentence::excluded);
  }

  private static Stream<RunFindings.InScope> inOrder(
      RunFindings findings, List<ScopeReport> scopes) {
    return Headline.byRequests(scopes).stream()
        .flatMap(scope -> findings.in(scope.scope().window()).stream());
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
    return (first.verdict().equals("fits") ? "Most likely cause" : "Possible cause")
        + (scope.window() == null ? "" : " in " + scope.window())
        + ", with "
        + first.confidence()
        + " confidence: "
        + best.stream()
            .map(cause -> CauseNames.of(cause.rule()))
            .collect(Collectors.joining(", and "))
        + "; "
        + against(against)
        + ".";
  }

  private static String against(List<String> signs) {
    if (signs.isEmpty()) {
      return "nothing measured speaks against it";
    }
    int more = signs.size() - SIGNS;
    return "against it: "
        + signs.stream().limit(SIGNS).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + (more == 1 ? " more sign" : " more signs") : "");
  }

  private static Optional<String> excluded(RunFindings.InScope scope) {
    String excluded =
        scope.excluded().stream()
            .filter(finding -> !finding.confidence().equals(LOW))
            .map(finding -> CauseNames.of(finding.rule()))
            .collect(Collectors.joining(", "));
    return excluded.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Ruled out"
                + (scope.window() == null ? "" : " in " + scope.window())
                + ": "
                + excluded
                + ".");
  }
}
