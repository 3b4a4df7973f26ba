package io.tierlens.formats.mysql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Learns the server's zone from entries that hold both a local stamp and an epoch second. */
final class ZoneEvidence {

  private static final long QUARTER_MICROS = 900_000_000L;

  /** No zone is further from UTC than 15 hours. */
  private static final int MOST_QUARTERS = 60;

  private static final long TOLERANCE_MICROS = 2_000_000;

  /** Too low: a file of many years is not understood. Too high: chance agreements are believed. */
  private static final int MOST_RUNS = 100;

  private final List<Run> runs = new ArrayList<>();
  private boolean tooManyRuns;

  /** Entries in a row with one offset. */
  private static final class Run {
    final long offset;
    final long first;
    long last;
    long entries;

    Run(long offset, long first) {
      this.offset = offset;
      this.first = first;
      last = first;
    }
  }

  /** Whether a local stamp and an instant fit, some offset and {@code slackMicros} apart. */
  static boolean agree(long localMicros, long instantMicros, long slackMicros) {
    long difference = localMicros - instantMicros;
    long quarters = Math.floorDiv(difference + QUARTER_MICROS / 2, QUARTER_MICROS);
    return Math.abs(quarters) <= MOST_QUARTERS
        && Math.abs(difference - quarters * QUARTER_MICROS) <= slackMicros;
  }

  /** Takes a local stamp and the instant that it is of, up to two seconds. */
  void add(long localMicros, long instantMicros) {
    if (!agree(localMicros, instantMicros, TOLERANCE_MICROS)) {
      return;
    }
    long difference = localMicros - instantMicros;
    long offset = Math.floorDiv(difference + QUARTER_MICROS / 2, QUARTER_MICROS) * QUARTER_MICROS;
    Run run = runs.isEmpty() ? null : runs.get(runs.size() - 1);
    if (run == null || run.offset != offset) {
      if (runs.size() == MOST_RUNS) {
        tooManyRuns = true;
        return;
      }
      run = new Run(offset, instantMicros);
      runs.add(run);
    }
    run.last = Math.max(run.last, instantMicros);
    run.entries++;
  }

  /** How many entries have told of the zone. */
  long entries() {
    return runs.stream().mapToLong(run -> run.entries).sum();
  }

  /** The offsets of the clock over the time of the file; empty if there is no evidence. */
  Optional<ClockOffsets> offsets() {
    List<Run> clear = clearRuns();
    List<ClockOffsets.Step> steps = new ArrayList<>();
    long from = Long.MIN_VALUE;
    for (int i = 0; i + 1 < clear.size(); i++) {
      Run run = clear.get(i);
      Run next = clear.get(i + 1);
      if (next.first < run.last) {
        // Time that steps back across a change of the clock is no one clock's.
        return Optional.empty();
      }
      ZoneChange change = ZoneChange.between(run.last, next.first, run.offset, next.offset);
      steps.add(new ClockOffsets.Step(run.offset, from, change.latest()));
      from = change.earliest();
    }
    if (!clear.isEmpty()) {
      long offset = clear.get(clear.size() - 1).offset;
      steps.add(new ClockOffsets.Step(offset, from, Long.MAX_VALUE));
    }
    return steps.isEmpty() || tooManyRuns ? Optional.empty() : Optional.of(new ClockOffsets(steps));
  }

  /** Without single entries that the ones around them agree against: a clock set by a session. */
  private List<Run> clearRuns() {
    List<Run> clear = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      Run before = clear.isEmpty() ? null : clear.get(clear.size() - 1);
      boolean stray =
          run.entries == 1
              && before != null
              && i + 1 < runs.size()
              && runs.get(i + 1).offset == before.offset;
      if (!stray && before != null && before.offset == run.offset) {
        before.last = Math.max(before.last, run.last);
      } else if (!stray) {
        Run copy = new Run(run.offset, run.first);
        copy.last = run.last;
        clear.add(copy);
      }
    }
    return clear;
  }

  /** The offsets seen and by how many entries, the most frequent first; empty if none was. */
  @Override
  public String toString() {
    Map<Long, Long> entries = new TreeMap<>();
    runs.forEach(run -> entries.merge(run.offset, run.entries, Long::sum));
    return entries.entrySet().stream()
        .sorted(Comparator.comparingLong(offset -> -offset.getValue()))
        .map(
            offset -> ClockOffsets.offset(offset.getKey()) + " (" + offset.getValue() + " entries)")
        .collect(Collectors.joining(", "));
  }
}
