package io.tierlens.pipeline.run;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;

/**
 * A machine of a run.
 *
 * @param tiers which tiers it serves: web, app, db
 * @param timeZone zone of its logs, a name of the tz database; null when not stated
 * @param cores CPUs; null when not stated
 * @param hypervisor host that it is a guest of; null for none
 * @param domain its name there; null when not stated
 */
public record HostDescription(
    String name,
    List<String> tiers,
    String timeZone,
    Integer cores,
    String hypervisor,
    String domain)
    implements Serializable {

  private static final long serialVersionUID = 1;

  public static final List<String> TIERS = List.of("web", "app", "db");

  public HostDescription {
    requireNonNull(name, "name is null");
    tiers = List.copyOf(tiers);
  }
}
