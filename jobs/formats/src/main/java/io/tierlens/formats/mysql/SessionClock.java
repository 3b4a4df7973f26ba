package io.tierlens.formats.mysql;

/**
 * Finds entries whose clock was set by the session ({@code SET SESSION timestamp}): on some servers
 * all stamps of that thread then tell another year. One thread alone goes far back; when a second
 * one follows, the log itself has.
 */
final class SessionClock {

  /** Too low: a clock set back, or two files in one. Too high: old dates are believed. */
  private static final long FAR_MICROS = 24 * 3_600_000_000L;

  private long latest = Long.MIN_VALUE;
  private long suspect = Header.ABSENT;

  /** Before the first entry. */
  SessionClock() {}

  /** As after earlier entries. */
  SessionClock(long latest, long suspect) {
    this.latest = latest;
    this.suspect = suspect;
  }

  void set(SessionClock other) {
    latest = other.latest;
    suspect = other.suspect;
  }

  /**
   * Whether to believe an entry's clock.
   *
   * @param end when the statement may have ended, whatever its stamp means
   */
  boolean believes(long end, long thread) {
    if (latest == Long.MIN_VALUE || end >= latest - FAR_MICROS) {
      latest = Math.max(latest, end);
      return true;
    }
    if (thread == Header.ABSENT || (suspect != Header.ABSENT && suspect != thread)) {
      latest = end;
      suspect = Header.ABSENT;
      return true;
    }
    suspect = thread;
    return false;
  }

  /** The latest time that was believed, microseconds since 1970; the least long before any. */
  long latest() {
    return latest;
  }

  /** The thread whose clock is not believed, or ABSENT. */
  long suspect() {
    return suspect;
  }
}
