package io.tierlens.pipeline.queries;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The entries of one fingerprint, or of one administrator's command.
 *
 * @param rank from 1
 * @param fingerprintId null for an administrator's command
 * @param fingerprint null for an administrator's command
 * @param databases the first ones by time
 * @param users the first ones by time
 * @param tied null where the run is not attributed
 */
public record QueryClass(
    int rank,
    String fingerprintId,
    String command,
    String fingerprint,
    Measures measures,
    List<Part> databases,
    List<Part> users,
    Tied tied,
    Example example) {

  /** Copies the lists. */
  public QueryClass {
    requireNonNull(measures, "measures");
    databases = List.copyOf(databases);
    users = List.copyOf(users);
  }

  /** What to call it: the fingerprint, or the command. */
  public String title() {
    return fingerprint == null ? "administrator command: " + command : fingerprint;
  }
}
