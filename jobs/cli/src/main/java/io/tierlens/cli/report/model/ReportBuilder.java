package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

import io.tierlens.cli.report.facts.Judgement;
import io.tierlens.cli.report.facts.RunCourse;
import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.words.DurationUnit;
import io.tierlens.cli.report.words.Figures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Makes a report from the rows of its runs. */
public final class ReportBuilder {

  private final Differences differences;

  /** A builder that compares means in this way. */
  public ReportBuilder(Differences differences) {
    this.differences = requireNonNull(differences, "differences");
  }

  /** Builds the report of runs about which nothing further was found out. */
  public Report build(List<RunFacts> runs, Options options) {
    return build(runs, List.of(), List.of(), options);
  }

  /** Builds the report of runs of whose course over time nothing is known. */
  public Report build(List<RunFacts> runs, List<Judgement> judged, Options options) {
    return build(runs, judged, List.of(), options);
  }

  /**
   * Builds the report.
   *
   * @param runs the baseline first, then the candidates; one run alone is described, not compared
   * @param judged what was found out about candidates, or the only run, in their order
   * @param courses what went on over the time of each run, as far as that is known
   * @throws IllegalArgumentException without a run, or with two of the same name
   */
  public Report build(
      List<RunFacts> runs, List<Judgement> judged, List<RunCourse> courses, Options options) {
    requireDistinct(runs);
    List<Judgement> judgements = judged.stream().map(one -> one.in(options.window())).toList();
    DurationUnit unit = unit(runs);
    Figures figures = new Figures(unit);
    TierTable tiers = new TierTable(new JudgedMeans(judgements), differences);
    List<ScopeReport> scopes = new ArrayList<>();
    for (Scope scope : Scopes.of(runs, options.window())) {
      List<CpuUse> cpu = CpuTable.uses(scope, runs);
      scopes.add(
          new ScopeReport(
              scope,
              tiers.rows(scope, runs),
              cpu,
              CpuTable.lawRemarks(cpu, runs),
              GuestTable.uses(scope, runs),
              DispersionTable.rows(scope, runs)));
    }
    List<RunFindings> findings = judgements.stream().map(RunFindings::of).toList();
    List<Conclusion> conclusions = new ArrayList<>();
    List<EndpointMoves> endpoints = new ArrayList<>();
    List<QueryMoves> queries = new ArrayList<>();
    Verdict verdict = new Verdict(figures, options);
    EndpointTable moves = new EndpointTable(options);
    QueryTable statements = new QueryTable(options);
    RunFacts baseline = runs.get(0);
    for (RunFacts candidate : runs.subList(1, runs.size())) {
      List<ScopeReport> headline = Headline.scopes(scopes, candidate.name(), options);
      conclusions.add(
          verdict.compare(baseline, candidate, headline, scopes, of(candidate, findings)));
      Scope scope =
          Headline.withEndpoints(headline, baseline, candidate)
              .map(ScopeReport::scope)
              .orElse(wholeRun(scopes));
      endpoints.add(moves.moves(scope, baseline, candidate));
      queries.add(statements.moves(busiest(headline, scopes), baseline, candidate));
    }
    if (runs.size() == 1) {
      conclusions.add(verdict.describe(baseline, scopes, of(baseline, findings)));
    }
    QualityNotes quality = new QualityNotes(figures);
    return new Report(
        unit,
        runs.stream().map(RunFacts::run).toList(),
        conclusions,
        scopes,
        findings,
        judgements.stream().filter(judgement -> runs.size() > 1).map(RunChanges::of).toList(),
        waterfalls(scopes, judgements),
        shifts(scopes, judgements),
        endpoints,
        queries,
        courses,
        runs.stream().map(quality::of).toList());
  }

  private static List<Waterfall> waterfalls(List<ScopeReport> scopes, List<Judgement> judgements) {
    return judgements.stream()
        .flatMap(
            one ->
                scopes.stream()
                    .flatMap(
                        scope ->
                            WaterfallTable.of(scope.scope(), one.run(), one.comparisons())
                                .stream()))
        .toList();
  }

  private static List<QuantileShift> shifts(List<ScopeReport> scopes, List<Judgement> judgements) {
    return judgements.stream()
        .flatMap(
            one ->
                scopes.stream()
                    .flatMap(
                        scope ->
                            ShiftTable.of(scope.scope(), one.run(), one.comparisons()).stream()))
        .toList();
  }

  private static Scope busiest(List<ScopeReport> headline, List<ScopeReport> scopes) {
    return headline.isEmpty() ? wholeRun(scopes) : Headline.busiest(headline).scope();
  }

  private static RunFindings of(RunFacts run, List<RunFindings> findings) {
    return findings.stream()
        .filter(one -> one.run().equals(run.name()))
        .findFirst()
        .orElse(RunFindings.none(run.name()));
  }

  private static Scope wholeRun(List<ScopeReport> scopes) {
    return scopes.get(scopes.size() - 1).scope();
  }

  private static void requireDistinct(List<RunFacts> runs) {
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("a report needs at least one run");
    }
    Set<String> names = new HashSet<>();
    for (RunFacts run : runs) {
      if (!names.add(run.name())) {
        throw new IllegalArgumentException(
            "run " + run.name() + " is named twice: a run can't be compared with itself");
      }
    }
  }

  private static DurationUnit unit(List<RunFacts> runs) {
    return DurationUnit.fitting(
        runs.stream()
            .flatMap(run -> run.tiers().stream())
            .filter(row -> row.tier().equals(Tier.REQUEST.key()))
            .map(row -> row.meanUs())
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(0));
  }
}
