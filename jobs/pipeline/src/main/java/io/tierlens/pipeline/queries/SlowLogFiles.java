package io.tierlens.pipeline.queries;

import io.tierlens.formats.Guess;
import io.tierlens.formats.Head;
import io.tierlens.formats.LogFormats;
import io.tierlens.pipeline.UserError;
import io.tierlens.pipeline.run.HadoopLogFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** Slow logs that a user names, each looked at so that nothing else is taken for one. */
public final class SlowLogFiles {

  /** The kind of log, which is the name of its data source, too. */
  static final String KIND = "mysql-slow-log";

  private final Map<String, String> nameByUri;

  private final long bytes;

  private SlowLogFiles(Map<String, String> nameByUri, long bytes) {
    this.nameByUri = nameByUri;
    this.bytes = bytes;
  }

  /**
   * The slow logs of these names. A file without any line is one, too: a server has just begun it.
   *
   * @throws UserError if a name leads to something else
   */
  public static SlowLogFiles of(List<String> names, Configuration configuration)
      throws IOException {
    Map<String, String> nameByUri = new LinkedHashMap<>();
    long bytes = 0;
    for (String name : names) {
      FileStatus status = status(name, configuration);
      HadoopLogFile file =
          new HadoopLogFile(name, status.getLen(), status.getPath(), configuration);
      requireSlowLog(name, Head.of(file));
      bytes += status.getLen();
      if (nameByUri.put(status.getPath().toString(), name) != null) {
        throw new UserError(name + " is named twice, and its entries would count twice");
      }
    }
    return new SlowLogFiles(nameByUri, bytes);
  }

  private static FileStatus status(String name, Configuration configuration) throws IOException {
    Path path = new Path(name);
    FileStatus status;
    try {
      status = path.getFileSystem(configuration).getFileStatus(path);
    } catch (FileNotFoundException e) {
      throw new UserError(name + ": there is no such file", e);
    }
    if (status.isDirectory()) {
      throw new UserError(
          name + " is a folder; name the slow logs in it, or the lake with --lake if it is one");
    }
    return status;
  }

  private static void requireSlowLog(String name, Head head) {
    if (head.lines().isEmpty()) {
      return;
    }
    Optional<Guess> guess = LogFormats.recognise(head);
    if (guess.isEmpty()) {
      throw new UserError(
          name
              + " is not a slow query log: its first "
              + head.lines().size()
              + " lines have no header of an entry; name a file that the server wrote as"
              + " slow_query_log_file");
    }
    if (!guess.get().kind().equals(KIND)) {
      throw new UserError(
          name
              + " is not a slow query log but of kind "
              + guess.get().kind()
              + "; name a file that the server wrote as slow_query_log_file");
    }
  }

  /** The names as the user gave them. */
  public List<String> names() {
    return List.copyOf(nameByUri.values());
  }

  /** How many bytes they have together, as they are stored. */
  public long bytes() {
    return bytes;
  }

  String[] uris() {
    return new ArrayList<>(nameByUri.keySet()).toArray(new String[0]);
  }

  /** The user's name of a file that the data source calls by its address. */
  String name(String uri) {
    return nameByUri.getOrDefault(uri, uri);
  }
}
