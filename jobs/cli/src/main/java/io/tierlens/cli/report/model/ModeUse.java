package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

/**
 * CPU time of one mode in one run, host and scope.
 *
 * @param mode the mode
 * @param msPerRequest milliseconds per request that reaches the application, nullable
 * @param low lower end, nullable
 * @param high upper end, nullable
 * @param percent of all CPUs of the host, nullable
 * @param busyCores mean number of CPUs in this mode, nullable
 * @param backgroundMs what the machine burns in this mode while no request is in the stack, shared
 *     out over the requests in milliseconds: no cost of theirs; null where no such time was sampled
 * @param backgroundCores the same as a mean number of CPUs, nullable
 * @param deltaMs msPerRequest less that of the same machine in the baseline, nullable
 * @param relative deltaMs over the baseline's msPerRequest, nullable
 */
public record ModeUse(
    CpuMode mode,
    Double msPerRequest,
    Double low,
    Double high,
    Double percent,
    Double busyCores,
    Double backgroundMs,
    Double backgroundCores,
    Double deltaMs,
    Double relative) {

  /** Refuses a missing mode. */
  public ModeUse {
    requireNonNull(mode, "mode");
  }
}
