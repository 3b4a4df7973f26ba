package io.tierlens.formats.time;

import java.util.Set;

/** What a piece of a printed time tells. */
public enum TimePart {
  /** Microseconds since 1970-01-01T00:00:00Z. */
  EPOCH_MICROSECOND,
  /** Milliseconds since then. */
  EPOCH_MILLISECOND,
  /** Seconds since then. */
  EPOCH_SECOND,
  YEAR,
  /** Two digits: 69 to 99 are of the last century, as C has it. */
  SHORT_YEAR,
  MONTH,
  DAY,
  HOUR,
  /** From 1 to 12; {@link #HALF_DAY} is needed beside it. */
  HOUR_OF_HALF_DAY,
  /** 0 for AM, 1 for PM. */
  HALF_DAY,
  MINUTE,
  SECOND,
  /** Seconds east of UTC. */
  OFFSET,
  /** Of the second, in microseconds. */
  MILLISECOND_FRACTION,
  /** Of the second. */
  MICROSECOND_FRACTION,
  /** Weekdays, names of zones and what else adds nothing. */
  NOTHING;

  /** Whether these tell an instant: an epoch, or a date with a time of day to the minute. */
  public static boolean tellInstant(Set<TimePart> parts) {
    boolean epoch =
        parts.contains(EPOCH_SECOND)
            || parts.contains(EPOCH_MILLISECOND)
            || parts.contains(EPOCH_MICROSECOND);
    boolean year = parts.contains(YEAR) || parts.contains(SHORT_YEAR);
    boolean hour =
        parts.contains(HOUR) || (parts.contains(HOUR_OF_HALF_DAY) && parts.contains(HALF_DAY));
    return epoch || (year && hour && parts.containsAll(Set.of(MONTH, DAY, MINUTE)));
  }
}
