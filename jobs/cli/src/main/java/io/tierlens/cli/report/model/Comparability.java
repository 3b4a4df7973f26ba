package io.tierlens.cli.report.model;

/**
 * Whether a candidate may be compared with the baseline in one scope.
 *
 * @param candidate name of the candidate
 * @param comparable true at like concurrency and like mix of windows
 * @param remark why not, or a caution; nullable
 */
public record Comparability(String candidate, boolean comparable, String remark) {}
