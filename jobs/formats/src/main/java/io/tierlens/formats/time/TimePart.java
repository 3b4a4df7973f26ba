package io.tierlens.formats.time;

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
  NOTHING
}
