package io.tierlens.pipeline.run;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One recording of one stack, as its {@code run.yaml} describes it.
 *
 * @param environment free text by which reports group; null when not stated
 * @param description free text; null when not stated
 * @param endpoints the user's names for endpoints, as {@code ReadOptions.ENDPOINTS} takes them;
 *     null when none are stated
 */
public record RunDescription(
    String run,
    String environment,
    String description,
    List<HostDescription> hosts,
    List<LogDescription> logs,
    String endpoints,
    List<WindowDescription> windows) {

  public RunDescription {
    requireNonNull(run, "run is null");
    hosts = List.copyOf(hosts);
    logs = List.copyOf(logs);
    windows = List.copyOf(windows);
  }

  public Optional<HostDescription> host(String name) {
    return hosts.stream().filter(host -> host.name().equals(name)).findFirst();
  }
}
