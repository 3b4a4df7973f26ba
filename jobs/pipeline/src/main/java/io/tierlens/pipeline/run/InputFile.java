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
import java.util.Optional;
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
 * @param namedHosts hosts of the run, where nobody states whose log it is: a record goes to the one
 *     that the log names as its machine, see {@link #hostOf}
 * @param evidence why it is taken for that kind, one sentence each; empty where run.yaml states it
 */
public record InputFile(
    String uri,
    String name,
    long size,
    String kind,
    String host,
    Map<String, String> options,
    List<String> namedHosts,
    List<String> evidence)
    implements Serializable {

  private static final long serialVersionUID = 1;

  public InputFile {
    requireNonNull(uri, "uri is null");
    requireNonNull(name, "name is null");
    requireNonNull(kind, "kind is null");
    options = Collections.unmodifiableMap(new TreeMap<>(options));
    namedHosts = List.copyOf(namedHosts);
    evidence = List.copyOf(evidence);
  }

  /** A file all of whose records come from one host. */
  public InputFile(
      String uri,
      String name,
      long size,
      String kind,
      String host,
      Map<String, String> options,
      List<String> evidence) {
    this(uri, name, size, kind, host, options, List.of(), evidence);
  }

  /**
   * The host that a record comes from.
   *
   * @param machine as the log names it, with its domain or without
   */
  public String hostOf(String machine) {
    return named(machine).orElse(host);
  }

  /** Whether one of the named hosts is this machine. */
  public boolean isNamed(String machine) {
    return named(machine).isPresent();
  }

  private Optional<String> named(String machine) {
    return namedHosts.stream()
        .filter(named -> named.equalsIgnoreCase(machine))
        .findFirst()
        .or(() -> namedHosts.stream().filter(named -> isSameShort(named, machine)).findFirst());
  }

  private static boolean isSameShort(String one, String other) {
    return one.split("\\.", 2)[0].equalsIgnoreCase(other.split("\\.", 2)[0]);
  }

  /** The same file, of a run with these hosts, none of which is stated as the log's. */
  InputFile ofAnyOf(List<String> hosts) {
    return new InputFile(uri, name, size, kind, host, options, hosts, evidence);
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
    return new InputFile(uri, name, size, kind, host, more, namedHosts, evidence);
  }
}
