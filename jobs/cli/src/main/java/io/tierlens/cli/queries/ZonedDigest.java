package io.tierlens.cli.queries;

import static java.util.Objects.requireNonNull;

import io.tierlens.pipeline.queries.QueryDigest;

/**
 * A digest, and the zone that its reader thinks in: bounds without a zone were read in it, and text
 * shows times in it.
 *
 * @param timeZone a name of the tz database or an offset
 * @param timeZoneSource who says so
 */
public record ZonedDigest(String timeZone, ZoneSource timeZoneSource, QueryDigest digest) {

  /** Where a zone comes from. */
  public enum ZoneSource {
    /** The user. */
    OPTION,
    /** The run's slow logs were read in it. */
    RUN,
    /** Nobody names one. */
    DEFAULT
  }

  /** Checks that nothing is missing. */
  public ZonedDigest {
    requireNonNull(timeZone, "timeZone");
    requireNonNull(timeZoneSource, "timeZoneSource");
    requireNonNull(digest, "digest");
  }
}
