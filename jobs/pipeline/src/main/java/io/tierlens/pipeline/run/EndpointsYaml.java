package io.tierlens.pipeline.run;

import io.tierlens.formats.endpoint.EndpointRule;
import io.tierlens.formats.endpoint.EndpointRules;
import io.tierlens.pipeline.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the list {@code endpoints} of a run.yaml: the user's names for endpoints. */
final class EndpointsYaml {
  private static final List<String> KEYS = List.of("method", "path", "name");

  /** For spelling only: any other method is taken as it is, clients may have their own. */
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "REPORT");

  private EndpointsYaml() {}

  /** The rules as the option {@code endpoints}, a line each; null where there are none. */
  static String text(YamlMapping root, String key) {
    List<EndpointRule> rules = new ArrayList<>();
    for (YamlMapping entry : root.mappings(key, "endpoint", KEYS)) {
      String method = entry.text("method");
      requireSpelling(entry, method);
      try {
        EndpointRule rule = EndpointRule.of(method, entry.requiredText("path"), entry.text("name"));
        EndpointRules.requireRoom(rules, rule);
        rules.add(rule);
      } catch (IllegalArgumentException e) {
        throw entry.error("path", e.getMessage());
      }
    }
    return rules.isEmpty()
        ? null
        : rules.stream().map(EndpointRule::toString).collect(Collectors.joining("\n"));
  }

  private static void requireSpelling(YamlMapping entry, String method) {
    if (method == null || METHODS.contains(method)) {
      return;
    }
    Optional<String> near = Spelling.nearest(method, METHODS);
    if (near.isPresent()) {
      throw entry.error(
          "method", "unknown method \"" + method + "\"; did you mean " + near.get() + "?");
    }
  }
}
