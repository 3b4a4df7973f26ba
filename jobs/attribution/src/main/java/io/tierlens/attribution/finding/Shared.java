package io.tierlens.attribution.finding;

/** Thresholds that several rules share; docs/findings/README.md lists them. */
final class Shared {
  /** A slow-down of less, of the baseline's mean request, is not worth an explanation. */
  static final double SLOWER_PERCENT = 10;

  /**
   * Causes are excluded where one is named, or where the slow-down is surely more than this: that
   * chance made runs differ must not read as a list of innocent causes.
   */
  static final double SURELY_SLOWER_PERCENT = 5;

  /** With this little iowait, waiting for disks explains nothing. */
  static final double IOWAIT_NEAR_NOTHING_PERCENT = 1;

  /** From here on, waiting for disks is a cause to look at. */
  static final double IOWAIT_HIGH_PERCENT = 5;

  /** A guest that is robbed of so much runs slower because of it. */
  static final double STEAL_HIGH_PERCENT = 5;

  /** A guest that counts so much more than it was charged for waited while it seemed busy. */
  static final double GUEST_ABOVE_CHARGED = 1.1;

  /** An endpoint whose mean grew by this is slower. */
  static final double ENDPOINT_SLOWER = 1.1;

  /** Endpoints with fewer requests tell nothing by their mean. */
  static final double ENDPOINT_REQUESTS = 10;

  /** The machine is behind it when so many of the endpoints are slower. */
  static final double ENDPOINTS_MOST_PERCENT = 80;

  /** With fewer of them slower, something that only they do is behind it. */
  static final double ENDPOINTS_FEW_PERCENT = 50;

  static final Band NO_IOWAIT =
      Band.upTo(IOWAIT_NEAR_NOTHING_PERCENT).againstAbove(IOWAIT_HIGH_PERCENT);
  static final Band MORE_IOWAIT =
      Band.from(IOWAIT_HIGH_PERCENT).againstBelow(IOWAIT_NEAR_NOTHING_PERCENT);
  static final Band ALL_ENDPOINTS =
      Band.from(ENDPOINTS_MOST_PERCENT).againstBelow(ENDPOINTS_FEW_PERCENT);

  private Shared() {}
}
