package io.tierlens.attribution.finding;

/** What a run may not have measured, and how it is measured. */
enum Measurement {
  CPU_MODES("CPU time by mode over enough requests (sar -u, at intervals of 10 s or less)"),
  IOWAIT("iowait (sar -u of sysstat 4.1.1 or later)"),
  STEAL(
      "steal (sar -u of sysstat 6.1.1 or later, in a guest that is told of it: always 0.00 is none)"),
  KERNEL_EVENTS("process starts, context switches and page faults, in both runs (sar -w -B)"),
  SWAPPING("swapping (sar -W)"),
  DOMAINS("CPU charged to every domain, dom0 too (xentop -b -f, or esxtop)"),
  QUIET_TIME("CPU time while nobody asks (let sar run for 30 s before and after the load)"),
  CONCURRENCY("requests in the stack (durations in the access log, over enough requests)"),
  ALL_QUERIES("all statements (long_query_time = 0, in both runs)"),
  ENDPOINTS("enough requests of three pages or more, in both runs"),
  APPLICATION_LOG("times of the application (bench.log, or app-timing)");

  private final String words;

  Measurement(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
