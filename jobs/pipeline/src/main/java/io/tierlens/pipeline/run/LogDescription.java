package io.tierlens.pipeline.run;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;

/**
 * An entry of {@code logs}: one file or, by a glob, several.
 *
 * @param kind of log; null to recognise it by its text
 * @param host that the log comes from; null where the run has one host only
 * @param path relative to the run folder; may be a glob
 * @param options see {@code ReadOptions}
 * @param line of the entry in run.yaml, for messages
 */
public record LogDescription(
    String kind, String host, String path, Map<String, String> options, int line) {
  public LogDescription {
    requireNonNull(path, "path is null");
    options = Map.copyOf(new TreeMap<>(options));
  }
}
