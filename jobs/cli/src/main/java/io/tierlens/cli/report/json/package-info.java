/**
 * The report as JSON, schema {@code tierlens-report/1}.
 *
 * <p>One object: {@code schema} (the string {@code tierlens-report/1}), then the components of
 * {@link io.tierlens.cli.report.model.Report} in their order. Every record of that model is an
 * object whose keys are its components in {@code snake_case} and in their declared order; only the
 * course of a run is written by columns. docs/report-schema.json (JSON Schema 2020-12) has every
 * key with its meaning and unit, and the tests hold reports against it. Units are in the names:
 * {@code _us} microseconds, {@code _ms} milliseconds, {@code share} and {@code relative} parts of
 * one. Instants are ISO 8601 in UTC. An enum constant is its name in lower case. A value that the
 * logs do not hold is an explicit {@code null}; the {@code window} of the whole run is {@code null}
 * too. Strings of the logs are given as they are.
 *
 * <p>Keys may be added under this schema; one that changes its meaning or goes away makes it {@code
 * tierlens-report/2}.
 */
package io.tierlens.cli.report.json;
