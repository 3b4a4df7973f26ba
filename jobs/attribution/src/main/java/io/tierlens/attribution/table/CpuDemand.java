package io.tierlens.attribution.table;

/**
 * CPU time by mode, per request that reaches the application: a row of table cpu_demand.
 *
 * @param windowName null for the whole run
 * @param quietPercent mean of the mode while no request was in the stack; null where no sample is
 *     of such a time
 * @param quietSeconds length of those samples, likewise
 */
public record CpuDemand(
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
    double coveredSeconds,
    Double quietPercent,
    Double quietSeconds) {

  /** A row of a host of which no quiet time is known. */
  public CpuDemand(
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
    this(
        windowName,
        host,
        mode,
        msPerRequest,
        low,
        high,
        percent,
        busyCores,
        cores,
        requests,
        concurrency,
        throughput,
        coveredSeconds,
        null,
        null);
  }
}
