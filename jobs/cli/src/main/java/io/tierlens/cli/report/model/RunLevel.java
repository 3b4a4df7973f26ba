package io.tierlens.cli.report.model;

import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.attribution.table.RunTier;
import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.words.Figures;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How well the queries of a run are tied to its requests, and what may be told for it.
 *
 * @param level as tables write it
 * @param expectedError expected relative error of an endpoint's time in the database, of the
 *     endpoint that is known best; nullable
 * @param largestError the same of the one that is known worst, nullable
 * @param requestsTold whether the time of single requests in the database is told
 * @param endpoints how many endpoints there are
 * @param endpointsTold of how many of them the time in the database is told
 */
public record RunLevel(
    String level,
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
        rows.stream().map(EndpointTier::expectedError).filter(Objects::nonNull).sorted().toList();
    // A spread of single requests is only there where these are told.
    boolean requests = run.tier(null, Tier.DB.key()).map(RunTier::stddevUs).isPresent();
    return level.map(
        name ->
            new RunLevel(
                name,
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
        + (expectedError == null ? "" : "; " + error())
        + "; "
        + told()
        + (requestsTold && endpointsTold == endpoints ? "" : ". " + LevelAdvice.lift(level));
  }

  private String error() {
    if (expectedError == 0 && largestError == 0) {
      return "no error is expected";
    }
    String least = Figures.share(expectedError);
    String most = Figures.share(largestError);
    return "the time of an endpoint in the database is expected to be off by "
        + (least.equals(most) ? least : least + " to " + most);
  }

  private String told() {
    if (!requestsTold && endpointsTold == 0) {
      return "the time in the database of single requests and of endpoints is withheld";
    }
    String ofEndpoints =
        endpointsTold == endpoints
            ? "is told"
            : endpointsTold == 0
                ? "is withheld"
                : "is told of " + Figures.count(endpointsTold) + " of " + Figures.count(endpoints);
    return "the time in the database of endpoints "
        + ofEndpoints
        + ", that of single requests "
        + (requestsTold ? "is told" : "is withheld");
  }
}
