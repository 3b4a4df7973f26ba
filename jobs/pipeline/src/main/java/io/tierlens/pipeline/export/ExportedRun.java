package io.tierlens.pipeline.export;

import java.util.Map;

/**
 * What is true of all that is exported of a run.
 *
 * @param environment null where the run does not state it
 * @param level how queries were tied
 * @param leastProbability ties below are left out
 * @param databaseSystems mysql or mariadb, by slow log
 */
public record ExportedRun(
    String name,
    String environment,
    String level,
    double leastProbability,
    boolean statements,
    Map<String, String> databaseSystems) {

  private static final String MYSQL = "mysql";

  public ExportedRun {
    databaseSystems = Map.copyOf(databaseSystems);
  }

  /** By its name in OpenTelemetry's conventions; a log that does not tell is taken for MySQL's. */
  public String databaseSystem(String file) {
    return databaseSystems.getOrDefault(file, MYSQL);
  }
}
