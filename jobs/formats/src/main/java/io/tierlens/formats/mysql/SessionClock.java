package io.tierlens.formats.mysql;

/**
 * Finds entries whose clock was set by the session ({@code SET SESSION timestamp}): on some servers
 * all stamps of that thread then tell another year. One thread alone goes far back; when a second
 * one follows, the log itself has.
 */
final class SessionClock {

  /** Too low: a clock set back, or two files in one. Too high: old dates are believed. */
  private static final long FAR_MICROS = 24 * 3_600_000_000L;

  private boolean any;
  private long latest;
  private long suspect = Header.ABSENT;

  /**
   * Whether to believe an entry's clock.
   *
   * @param end when the statement may have ended, whatever its stamp means
   */
  boolean believes(long end, long thread) {
    if (!any || end >= latest - FAR_MICROS) {
      any = true;
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
}
