package io.tierlens.cli;

import io.tierlens.pipeline.Spelling;
import org.joda.time.DateTimeZone;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Time zones that users name. */
final class Zones {

  private Zones() {}

  /** The zone's name, or null for none; an unknown one is wrong usage. */
  static String require(CommandSpec spec, String zone) {
    if (zone != null) {
      try {
        DateTimeZone.forID(zone);
      } catch (IllegalArgumentException e) {
        throw new ParameterException(
            spec.commandLine(),
            "unknown time zone \""
                + zone
                + "\"; "
                + Spelling.nearest(zone, DateTimeZone.getAvailableIDs())
                    .map(near -> "did you mean " + near + "?")
                    .orElse("give a name of the tz database: America/New_York"),
            e);
      }
    }
    return zone;
  }
}
