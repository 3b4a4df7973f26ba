package io.tierlens.pipeline.run;

import io.tierlens.pipeline.Spelling;
import java.util.Optional;
import org.joda.time.DateTimeZone;

/** Names of time zones, as people write them. */
public final class TimeZones {

  private TimeZones() {}

  /** What is wrong with a zone, and what may have been meant; empty if nothing is. */
  public static Optional<String> problem(String zone) {
    try {
      DateTimeZone.forID(zone);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      String hint =
          Spelling.nearest(zone, DateTimeZone.getAvailableIDs())
              .map(near -> "did you mean " + near + "?")
              .orElse("give a name of the tz database: America/New_York");
      return Optional.of("unknown time zone \"" + zone + "\"; " + hint);
    }
  }
}
