package io.tierlens.attribution.table;

/**
 * CPU time by mode, per request that reaches the application: a row of table cpu_demand.
 *
 * @param windowName null for the whole run
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
    double coveredSeconds) {}
