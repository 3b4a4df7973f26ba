package io.tierlens.cli.report.model;

import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.attribution.table.Remark;
import io.tierlens.attribution.table.RunTier;
import io.tierlens.cli.report.facts.RemarkRow;
import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.words.Figures;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How well the queries of a run are tied to its requests, and what may be told for it.
 *
 * @param level as tables write it
 * @param expectedRight share of the queries expected at the right request, nullable
 * @param expectedError expected relative error of an endpoint's time in the database, of the
 *     endpoint that is known best; nullable
 * @param largestError the same of the one that is known worst, nullable
 * @param requestsTold whether the time of single requests in the database is told
 * @param endpoints how many endpoints there are
 * @param endpointsTold of how many of them the time in the database is told
 */
public record RunLevel(
    String level,
    Double expectedRight,
    Double expectedError,
    Double largestError,
    boolean requestsTold,
    long endpoints,
    long endpointsTold) {

  /** Refuses a missing level. */
  public RunLevel {
    Objects.requireNonNull(level, "level");
  }

  /** Nothing where no row tells the level. */
  static Optional<RunLevel> of(RunFacts run) {
    List<EndpointTier> whole = database(run.endpoints(null));
    List<EndpointTier> rows = whole.isEmpty() ? database(run.endpoints()) : whole;
    Optional<String> level =
        rows.stream().map(EndpointTier::level).filter(Objects::nonNull).findFirst();
    List<Double> errors =
        rows.stream()
            // Of a log with a threshold the ties may be right, the time is not.
            .filter(row -> row.meanUs() != null)
            .map(EndpointTier::expectedError)
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    // A spread of single requests is only there where these are told.
    boolean requests = run.tier(null, Tier.DB.key()).map(RunTier::stddevUs).isPresent();
    return level.map(
        name ->
            new RunLevel(
                name,
                run.remark(Remark.Rule.QUERIES_EXPECTED_RIGHT).map(RemarkRow::value).orElse(null),
                errors.isEmpty() ? null : errors.get(0),
                errors.isEmpty() ? null : errors.get(errors.size() - 1),
                requests,
                rows.size(),
                rows.stream().filter(row -> row.published() && row.meanUs() != null).count()));
  }

  private static List<EndpointTier> database(List<EndpointTier> rows) {
    return rows.stream().filter(row -> row.tier().equals(Tier.DB.key())).toList();
  }

  /** In words. */
  String words() {
    return "whose query is whose: level "
        + level
        + ", "
        + LevelAdvice.meaning(level)
        + (expectedRight == null || expectedRight == 1
            ? ""
            : "; " + Figures.share(expectedRight) + " of the queries are expected at the right one")
        + (expectedError == null ? "" : "; " + error())
        + "; "
        + told()
        + (requestsTold && endpointsTold == endpoints ? "" : ". " + LevelAdvice.lift(level));
  }

  private String error() {
    if (expectedError == 0 && largestError == 0) {
      return "no error is expected";
    }
    String least = share(expectedError);
    String most = share(largestError);
    return "the time of an endpoint in the database is expected to be off by "
        + (least.equals(most) ? least : least + " to " + most);
  }

  private static String share(double error) {
    return error < 0.0005 ? "less than 0.1 %" : Figures.share(error);
  }

  private String told() {
    String whose = "the time in the database ";
    if (endpointsTold == endpoints || endpointsTold == 0) {
      boolean endpointsAre = endpointsTold > 0;
      return requestsTold == endpointsAre
          ? whose + "of endpoints and of single requests is " + told(endpointsAre)
          : whose
              + "of endpoints is "
              + told(endpointsAre)
              + ", of single requests "
              + told(requestsTold);
    }
    return whose
        + "is told of "
        + Figures.count(endpointsTold)
        + " of "
        + Figures.count(endpoints)
        + " endpoints, of single requests it is "
        + told(requestsTold);
  }

  private static String told(boolean told) {
    return told ? "told" : "withheld";
  }
}
