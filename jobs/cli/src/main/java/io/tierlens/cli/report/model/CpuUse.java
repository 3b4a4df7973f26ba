package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * CPU time of one machine in one run and scope.
 *
 * @param run name of the run
 * @param host name of the machine; null when the run has no sar of the stack
 * @param inStack false for a machine beside the stack, such as a dom0
 * @param cores its CPUs, nullable
 * @param busyCores mean number of CPUs in user, nice and system; nullable
 * @param concurrency mean number of requests in the stack, nullable
 * @param modes one for every mode, in the order of {@link CpuMode}
 */
public record CpuUse(
    String run,
    String host,
    boolean inStack,
    Integer cores,
    Double busyCores,
    Double concurrency,
    List<ModeUse> modes) {

  /** Copies the list. */
  public CpuUse {
    requireNonNull(run, "run");
    modes = List.copyOf(modes);
  }

  /** Returns the use of a mode. */
  public ModeUse mode(CpuMode mode) {
    return modes.stream().filter(use -> use.mode() == mode).findFirst().orElseThrow();
  }
}
