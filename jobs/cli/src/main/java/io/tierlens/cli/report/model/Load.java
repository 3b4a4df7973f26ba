package io.tierlens.cli.report.model;

/**
 * The load of one run in one scope.
 *
 * @param run name of the run
 * @param requests requests that reach the application; null when the run has no such window
 * @param concurrency mean number of requests in the stack, nullable
 * @param throughput requests per second, nullable
 */
public record Load(String run, Long requests, Double concurrency, Double throughput) {}
