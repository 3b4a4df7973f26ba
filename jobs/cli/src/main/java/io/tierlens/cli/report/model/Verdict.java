package io.tierlens.cli.report.model;

import io.tierlens.attribution.table.Remark;
import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.words.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the verdict on one run into at most four sentences. */
final class Verdict {

  /** Tiers, and CPU modes, that a sentence names for each window. */
  private static final int NAMED = 3;

  private final Figures figures;
  private final Options options;

  Verdict(Figures figures, Options options) {
    this.figures = figures;
    this.options = options;
  }

  /** Describes the only run. */
  Conclusion describe(RunFacts run, List<ScopeReport> all) {
    List<ScopeReport> scopes = Headline.described(all, run.name(), options);
    List<String> sentences = new ArrayList<>();
    sentences.add(where(run, scopes));
    if (!scopes.isEmpty()) {
      sentences.add(cpuOf(run.name(), Headline.busiest(scopes)));
    }
    sentences.add("This is one run alone: nothing is compared.");
    return new Conclusion(run.name(), sentences);
  }

  /** Compares a candidate with the baseline in the windows of the headline. */
  Conclusion compare(
      RunFacts baseline, RunFacts run, List<ScopeReport> headline, List<ScopeReport> all) {
    String name = run.name();
    if (headline.isEmpty()) {
      return new Conclusion(
          name,
          List.of(
              where(run, Headline.described(all, name, options)),
              "Nothing can be said of "
                  + name
                  + " against "
                  + baseline.name()
                  + ": "
                  + whyNot(name, all)
                  + "."));
    }
    return new Conclusion(
        name,
        List.of(
            where(run, headline),
            changed(baseline.name(), name, headline),
            cpuChanged(baseline.name(), name, headline),
            sure(baseline, run, headline)));
  }

  private String where(RunFacts facts, List<ScopeReport> scopes) {
    String run = facts.name();
    if (scopes.isEmpty()) {
      return "Where the time went on "
          + run
          + " cannot be told: "
          + RemarkWords.untimed(facts).orElse("its logs hold no request to the application")
          + ".";
    }
    String windows =
        scopes.stream()
            .map(scope -> in(scope) + split(scope, run))
            .collect(Collectors.joining("; "));
    return parts(Headline.busiest(scopes), run)
        .map(cells -> tierOf(Headline.busiest(scopes), cells.get(0)))
        .map(
            tier ->
                "On "
                    + run
                    + " a request spends most of its time in the "
                    + tier.label()
                    + ": "
                    + windows
                    + ".")
        .orElse("On " + run + " a request takes " + windows + "; the logs do not split it.");
  }

  private String split(ScopeReport scope, String run) {
    String mean = figures.duration(scope.cell(Tier.REQUEST, run).orElseThrow().meanUs());
    return parts(scope, run)
        .map(
            cells ->
                mean
                    + cells.stream()
                        .limit(NAMED)
                        .map(c -> tierOf(scope, c).label() + " " + Figures.share(c.share()))
                        .collect(Collectors.joining(", ", " (", ")")))
        .orElse(mean);
  }

  /** The parts of the request that have a share, the largest first. */
  private static Optional<List<TierCell>> parts(ScopeReport scope, String run) {
    List<TierCell> cells =
        scope.tiers().stream()
            .filter(row -> row.tier().isPart())
            .flatMap(row -> row.cell(run).stream())
            .filter(cell -> cell.told() && cell.share() != null)
            .sorted(Comparator.comparingDouble(cell -> -cell.share()))
            .toList();
    return cells.isEmpty() ? Optional.empty() : Optional.of(cells);
  }

  private static Tier tierOf(ScopeReport scope, TierCell cell) {
    return scope.tiers().stream()
        .filter(row -> row.cells().contains(cell) && row.tier().isPart())
        .findFirst()
        .orElseThrow()
        .tier();
  }

  private String changed(String baseline, String run, List<ScopeReport> scopes) {
    String windows =
        scopes.stream()
            .map(
                scope ->
                    in(scope) + Headline.change(scope, run).words(figures) + mostIn(scope, run))
            .collect(Collectors.joining("; "));
    return "Against " + baseline + " at like load: " + windows + ".";
  }

