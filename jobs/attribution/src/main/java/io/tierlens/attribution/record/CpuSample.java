package io.tierlens.attribution.record;

import static java.util.Objects.requireNonNull;

/**
 * CPU time by mode of one machine over [{@code startUs}, {@code endUs}), in percent of all its CPUs
 * together.
 *
 * @param cores CPUs of the machine
 * @param iowait null where the log has no such column
 * @param steal null where the log has no such column, which is not 0
 * @param believable false where the figures cannot be true, because the kernel counted wrong
 */
public record CpuSample(
    String host,
    long startUs,
    long endUs,
    int cores,
    double user,
    double nice,
    double system,
    Double iowait,
    Double steal,
    double idle,
    boolean believable) {

  public CpuSample {
    requireNonNull(host, "host is null");
  }

  public long lengthUs() {
    return endUs - startUs;
  }

  /** Percent in user mode, at low priority and in the kernel. */
  public double busy() {
    return user + nice + system;
  }
}
