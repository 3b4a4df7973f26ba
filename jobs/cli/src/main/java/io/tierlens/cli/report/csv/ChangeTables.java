package io.tierlens.cli.report.csv;

import io.tierlens.attribution.table.Comparison;
import io.tierlens.attribution.table.Finding;
import io.tierlens.cli.report.csv.CsvTables.In;
import io.tierlens.cli.report.model.EndpointMove;
import io.tierlens.cli.report.model.QuantileShift.Decile;
import io.tierlens.cli.report.model.QueryMoves.QueryMove;
import io.tierlens.cli.report.model.Tier;
import io.tierlens.cli.report.model.Waterfall;
import java.util.List;
import java.util.stream.Stream;

/** The tables of what changed between runs, and why. */
final class ChangeTables {

  private ChangeTables() {}

  static List<CsvTable<?>> all() {
    return List.of(changes(), waterfalls(), shifts(), endpoints(), queries(), findings());
  }

  private static CsvTable<?> changes() {
    return CsvTables.<Comparison>inWindows(
            "changes",
            "how all requests of a candidate changed, as in table comparison",
            CsvTables::comparisons)
        .column(
            "measure", "mean, p10 to p99, shift, variation, tail_ratio", in -> in.of().measure())
        .column("component", "total or a part of it, see tables.md", in -> in.of().component())
        .column("baseline_us", "the baseline's, microseconds", in -> in.of().baselineUs())
        .column("candidate_us", "the candidate's", in -> in.of().candidateUs())
        .column("delta_us", "candidate less baseline", in -> in.of().deltaUs())
        .column("low_us", "lower end of the interval of delta_us", in -> in.of().lowUs())
        .column("high_us", "upper end of it", in -> in.of().highUs())
        .column("baseline_ratio", "of a measure that is no time", in -> in.of().baselineRatio())
        .column("candidate_ratio", "likewise", in -> in.of().candidateRatio())
        .column("ratio", "candidate over baseline", in -> in.of().ratio())
        .column("ratio_low", "lower end of the interval of ratio", in -> in.of().ratioLow())
        .column("ratio_high", "upper end of it", in -> in.of().ratioHigh())
        .column("confidence_percent", "of the interval", in -> in.of().confidencePercent())
        .column("significant", "whether it leaves out no change", in -> in.of().significant())
        .column("coverage", "share of what the figure covers", in -> in.of().coverage())
        .column("expected_error", "expected relative error", in -> in.of().expectedError())
        .column("refusal", "why there is no interval", in -> in.of().refusal());
  }

  private record Step(Waterfall waterfall, Waterfall.Step step) {}

  private static CsvTable<?> waterfalls() {
    return CsvTables.<Step>inWindows(
            "waterfalls",
            "the steps from the baseline's mean request to the candidate's; those of one window,"
                + " run and split add up to the difference",
            report ->
                report.waterfalls().stream()
                    .flatMap(
                        one ->
                            one.steps().stream()
                                .map(
                                    step ->
                                        new In<>(one.window(), one.run(), new Step(one, step)))))
        .column(
            "split", "tiers, or load (by the queueing model)", in -> in.of().waterfall().split())
        .column("kind", "tier, mix, machine, load or residual", in -> in.of().step().kind())
        .column("tier", "of kind tier", in -> in.of().step().tier())
        .column("label", "in words", in -> in.of().step().label())
        .column(
            "baseline_us",
            "mean request of the baseline, microseconds",
            in -> in.of().waterfall().baselineUs())
        .column("candidate_us", "that of the candidate", in -> in.of().waterfall().candidateUs())
        .column("delta_us", "what the step adds", in -> in.of().step().deltaUs())
        .column("low_us", "lower end of the interval of delta_us", in -> in.of().step().lowUs())
        .column("high_us", "upper end of it", in -> in.of().step().highUs())
        .column("significant", "whether it leaves out 0", in -> in.of().step().significant())
        .column("remark", "what has to be known", in -> in.of().waterfall().remark());
  }

  private static CsvTable<?> shifts() {
    return CsvTables.<Decile>inWindows(
            "shifts",
            "how the requests moved at each decile",
            report ->
                report.shifts().stream()
                    .flatMap(
                        one ->
                            one.deciles().stream()
                                .map(decile -> new In<>(one.window(), one.run(), decile))))
        .column("percent", "of the requests are below", in -> in.of().percent())
        .column("baseline_us", "the baseline's, microseconds", in -> in.of().baselineUs())
        .column("candidate_us", "the candidate's", in -> in.of().candidateUs())
        .column("delta_us", "candidate less baseline", in -> in.of().deltaUs())
        .column("low_us", "lower end of the interval of delta_us", in -> in.of().lowUs())
        .column("high_us", "upper end of it", in -> in.of().highUs())
        .column("significant", "whether it leaves out 0", in -> in.of().significant())
        .column("refusal", "why there is no interval", in -> in.of().refusal());
  }

