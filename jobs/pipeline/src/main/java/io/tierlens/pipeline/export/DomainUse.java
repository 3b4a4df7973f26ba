package io.tierlens.pipeline.export;

/**
 * CPU time of a virtual machine over [intervalStart, intervalEnd) as its host saw it, in percent of
 * one CPU: see table domain_sample.
 */
public record DomainUse(
    String host,
    String domain,
    long intervalStart,
    long intervalEnd,
    Double cpuPercent,
    Double readyPercent) {}
