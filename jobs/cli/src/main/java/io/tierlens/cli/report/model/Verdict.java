package io.tierlens.cli.report.model;

import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.words.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the verdict on one run into three sentences, and the rest into details. */
final class Verdict {

  /** CPU modes that a sentence names for each window. */
  private static final int NAMED = 3;

  /** Less than this share of a mode's time is not worth saying. */
  private static final double WORTH_SAYING = 0.25;

  private final TierSentences tiers;
  private final Options options;

  Verdict(Figures figures, Options options) {
    this.tiers = new TierSentences(figures);
    this.options = options;
  }

  /** Describes the only run. */
  Conclusion describe(RunFacts run, List<ScopeReport> all, RunFindings findings) {
    List<ScopeReport> scopes = Headline.described(all, run.name(), options);
    return new Conclusion(
        run.name(),
        List.of(
            tiers.where(run, scopes),
            "This is one run alone, so nothing is compared.",
            CauseSentence.of(findings, scopes)),
        scopes.isEmpty()
            ? List.of()
            : details(cpuOf(run.name(), Headline.busiest(scopes)), findings, scopes));
  }

  /** Compares a candidate with the baseline in the windows of the headline. */
  Conclusion compare(
      RunFacts baseline,
      RunFacts run,
      List<ScopeReport> headline,
      List<ScopeReport> all,
      RunFindings findings) {
    String name = run.name();
    if (headline.isEmpty()) {
      List<ScopeReport> scopes = Headline.described(all, name, options);
      return new Conclusion(
          name,
          List.of(
              tiers.where(run, scopes),
              "Nothing can be said of "
                  + name
                  + " against "
                  + baseline.name()
                  + ": "
                  + whyNot(baseline, run, all)
                  + ".",
              CauseSentence.of(findings, scopes)),
          details(Certainty.weakness(baseline, run, scopes).orElse(null), findings, scopes));
    }
    List<String> details = new ArrayList<>();
    details.add(cpuChanged(baseline.name(), name, headline));
    details.addAll(details(Certainty.of(baseline, run, headline), findings, headline));
    return new Conclusion(
        name,
        List.of(
            tiers.where(run, headline),
            tiers.changed(baseline.name(), name, headline),
            cause(baseline.name(), name, headline, findings)),
        details);
  }

  /** The cause, and in the same window the kind of CPU time that changed most. */
  private static String cause(
      String baseline, String run, List<ScopeReport> headline, RunFindings findings) {
    String cause = CauseSentence.of(findings, headline);
    ScopeReport scope = CauseSentence.scope(findings, headline);
    return modesChanged(scope, baseline, run)
        .findFirst()
        .map(
            mode ->
                cause.substring(0, cause.length() - 1)
                    + "; CPU time per request changed most in "
                    + mode
                    + ".")
        .orElse(cause);
  }

  /** The modes that changed most, in words, the largest change first. */
  private static Stream<String> modesChanged(ScopeReport scope, String baseline, String run) {
    return stack(scope, run)
        .flatMap(use -> use.modes().stream())
        .filter(mode -> mode.deltaMs() != null)
        .sorted(Comparator.comparingDouble(mode -> -Math.abs(mode.deltaMs())))
        .map(
            mode ->
                mode.mode().key()
                    + " "
                    + Figures.signedMillis(mode.deltaMs())
                    + anyway(mode, mode.deltaMs(), background(scope, baseline, mode.mode())));
  }

  /** One detail, if there is one, and what is ruled out. */
  private static List<String> details(String one, RunFindings findings, List<ScopeReport> scopes) {
    return Stream.concat(Stream.ofNullable(one), CauseSentence.ruledOut(findings, scopes).stream())
        .toList();
  }

  private static String cpuChanged(String baseline, String run, List<ScopeReport> scopes) {
    List<String> windows = new ArrayList<>();
    for (ScopeReport scope : Headline.byRequests(scopes)) {
      String modes =
          modesChanged(scope, baseline, run).limit(NAMED).collect(Collectors.joining(", "));
      if (!modes.isEmpty()) {
        windows.add(in(scope) + modes);
      }
    }
    if (windows.isEmpty()) {
      return "CPU time per request cannot be compared: there is no sar of both runs.";
    }
    return "CPU time per request against "
        + baseline
        + " changed most so: "
        + String.join("; ", windows)
        + ".";
  }

  private static String cpuOf(String run, ScopeReport scope) {
    String modes =
        stack(scope, run)
            .flatMap(use -> use.modes().stream())
            .filter(mode -> mode.msPerRequest() != null && mode.msPerRequest() > 0)
            .sorted(Comparator.comparingDouble(mode -> -mode.msPerRequest()))
            .map(
                mode ->
                    mode.mode().key()
                        + " "
                        + Figures.millis(mode.msPerRequest())
                        + anyway(mode, mode.msPerRequest(), null))
            .collect(Collectors.joining(", "));
    return modes.isEmpty()
        ? "What CPU time a request takes is not in the logs."
        : "CPU time per request: " + in(scope) + modes + ".";
  }

  /** What the machine burns without any request is no cost of one. */
  private static String anyway(ModeUse mode, double ms, Double before) {
    if (mode.backgroundMs() == null || !mode.mode().isBusy() || ms <= 0) {
      return "";
    }
    double added = Math.min(ms, mode.backgroundMs() - (before == null ? 0 : before));
    return added < WORTH_SAYING * ms
        ? ""
        : " (up to " + Figures.millis(added) + " of it without any request)";
  }

  private static Double background(ScopeReport scope, String run, CpuMode mode) {
    return stack(scope, run)
        .map(use -> use.mode(mode).backgroundMs())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static Stream<CpuUse> stack(ScopeReport scope, String run) {
    return scope.cpu().stream().filter(use -> use.inStack() && use.run().equals(run));
  }

  /** Why nothing may be said, for the window with the most requests. */
  private static String whyNot(RunFacts baseline, RunFacts candidate, List<ScopeReport> all) {
    for (RunFacts facts : List.of(baseline, candidate)) {
      if (facts.tiers().isEmpty()) {
        return facts.name() + " has no timed requests";
      }
    }
    String run = candidate.name();
    return all.stream()
        .filter(scope -> scope.scope().window() != null || all.size() == 1)
        .filter(scope -> Headline.change(scope, run) != null)
        .max(Comparator.comparingLong(Headline::requests))
        .map(
            scope ->
                (scope.scope().window() == null ? "" : "in " + scope.scope().window() + ", ")
                    + (Headline.change(scope, run).reason() == null
                        ? "the change has no interval"
                        : Headline.change(scope, run).reason()))
        .orElse("there is no window of both");
  }

  private static String in(ScopeReport scope) {
    return scope.scope().window() == null ? "" : scope.scope().window() + " ";
  }
}
