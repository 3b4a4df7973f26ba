package io.tierlens.attribution.finding;

/** What a figure counts. */
enum Unit {
  /** One figure over another. */
  TIMES,
  PERCENT,
  /** CPU time. */
  MILLISECONDS,
  /** Residence time. */
  MICROSECONDS,
  /** CPUs. */
  CPUS,
  PER_SECOND,
  /** Requests, endpoints and the like; a mean need not be whole. */
  COUNT
}
