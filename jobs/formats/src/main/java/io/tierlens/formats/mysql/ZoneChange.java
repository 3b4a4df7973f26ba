package io.tierlens.formats.mysql;

import java.util.TreeSet;
import org.joda.time.DateTimeZone;

/**
 * When a clock changed from one offset to another: summer time began or ended. Where all the zones
 * of the world that made such a change in the time in question made it at one instant, it is that.
 *
 * @param earliest microseconds since 1970
 * @param latest likewise
 */
record ZoneChange(long earliest, long latest) {

  /**
   * A change that was not seen itself.
   *
   * @param last the last instant seen with the offset before, microseconds since 1970
   * @param first the first instant seen with the offset behind, likewise
   * @param before microseconds ahead of UTC
   * @param behind likewise
   */
  static ZoneChange between(long last, long first, long before, long behind) {
    TreeSet<Long> changes = new TreeSet<>();
    for (String id : DateTimeZone.getAvailableIDs()) {
      DateTimeZone zone = DateTimeZone.forID(id);
      long change = zone.nextTransition(last / 1000);
      if (1000 * change <= first
          && 1000L * zone.getOffset(change - 1) == before
          && 1000L * zone.getOffset(change) == behind) {
        changes.add(1000 * change);
      }
    }
    return changes.isEmpty()
        ? new ZoneChange(last, first)
        : new ZoneChange(changes.first(), changes.last());
  }
}