  /** The tier that changed most. */
  private String mostIn(ScopeReport scope, String run) {
    if (!Headline.change(scope, run).significant()) {
      return "";
    }
    return scope.tiers().stream()
        .filter(row -> row.tier().isPart())
        .flatMap(row -> row.cell(run).stream())
        .filter(cell -> cell.change() != null)
        .max(Comparator.comparingDouble(cell -> Math.abs(cell.change().deltaUs())))
        .map(
            cell ->
                ", most of it in the "
                    + tierOf(scope, cell).label()
                    + " ("
                    + figures.signed(cell.change().deltaUs())
                    + (cell.change().significant() ? ")" : ", by itself not significant)"))
        .orElse("");
  }

  private static String cpuChanged(String baseline, String run, List<ScopeReport> scopes) {
    List<String> windows = new ArrayList<>();
    for (ScopeReport scope : scopes) {
      String modes =
          stack(scope, run)
              .flatMap(use -> use.modes().stream())
              .filter(mode -> mode.deltaMs() != null)
              .sorted(Comparator.comparingDouble(mode -> -Math.abs(mode.deltaMs())))
              .limit(NAMED)
              .map(mode -> mode.mode().key() + " " + Figures.signedMillis(mode.deltaMs()))
              .collect(Collectors.joining(", "));
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
            .map(mode -> mode.mode().key() + " " + Figures.millis(mode.msPerRequest()))
            .collect(Collectors.joining(", "));
    return modes.isEmpty()
        ? "What CPU time a request takes is not in the logs."
        : "CPU time per request: " + in(scope) + modes + ".";
  }

  private static Stream<CpuUse> stack(ScopeReport scope, String run) {
    return scope.cpu().stream().filter(use -> use.inStack() && use.run().equals(run));
  }

  private static String sure(RunFacts baseline, RunFacts run, List<ScopeReport> scopes) {
    long significant =
        scopes.stream().filter(s -> Headline.change(s, run.name()).significant()).count();
    StringBuilder text =
        new StringBuilder("How sure: ")
            .append(significant)
            .append(" of ")
            .append(scopes.size())
            .append(scopes.size() == 1 ? " change is" : " changes are")
            .append(" outside the noise of the runs (intervals from batches of requests)");
    for (RunFacts side : List.of(baseline, run)) {
      text.append(ofDatabase(side));
    }
    if (scopes.stream().anyMatch(scope -> !scope.cpuRemarks().isEmpty())) {
      text.append("; more CPUs were busy than the requests can account for, see CPU time");
    }
    return text.append('.').toString();
  }

  /** What weakens the database server's part of a run; empty when nothing does. */
  private static String ofDatabase(RunFacts run) {
    if (run.queries() == null) {
      return "; " + run.name() + " has no slow log, so its database server's part is not known";
    }
    if (run.remark(Remark.Rule.QUERIES_SAMPLED).isPresent()) {
      return "; the slow log of "
          + run.name()
          + " holds a sample of the statements, so its database server's part is a lower bound";
    }
    Long threshold = run.queries().thresholdUs();
    if (threshold == null) {
      return "; whether the slow log of "
          + run.name()
          + " leaves out short statements is not known";
    }
    return threshold == 0
        ? ""
        : "; the slow log of "
            + run.name()
            + " leaves out short statements, so its database server's part is a lower bound";
  }

  /** Why nothing may be said, for the window with the most requests. */
  private static String whyNot(String run, List<ScopeReport> all) {
    return all.stream()
        .filter(scope -> scope.scope().window() != null || all.size() == 1)
        .filter(scope -> Headline.change(scope, run) != null)
        .max(Comparator.comparingLong(Headline::requests))
        .map(
            scope ->
                in(scope)
                    + "has "
                    + (Headline.change(scope, run).reason() == null
                        ? "no interval"
                        : Headline.change(scope, run).reason()))
        .orElse("there is no window of both");
  }

  private static String in(ScopeReport scope) {
    return scope.scope().window() == null ? "" : scope.scope().window() + " ";
  }
}
