package io.tierlens.formats.mysql;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Learns the server's zone from entries that hold both a local stamp and an epoch second. */
final class ZoneEvidence {

  private static final long QUARTER_MICROS = 900_000_000L;

  /** No zone is further from UTC than 15 hours. */
  private static final int MOST_QUARTERS = 60;

  private static final long TOLERANCE_MICROS = 2_000_000;

  private final long[] entriesByQuarter = new long[2 * MOST_QUARTERS + 1];

  /** Whether a local stamp and an instant fit, some offset and {@code slackMicros} apart. */
  static boolean agree(long localMicros, long instantMicros, long slackMicros) {
    long difference = localMicros - instantMicros;
    long quarters = Math.floorDiv(difference + QUARTER_MICROS / 2, QUARTER_MICROS);
    return Math.abs(quarters) <= MOST_QUARTERS
        && Math.abs(difference - quarters * QUARTER_MICROS) <= slackMicros;
  }

  void add(long localMicros, long instantMicros) {
    if (agree(localMicros, instantMicros, TOLERANCE_MICROS)) {
      long difference = localMicros - instantMicros;
      long quarters = Math.floorDiv(difference + QUARTER_MICROS / 2, QUARTER_MICROS);
      entriesByQuarter[(int) quarters + MOST_QUARTERS]++;
    }
  }

  /** The offsets seen and by how many entries, the most frequent first; empty if none was. */
  @Override
  public String toString() {
    return IntStream.range(0, entriesByQuarter.length)
        .filter(i -> entriesByQuarter[i] > 0)
        .boxed()
        .sorted(Comparator.comparingLong((Integer i) -> -entriesByQuarter[i]))
        .map(i -> offset(i - MOST_QUARTERS) + " (" + entriesByQuarter[i] + " entries)")
        .collect(Collectors.joining(", "));
  }

  private static String offset(int quarters) {
    int minutes = Math.abs(quarters) * 15;
    return "%s%02d:%02d".formatted(quarters < 0 ? "-" : "+", minutes / 60, minutes % 60);
  }
}
