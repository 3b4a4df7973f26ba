package io.tierlens.attribution.finding;

/** What a sign was read from. */
enum Measure {
  SYSTEM_GROWTH("system time per request", Unit.MILLISECONDS, Unit.TIMES),
  USER_GROWTH("user time per request", Unit.MILLISECONDS, Unit.TIMES),
  BUSY_GROWTH("user and system time per request", Unit.MILLISECONDS, Unit.TIMES),
  GROWTH_OF_SYSTEM_TO_USER(
      "growth of system time over growth of user time", Unit.TIMES, Unit.TIMES),
  SHARE_OF_SYSTEM(
      "added system time, of the added time of a request", Unit.MILLISECONDS, Unit.PERCENT),
  SHARE_OF_BUSY(
      "added user and system time, of the added time of a request",
      Unit.MILLISECONDS,
      Unit.PERCENT),
  EVENTS_GROWTH("forks, context switches and page faults per request", Unit.COUNT, Unit.TIMES),
  IOWAIT("iowait", Unit.PERCENT, Unit.PERCENT),
  IOWAIT_ADDED("iowait beyond that of the baseline", Unit.PERCENT, Unit.PERCENT),
  IOWAIT_SHARE("added iowait, of the added time of a request", Unit.MILLISECONDS, Unit.PERCENT),
  STEAL("steal", Unit.PERCENT, Unit.PERCENT),
  STEAL_ADDED("steal beyond that of the baseline", Unit.PERCENT, Unit.PERCENT),
  READY("virtual CPUs that wait for a CPU", Unit.PERCENT, Unit.PERCENT),
  GUEST_TO_HOST("CPU that the guest saw busy, over what it was charged", Unit.TIMES, Unit.TIMES),
  HOST_USE("CPU charged to all domains, of the machine's", Unit.PERCENT, Unit.PERCENT),
  OVERCOMMIT("CPUs of the guest over those of the machine", Unit.COUNT, Unit.TIMES),
  BUSY_TO_CONCURRENCY("busy CPUs over requests in the stack", Unit.COUNT, Unit.TIMES),
  CPUS_PER_REQUEST("CPUs of the guest over requests in the stack", Unit.COUNT, Unit.TIMES),
  QUIET_SYSTEM("system time while no request was active", Unit.PERCENT, Unit.PERCENT),
  SYSTEM_WITH_CPUS(
      "system time per request, with more virtual CPUs at like load",
      Unit.MILLISECONDS,
      Unit.TIMES),
  DRIVER_DOMAIN_ADDED("CPU charged to dom0 beyond that of the baseline", Unit.CPUS, Unit.CPUS),
  SWAP("pages swapped in and out", Unit.PER_SECOND, Unit.PER_SECOND),
  MAJOR_FAULTS("page faults that read from disk", Unit.PER_SECOND, Unit.PER_SECOND),
  APP_TO_REQUEST("application's time over the whole request", Unit.MICROSECONDS, Unit.TIMES),
  DB_TO_APP("database's time over the application's", Unit.MICROSECONDS, Unit.TIMES),
  EVENTS_WITHOUT_REQUEST("application events that fit no request", Unit.COUNT, Unit.PERCENT),
  CONCURRENCY_GROWTH("requests in the stack", Unit.COUNT, Unit.TIMES),
  EQUAL_LOAD_SHARE(
      "slow-down of requests that found as many others in the stack, of the added time",
      Unit.MICROSECONDS,
      Unit.PERCENT),
  LOAD_SHARE(
      "what the load adds, as a queueing model tells, of the added time",
      Unit.MICROSECONDS,
      Unit.PERCENT),
  THROUGHPUT_GROWTH("requests a second", Unit.PER_SECOND, Unit.TIMES),
  DB_SHARE(
      "time added in the database server, of the added time of a request",
      Unit.MICROSECONDS,
      Unit.PERCENT),
  STATEMENT_SHARE(
      "time added by the statements that grew most, of that of all statements",
      Unit.COUNT,
      Unit.PERCENT),
  MIX_SHARE(
      "change of which pages are asked for, of the added time of a request",
      Unit.MICROSECONDS,
      Unit.PERCENT),
  ENDPOINTS_SLOWER("endpoints that are slower", Unit.COUNT, Unit.PERCENT);

  private final String words;
  private final Unit rawUnit;
  private final Unit unit;

  Measure(String words, Unit rawUnit, Unit unit) {
    this.words = words;
    this.rawUnit = rawUnit;
    this.unit = unit;
  }

  String words() {
    return words;
  }

  /** Whether the tested figure is one of the run's figures over another, not a run over another. */
  boolean withinRun() {
    return switch (this) {
      case GROWTH_OF_SYSTEM_TO_USER,
          BUSY_TO_CONCURRENCY,
          CPUS_PER_REQUEST,
          OVERCOMMIT,
          APP_TO_REQUEST,
          DB_TO_APP ->
          true;
      default -> false;
    };
  }

  /** Of the figures that the tested one was made of. */
  Unit rawUnit() {
    return rawUnit;
  }

  /** Of the figure that is tested, and of its thresholds. */
  Unit unit() {
    return unit;
  }
}
