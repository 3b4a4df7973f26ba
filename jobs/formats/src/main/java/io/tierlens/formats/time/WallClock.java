package io.tierlens.formats.time;

import static java.util.Objects.requireNonNull;

import org.joda.time.DateTimeZone;

/**
 * Tells the instant of a wall-clock time in one zone. Wall-clock times are seconds since 1970-01-01
 * 00:00:00 as the clock shows them; instants are seconds since 1970-01-01T00:00:00Z.
 *
 * <p>When clocks are put back, an hour is shown twice: the caller's {@code notBefore} tells the
 * second pass from the first. When clocks are put forward, an hour is not shown at all; a time in
 * it is taken as if the clock had not been moved, which is one hour later on the moved clock.
 */
public final class WallClock {
  private static final long DAY = 86_400;
  private static final long FOREVER = Long.MAX_VALUE / 4;

  private final DateTimeZone zone;

  /** Wall-clock times in [safeFrom, safeTo) are a day and more away from any change of offset. */
  private long safeFrom = 1;

  private long safeTo;
  private long safeOffset;

  public WallClock(DateTimeZone zone) {
    this.zone = requireNonNull(zone, "zone is null");
  }

  public DateTimeZone zone() {
    return zone;
  }

  /**
   * The earliest instant, not before {@code notBefore}, at which the clock shows this time; if all
   * are before it, the latest of them.
   */
  public long instant(long wallClock, long notBefore) {
    if (wallClock >= safeFrom && wallClock < safeTo) {
      return wallClock - safeOffset;
    }
    long before = offset(wallClock - DAY);
    long after = offset(wallClock + DAY);
    if (before == after) {
      remember(wallClock - before, before);
      return wallClock - before;
    }
    long first = wallClock - Math.max(before, after);
    long second = wallClock - Math.min(before, after);
    boolean firstShows = wallClock - first == offset(first);
    boolean secondShows = wallClock - second == offset(second);
    if (firstShows && secondShows) {
      return first >= notBefore ? first : second;
    }
    if (firstShows || secondShows) {
      return firstShows ? first : second;
    }
    return wallClock - before;
  }

  private long offset(long instant) {
    return Math.floorDiv(zone.getOffset(Math.multiplyExact(instant, 1000L)), 1000);
  }

  private void remember(long instant, long offset) {
    long millis = instant * 1000;
    long previous = zone.previousTransition(millis);
    long next = zone.nextTransition(millis);
    long begin = previous == millis ? -FOREVER : Math.floorDiv(previous, 1000L) + 1;
    long end = next == millis ? FOREVER : Math.floorDiv(next, 1000L);
    safeFrom = begin + offset + DAY;
    safeTo = end + offset - DAY;
    safeOffset = offset;
  }
}
