package io.tierlens.pipeline.run;

import static java.util.Objects.requireNonNull;

import io.tierlens.formats.LogFormat;
import io.tierlens.formats.LogFormats;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.UnknownFormat;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file of a run, with all that is needed to read it.
 *
 * @param uri where it is, for Hadoop's file systems
 * @param name as named in the run folder
 * @param size in bytes as stored
 * @param kind of log, {@code unknown} if none fits
 * @param host that it comes from; null for a file of no known kind
 * @param options see {@link ReadOptions}
 * @param evidence why it is taken for that kind, one sentence each; empty where run.yaml states it
 */
public record InputFile(
    String uri,
    String name,
    long size,
    String kind,
    String host,
    Map<String, String> options,
    List<String> evidence)
    implements Serializable {

  private static final long serialVersionUID = 1;

  public InputFile {
    requireNonNull(uri, "uri is null");
    requireNonNull(name, "name is null");
    requireNonNull(kind, "kind is null");
    options = Collections.unmodifiableMap(new TreeMap<>(options));
    evidence = List.copyOf(evidence);
  }

  public LogFormat format() {
    return LogFormats.ofKind(kind).orElseGet(UnknownFormat::new);
  }

  public ReadOptions readOptions() {
    return ReadOptions.of(options);
  }

  /** The same file, to be read with what a survey of it has told; stated options stay. */
  public InputFile learned(Map<String, String> learned) {
    Map<String, String> more = new TreeMap<>(learned);
    more.putAll(options);
    return new InputFile(uri, name, size, kind, host, more, evidence);
  }
}
