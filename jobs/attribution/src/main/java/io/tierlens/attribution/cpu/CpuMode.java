package io.tierlens.attribution.cpu;

import io.tierlens.attribution.record.CpuSample;

/** What a CPU does. */
enum CpuMode {
  USER("user"),
  NICE("nice"),
  SYSTEM("system"),
  IOWAIT("iowait"),
  STEAL("steal"),
  IDLE("idle");

  private final String label;

  CpuMode(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** Null where the log has no such column. */
  Double percent(CpuSample sample) {
    return switch (this) {
      case USER -> Double.valueOf(sample.user());
      case NICE -> Double.valueOf(sample.nice());
      case SYSTEM -> Double.valueOf(sample.system());
      case IOWAIT -> sample.iowait();
      case STEAL -> sample.steal();
      case IDLE -> Double.valueOf(sample.idle());
    };
  }
}
