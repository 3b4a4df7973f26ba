package io.tierlens.attribution.finding;

import io.tierlens.attribution.record.MetricSample;
import io.tierlens.attribution.record.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Means of what machines did, from the rows of table host_metric. */
public final class HostActivities {
  /** As for the CPU: with a smaller part inside, what happens outside weighs too much. */
  private static final double MOSTLY = 0.8;

  private HostActivities() {}

  /** Names of the metrics that are looked at: samples of others may be left out. */
  public static List<String> metrics() {
    return Arrays.stream(Activity.values()).map(Activity::metric).distinct().sorted().toList();
  }

  /**
   * Means over the samples that lie in a window but for a small part. Samples in any order; a
   * recording given twice, as text and as data, counts once. What no sample tells has no row.
   *
   * @param run the time of the whole run, whose rows have no window's name
   */
  public static List<HostActivity> of(
      List<MetricSample> samples, Window run, List<Window> windows) {
    Map<String, Map<Activity, List<MetricSample>>> byHost = new TreeMap<>();
    for (MetricSample sample : samples) {
      Activity kind = Activity.of(sample);
      if (kind != null && sample.value() != null && sample.lengthUs() > 0) {
        byHost
            .computeIfAbsent(sample.host(), host -> new EnumMap<>(Activity.class))
            .computeIfAbsent(kind, any -> new ArrayList<>())
            .add(sample);
      }
    }
    List<HostActivity> rows = new ArrayList<>();
    byHost.forEach(
        (host, kinds) ->
            kinds.forEach(
                (kind, ofKind) -> {
                  List<MetricSample> once = withoutOverlap(ofKind);
                  add(rows, null, run, host, kind, once);
                  windows.forEach(window -> add(rows, window.name(), window, host, kind, once));
                }));
    return rows;
  }

  private static List<MetricSample> withoutOverlap(List<MetricSample> samples) {
    samples.sort(
        Comparator.comparingLong(MetricSample::fromUs)
            .thenComparingLong(MetricSample::toUs)
            .thenComparingDouble(MetricSample::value));
    List<MetricSample> once = new ArrayList<>();
    for (MetricSample sample : samples) {
      if (once.isEmpty() || sample.fromUs() >= once.get(once.size() - 1).toUs()) {
        once.add(sample);
      }
    }
    return once;
  }

  private static void add(
      List<HostActivity> rows,
      String name,
      Window window,
      String host,
      Activity kind,
      List<MetricSample> samples) {
    double sum = 0;
    double length = 0;
    for (MetricSample sample : samples) {
      long inside =
          Math.min(window.endUs(), sample.toUs()) - Math.max(window.startUs(), sample.fromUs());
      if (inside > 0 && inside >= MOSTLY * sample.lengthUs()) {
        sum += sample.value() * sample.lengthUs();
        length += sample.lengthUs();
      }
    }
    if (length > 0) {
      rows.add(new HostActivity(name, host, kind, sum / length, length / 1e6));
    }
  }
}
