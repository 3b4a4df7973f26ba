package io.tierlens.pipeline.export;

/**
 * CPU time of all CPUs of a machine over [intervalStart, intervalEnd), in percent: see table
 * cpu_sample.
 *
 * @param user at low priority included
 * @param iowait null where the log does not tell, as for steal
 */
public record CpuUse(
    String host,
    long intervalStart,
    long intervalEnd,
    double user,
    double system,
    Double iowait,
    Double steal) {}
