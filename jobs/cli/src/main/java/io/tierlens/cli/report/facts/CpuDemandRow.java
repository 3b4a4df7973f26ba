package io.tierlens.cli.report.facts;

import static java.util.Objects.requireNonNull;

/**
 * One row of table {@code cpu_demand}.
 *
 * @param windowName null for the whole run
 * @param host machine that sar ran on
 * @param mode user, nice, system, iowait, steal or idle
 * @param msPerRequest nullable
 * @param low lower end of msPerRequest, nullable
 * @param high upper end of msPerRequest, nullable
 * @param percent of all CPUs
 * @param busyCores mean number of CPUs in this mode
 * @param cores CPUs of the host
 * @param requests requests in the covered time
 * @param concurrency mean number of requests in the stack, nullable
 * @param throughput requests per second, nullable
 * @param coveredSeconds sum of the intervals used
 */
public record CpuDemandRow(
    String windowName,
    String host,
    String mode,
    Double msPerRequest,
    Double low,
    Double high,
    double percent,
    double busyCores,
    int cores,
    double requests,
    Double concurrency,
    Double throughput,
    double coveredSeconds) {

  /** Refuses nulls. */
  public CpuDemandRow {
    requireNonNull(host, "host");
    requireNonNull(mode, "mode");
  }
}
