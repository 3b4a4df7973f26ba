package io.tierlens.cli.report.words;

import java.util.Map;

/** What the rules of the findings are called in a report. */
public final class CauseNames {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("trap-and-emulate", "trapped and emulated kernel work (shadow paging)"),
          Map.entry("paravirtual-cost", "dearer CPU time of a paravirtual or contended guest"),
          Map.entry("cpu-contention", "CPU time taken by other domains"),
          Map.entry("io-emulation", "emulated input and output"),
          Map.entry("memory-pressure", "too little memory"),
          Map.entry("surplus-vcpus", "ticks and spinning of surplus virtual CPUs"),
          Map.entry("clock-problem", "clocks that go wrong"),
          Map.entry("cpu-speed", "a slower CPU or other software"),
          Map.entry("load-not-machine", "the load instead of the machine"),
          Map.entry("database-change", "statements that became slower"),
          Map.entry("page-mix", "another mix of pages"));

  private CauseNames() {}

  /** The cause in words; a rule without a name of its own is its own name. */
  public static String of(String rule) {
    return NAMES.getOrDefault(rule, rule);
  }

  /** Whether the rule has a name. */
  static boolean has(String rule) {
    return NAMES.containsKey(rule);
  }
}