  private static CsvTable<?> endpoints() {
    return CsvTables.<EndpointMove>inWindows(
            "endpoints",
            "the endpoints that moved most, the largest contribution first",
            report ->
                report.endpoints().stream()
                    .flatMap(
                        moves ->
                            moves.moves().stream()
                                .map(move -> new In<>(moves.window(), moves.candidate(), move))))
        .column("endpoint", "method and path, variable parts folded", in -> in.of().endpoint())
        .column("baseline_requests", "requests of the baseline", in -> in.of().baselineRequests())
        .column("candidate_requests", "of the candidate", in -> in.of().candidateRequests())
        .column("baseline_us", "mean of the baseline, microseconds", in -> in.of().baselineMeanUs())
        .column("candidate_us", "of the candidate", in -> in.of().candidateMeanUs())
        .column("delta_us", "candidate less baseline", in -> in.of().deltaUs())
        .column("relative", "delta_us over baseline_us", in -> in.of().relative())
        .column(
            "contribution_us",
            "what that adds to the mean of all requests",
            in -> in.of().contributionUs())
        .column("web_delta_us", "part of the web server", in -> part(in.of(), Tier.WEB))
        .column("app_delta_us", "part of the application", in -> part(in.of(), Tier.APP))
        .column("web_app_delta_us", "part of both together", in -> part(in.of(), Tier.WEB_APP))
        .column("db_delta_us", "part of the database server", in -> part(in.of(), Tier.DB));
  }

  private static Double part(EndpointMove move, Tier tier) {
    return move.tiers().stream()
        .filter(part -> part.tier() == tier)
        .map(EndpointMove.TierMove::deltaUs)
        .findFirst()
        .orElse(null);
  }

  private static CsvTable<?> queries() {
    return CsvTables.<QueryMove>inWindows(
            "queries",
            "the classes of statements that moved most, of those that the slow logs hold",
            report ->
                report.queries().stream()
                    .flatMap(
                        moves ->
                            moves.moves().stream()
                                .map(move -> new In<>(moves.window(), moves.candidate(), move))))
        .column("fingerprint_id", "as in table query", in -> in.of().fingerprintId())
        .column("fingerprint", "the statement without its literals", in -> in.of().fingerprint())
        .column(
            "baseline_per_request",
            "statements for each request of the baseline",
            in -> in.of().baselinePerRequest())
        .column("candidate_per_request", "of the candidate", in -> in.of().candidatePerRequest())
        .column(
            "baseline_mean_us",
            "mean time of a statement in the baseline, microseconds",
            in -> in.of().baselineMeanUs())
        .column("candidate_mean_us", "in the candidate", in -> in.of().candidateMeanUs())
        .column("baseline_us", "time for each request of the baseline", in -> in.of().baselineUs())
        .column("candidate_us", "of the candidate", in -> in.of().candidateUs())
        .column("delta_us", "candidate less baseline", in -> in.of().deltaUs());
  }

  private static CsvTable<?> findings() {
    return CsvTables.<Finding>inWindows(
            "findings",
            "the causes that fit, may fit or are contradicted",
            report ->
                report.findings().stream()
                    .flatMap(
                        findings ->
                            findings.scopes().stream()
                                .flatMap(
                                    scope ->
                                        Stream.concat(
                                                scope.causes().stream(), scope.excluded().stream())
                                            .map(
                                                finding ->
                                                    new In<>(
                                                        scope.window(), findings.run(), finding)))))
        .column("rule", "its page is docs/findings/RULE.md", in -> in.of().rule())
        .column("verdict", "fits, possible or contradicted", in -> in.of().verdict())
        .column("confidence", "high, medium or low", in -> in.of().confidence())
        .column("evidence", "signs for it", in -> String.join("; ", in.of().evidence()))
        .column(
            "contradicting", "signs against it", in -> String.join("; ", in.of().contradicting()))
        .column("missing", "what was not measured", in -> String.join("; ", in.of().missing()))
        .column("next_experiment", "what would decide", in -> in.of().nextExperiment());
  }
}
