package io.tierlens.cli.report.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

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

  /**
   * Returns how many CPUs work while no request is in the stack; empty where that is not known, or
   * too little to matter.
   */
  public Optional<Double> backgroundCores() {
    double cores =
        modes.stream()
            .filter(use -> use.mode().isBusy() && use.backgroundCores() != null)
            .mapToDouble(ModeUse::backgroundCores)
            .sum();
    return cores < 0.01 ? Optional.empty() : Optional.of(cores);
  }

  /** Returns the use of a mode. */
  public ModeUse mode(CpuMode mode) {
    return modes.stream().filter(use -> use.mode() == mode).findFirst().orElseThrow();
  }
}
