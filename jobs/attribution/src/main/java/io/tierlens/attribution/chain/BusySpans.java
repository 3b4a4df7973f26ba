package io.tierlens.attribution.chain;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** When processes have a connection already. */
final class BusySpans {
  private final Map<Integer, TreeMap<Long, Long>> spans = new HashMap<>();

  void add(int process, long from, long to) {
    spans.computeIfAbsent(process, p -> new TreeMap<>()).merge(from, to, Math::max);
  }

  boolean isBusy(int process, long instant) {
    TreeMap<Long, Long> own = spans.get(process);
    Map.Entry<Long, Long> before = own == null ? null : own.floorEntry(instant);
    return before != null && before.getValue() > instant;
  }
}
