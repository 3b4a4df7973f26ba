package io.tierlens.pipeline.course;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Chooses the width of bins that people can name. */
public final class BinWidth {

  /** A drawing of a page's width has a place of some pixels for so many. */
  public static final int MOST_BINS = 120;

  private static final List<Duration> ROUND =
      Stream.of(
              Stream.of(1, 2, 5, 10, 15, 30).map(Duration::ofSeconds),
              Stream.of(1, 2, 5, 10, 15, 30).map(Duration::ofMinutes),
              Stream.of(1, 2, 3, 6, 12).map(Duration::ofHours),
              Stream.of(1, 2, 7, 14, 28).map(Duration::ofDays))
          .flatMap(widths -> widths)
          .toList();

  private BinWidth() {}

  /**
   * The smallest round width with which a span has at most {@link #MOST_BINS} bins; beyond some
   * years, the least number of whole days.
   *
   * @param spanUs length of the longest of the runs, microseconds
   * @return microseconds
   */
  public static long of(long spanUs) {
    long least = ceilDiv(Math.max(spanUs, 1), MOST_BINS);
    long day = micros(Duration.ofDays(1));
    return ROUND.stream()
        .map(BinWidth::micros)
        .filter(width -> width >= least)
        .findFirst()
        .orElse(ceilDiv(least, day) * day);
  }

  private static long ceilDiv(long value, long by) {
    return -Math.floorDiv(-value, by);
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1000;
  }
}
