package io.tierlens.attribution.record;

import static java.util.Objects.requireNonNull;

/**
 * One figure of sar over [{@code fromUs}, {@code toUs}), as table host_metric holds it.
 *
 * @param section first column name of its section, as printed
 * @param item device, interface or the like; null where the section has none
 * @param metric column name, as printed
 * @param value in the unit of its name; null when it was printed as not available
 */
public record MetricSample(
    String host, long fromUs, long toUs, String section, String item, String metric, Double value) {

  public MetricSample {
    requireNonNull(host, "host is null");
    requireNonNull(section, "section is null");
    requireNonNull(metric, "metric is null");
  }

  public long lengthUs() {
    return toUs - fromUs;
  }
}
