package io.tierlens.cli.report.facts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * What went on during a run, in bins of equal width from its first request or sample on. All runs
 * of a report have bins of the same width, so that they can be laid on one axis of elapsed time.
 *
 * @param run name of the run
 * @param start where the first bin begins
 * @param binUs width of a bin, microseconds
 * @param bins how many bins the run has
 * @param requests requests by the bin that they started in and by how long they took
 * @param cpu CPU modes of the machines of the stack
 * @param domains what the hypervisor charged
 */
public record RunCourse(
    String run,
    Instant start,
    long binUs,
    int bins,
    List<RequestBin> requests,
    List<CpuBin> cpu,
    List<DomainBin> domains) {

  /** Steps of duration for each doubling. */
  public static final int STEPS_A_DOUBLING = 2;

  /**
   * Requests of like duration that started in a bin; a bin without requests has no entry.
   *
   * @param bin from 0
   * @param step duration: from {@link #fromUs(int)} of it until that of the next
   * @param requests how many
   */
  public record RequestBin(int bin, int step, long requests) {}

  /**
   * Mean share of each CPU mode during a bin, in percent of the machine; a bin that no sample
   * covers has no entry.
   *
   * @param host the machine
   * @param bin from 0
   * @param user and nice
   * @param system interrupts included
   * @param iowait null where sar does not tell
   * @param steal null where sar does not tell
   */
  public record CpuBin(
      String host, int bin, double user, double system, Double iowait, Double steal) {

    /** Refuses a missing host. */
    public CpuBin {
      requireNonNull(host, "host");
    }
  }

  /**
   * What a domain was charged during a bin; a bin that no sample covers has no entry.
   *
   * @param hypervisor the machine below
   * @param domain as the hypervisor names it
   * @param bin from 0
   * @param cores mean number of CPUs
   */
  public record DomainBin(String hypervisor, String domain, int bin, double cores) {

    /** Refuses missing names. */
    public DomainBin {
      requireNonNull(hypervisor, "hypervisor");
      requireNonNull(domain, "domain");
    }
  }

  /** Copies the lists. */
  public RunCourse {
    requireNonNull(run, "run");
    requireNonNull(start, "start");
    requests = List.copyOf(requests);
    cpu = List.copyOf(cpu);
    domains = List.copyOf(domains);
  }

  /** The shortest duration of a step, microseconds: 1 at step 0. */
  public static double fromUs(int step) {
    return Math.pow(2, step / (double) STEPS_A_DOUBLING);
  }
}
