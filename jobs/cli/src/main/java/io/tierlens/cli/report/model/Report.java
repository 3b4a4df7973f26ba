package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

import io.tierlens.cli.report.facts.RunCourse;
import io.tierlens.cli.report.facts.RunRow;
import io.tierlens.cli.report.words.DurationUnit;
import java.util.List;

/**
 * A report on one run, or on a baseline and its candidates.
 *
 * @param unit unit of all durations when shown
 * @param runs the runs, the baseline first
 * @param conclusions the verdict on each candidate, or on the only run
 * @param scopes the windows in the order of time, then the whole runs
 * @param findings causes that fit or do not, for each candidate or for the only run
 * @param changes how requests changed in other ways than their mean, for each candidate
 * @param waterfalls from the baseline's mean to the candidate's, for each candidate and window
 * @param shifts the moves of the deciles, for each candidate and window
 * @param endpoints endpoints that moved most, for each candidate
 * @param queries classes of statements that moved most, for each candidate
 * @param courses what went on over the time of each run
 * @param quality the data quality of each run
 */
public record Report(
    DurationUnit unit,
    List<RunRow> runs,
    List<Conclusion> conclusions,
    List<ScopeReport> scopes,
    List<RunFindings> findings,
    List<RunChanges> changes,
    List<Waterfall> waterfalls,
    List<QuantileShift> shifts,
    List<EndpointMoves> endpoints,
    List<QueryMoves> queries,
    List<RunCourse> courses,
    List<RunQuality> quality) {

  /** Copies the lists. */
  public Report {
    requireNonNull(unit, "unit");
    runs = List.copyOf(runs);
    conclusions = List.copyOf(conclusions);
    scopes = List.copyOf(scopes);
    findings = List.copyOf(findings);
    changes = List.copyOf(changes);
    waterfalls = List.copyOf(waterfalls);
    shifts = List.copyOf(shifts);
    endpoints = List.copyOf(endpoints);
    queries = List.copyOf(queries);
    courses = List.copyOf(courses);
    quality = List.copyOf(quality);
  }

  /** Returns the name of the baseline, or of the only run. */
  public String baseline() {
    return runs.get(0).run();
  }

  /** Says whether there is something to compare. */
  public boolean compares() {
    return runs.size() > 1;
  }

  /** Says whether any run has a hypervisor's own figures. */
  public boolean hasGuests() {
    return scopes.stream().anyMatch(scope -> !scope.guests().isEmpty());
  }
}
