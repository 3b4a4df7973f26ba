package io.tierlens.pipeline.run;

import io.tierlens.formats.Guess;
import io.tierlens.formats.Head;
import io.tierlens.formats.LogFormats;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.UnknownFormat;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;

/** Makes input files of found files; what nobody states is guessed, and every guess is noted. */
final class FileRecognition {
  private static final String ENDPOINT = "endpoint";

  private final Configuration configuration;
  private final String defaultZone;
  private final String endpoints;
  private final List<String> notes;

  /**
   * For the files of one run.
   *
   * @param defaultZone zone of logs for which none is stated; null for UTC
   * @param endpoints rules for the endpoints of its requests, see {@link ReadOptions#ENDPOINTS};
   *     null for none
   * @param notes is given a sentence for each guess
   */
  FileRecognition(
      Configuration configuration, String defaultZone, String endpoints, List<String> notes) {
    this.configuration = configuration;
    this.defaultZone = defaultZone;
    this.endpoints = endpoints;
    this.notes = notes;
  }

  /**
   * A file of a stated kind, or of the kind that its beginning tells.
   *
   * @param name as named in the run folder
   * @param kind stated, or null
   * @param hostZone zone of the host, or null
   * @param stated options that are stated
   */
  InputFile input(
      FileStatus found,
      String name,
      String kind,
      String host,
      String hostZone,
      Map<String, String> stated)
      throws IOException {
    Map<String, String> options = new TreeMap<>(stated);
    String zone = hostZone == null ? defaultZone : hostZone;
    if (zone != null) {
      options.putIfAbsent(ReadOptions.TIME_ZONE, zone);
    }
    String uri = found.getPath().toString();
    long size = found.getLen();
    HadoopLogFile log = new HadoopLogFile(name, size, found.getPath(), configuration);
    if (kind != null) {
      addEndpoints(kind, options);
      InputFile file = new InputFile(uri, name, size, kind, host, options, List.of());
      return settled(file, log);
    }
    Head head;
    try {
      head = Head.of(log);
    } catch (IOException e) {
      // The survey meets the same problem, and tells of it with those of all other files.
      return new InputFile(uri, name, size, UnknownFormat.KIND, null, options, List.of());
    }
    Guess guess = LogFormats.recognise(head).orElse(null);
    if (guess == null) {
      notes.add(name + ": no known kind of log; kept whole as a reject");
      return new InputFile(uri, name, size, UnknownFormat.KIND, null, options, List.of());
    }
    guess.options().forEach(options::putIfAbsent);
    addEndpoints(guess.kind(), options);
    notes.add(name + ": taken for " + guess.kind() + ": " + String.join("; ", guess.evidence()));
    InputFile file = new InputFile(uri, name, size, guess.kind(), host, options, guess.evidence());
    return settled(file, head);
  }

  /** With what the file's beginning decides, so that all parts of it are read alike. */
  private static InputFile settled(InputFile file, Head head) {
    return file.learned(file.format().settle(head, file.readOptions()).asMap());
  }

  /** The same; of a file that cannot be read, or not with its options, the survey tells why. */
  private static InputFile settled(InputFile file, HadoopLogFile log) {
    try {
      return settled(file, Head.of(log));
    } catch (IOException | IllegalArgumentException e) {
      return file;
    }
  }

  /** Files whose records have endpoints are read with the run's rules. */
  private void addEndpoints(String kind, Map<String, String> options) {
    boolean having =
        LogFormats.ofKind(kind).stream()
            .flatMap(format -> format.recordTypes().stream())
            .anyMatch(type -> type.indexOrAbsent(ENDPOINT) >= 0);
    if (endpoints != null && having) {
      options.putIfAbsent(ReadOptions.ENDPOINTS, endpoints);
    }
  }
}
