package io.tierlens.cli;

import io.tierlens.cli.queries.ZonedDigest.ZoneSource;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** The zone that a user's times are read in, and who says so. */
record ChosenZone(String name, ZoneSource source) {

  private static final String DEFAULT = "UTC";

  /**
   * The user's zone, else the run's, else UTC.
   *
   * @param stated null for none
   */
  static ChosenZone of(String stated, Optional<String> ofRun) {
    if (stated != null) {
      return new ChosenZone(stated, ZoneSource.OPTION);
    }
    return ofRun
        .filter(ChosenZone::known)
        .map(zone -> new ChosenZone(zone, ZoneSource.RUN))
        .orElseGet(() -> new ChosenZone(DEFAULT, ZoneSource.DEFAULT));
  }

  ZoneId zoneId() {
    return ZoneId.of(name, ZoneId.SHORT_IDS);
  }

  private static boolean known(String zone) {
    try {
      ZoneId.of(zone, ZoneId.SHORT_IDS);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
