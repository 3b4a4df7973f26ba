package io.tierlens.attribution.finding;

import java.util.List;

/** What a CPU does, as rules look at it. */
enum Mode {
  /** The programs' own work, at low priority too. */
  USER,
  /** The kernel. */
  SYSTEM,
  /** Idle while waiting for disks. */
  IOWAIT,
  /** Taken by the hypervisor. */
  STEAL;

  /** The modes of table cpu_demand that it sums. */
  List<String> labels() {
    return switch (this) {
      case USER -> List.of("user", "nice");
      case SYSTEM -> List.of("system");
      case IOWAIT -> List.of("iowait");
      case STEAL -> List.of("steal");
    };
  }
}
