package io.tierlens.attribution.clock;

/** How far the clocks of two machines may be apart. */
public final class Clocks {
  /** What an NTP-kept pair is within, and all that whole-second stamps could tell anyway. */
  private static final long BETWEEN_HOSTS_US = 1_000_000;

  private Clocks() {}

  public static long toleranceUs(String host, String otherHost) {
    return host.equals(otherHost) ? 0 : BETWEEN_HOSTS_US;
  }
}
