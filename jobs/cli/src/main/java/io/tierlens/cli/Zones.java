package io.tierlens.cli;

import io.tierlens.pipeline.run.TimeZones;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Time zones that users name. */
final class Zones {

  private Zones() {}

  /** The zone's name, or null for none; an unknown one is wrong usage. */
  static String require(CommandSpec spec, String zone) {
    if (zone != null) {
      TimeZones.problem(zone)
          .ifPresent(
              problem -> {
                throw new ParameterException(spec.commandLine(), problem);
              });
    }
    return zone;
  }
}
