package io.tierlens.attribution.finding;

import static java.util.Objects.requireNonNull;

/**
 * How often a machine did something, on average over a window.
 *
 * @param windowName null for the whole run
 * @param perSecond mean over the samples, by their length
 * @param seconds length of the samples
 */
public record HostActivity(
    String windowName, String host, Activity kind, double perSecond, double seconds) {

  public HostActivity {
    requireNonNull(host, "host is null");
    requireNonNull(kind, "kind is null");
  }
}
