package io.tierlens.attribution.finding;

import io.tierlens.attribution.record.MetricSample;

/** What a machine's kernel or disks did, as often a second. */
public enum Activity {
  /** Switches from one process to another. */
  CONTEXT_SWITCHES(null, null, "cswch/s"),
  /** Processes started. */
  FORKS(null, null, "proc/s"),
  /** Interrupts of all kinds; ticks of the clock are among them. */
  INTERRUPTS("INTR", "sum", "intr/s"),
  /** Page faults, with and without reading from disk. */
  PAGE_FAULTS(null, null, "fault/s"),
  /** Page faults that had to read from disk. */
  MAJOR_FAULTS(null, null, "majflt/s"),
  /** KiB read from disks; blocks of the same size in old versions. */
  PAGES_IN(null, null, "pgpgin/s"),
  /** KiB written to disks, likewise. */
  PAGES_OUT(null, null, "pgpgout/s"),
  /** Pages brought back from swap. */
  SWAP_IN(null, null, "pswpin/s"),
  /** Pages swapped out. */
  SWAP_OUT(null, null, "pswpout/s"),
  /** Transfers of all disks together; a single device's figures have an item. */
  DISK_TRANSFERS("tps", null, "tps");

  private final String section;
  private final String item;
  private final String metric;

  Activity(String section, String item, String metric) {
    this.section = section;
    this.item = item;
    this.metric = metric;
  }

  /** Name of its column in sar. */
  String metric() {
    return metric;
  }

  /**
   * Which activity a figure of sar tells; null for all others. Sections were cut differently over
   * the years (proc/s alone, then with cswch/s), so columns tell, and figures of single devices and
   * processes do not count.
   */
  static Activity of(MetricSample sample) {
    for (Activity activity : values()) {
      if (activity.metric.equals(sample.metric())
          && (activity.section == null || activity.section.equals(sample.section()))
          && (activity.item == null
              ? sample.item() == null
              : activity.item.equals(sample.item()))) {
        return activity;
      }
    }
    return null;
  }
}
