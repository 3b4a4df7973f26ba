package io.tierlens.pipeline.suggest;

import io.tierlens.formats.Head;
import io.tierlens.pipeline.ingest.SurveyedFile;
import io.tierlens.pipeline.run.HadoopLogFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;

/** How far from UTC the clock of a machine was, as stamps that carry their offset show. */
final class StampOffsets {

  /** Kinds whose stamps are the server's own local time. */
  private static final Set<String> KINDS =
      Set.of("apache-access", "interchange-error", "mysql-slow-log");

  /** Not Z: a server that writes UTC says nothing about its machine. */
  private static final Pattern STAMP =
      Pattern.compile("\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)? ?([+-]\\d\\d):?(\\d\\d)(?!\\d)");

  private static final Pattern SLOW_LOG = Pattern.compile("([+-]\\d\\d):(\\d\\d) \\(");

  private StampOffsets() {}

  /**
   * An offset that a file shows.
   *
   * @param atUs an instant at which it held; microseconds since the epoch
   * @param minutes east of UTC
   */
  record Seen(String file, long atUs, int minutes) {}

  /**
   * The offsets at the beginning of a file; a slow log tells its own, from anywhere in it.
   *
   * @throws IOException if the file cannot be read
   */
  static List<Seen> of(SurveyedFile log, Configuration configuration) throws IOException {
    List<Seen> seen = new ArrayList<>();
    Long first = log.survey().text().firstTimeUs();
    if (first == null || !KINDS.contains(log.file().kind())) {
      return seen;
    }
    String file = log.file().name();
    Set<Integer> found = new TreeSet<>();
    String told = log.survey().text().facts().get("zone offset");
    if (told != null) {
      collect(SLOW_LOG.matcher(told), found);
    } else {
      for (String line : Head.of(HadoopLogFile.of(log.file(), configuration)).lines()) {
        collect(STAMP.matcher(line), found);
      }
    }
    // Two offsets in one file are of two times, and the file does not say which is whose.
    if (found.size() == 1) {
      seen.add(new Seen(file, first, found.iterator().next()));
    }
    return seen;
  }

  private static void collect(Matcher offset, Set<Integer> found) {
    if (offset.find()) {
      int hours = Integer.parseInt(offset.group(1));
      int minutes = Integer.parseInt(offset.group(2));
      int total = hours * 60 + (offset.group(1).startsWith("-") ? -minutes : minutes);
      if (Math.abs(total) <= 15 * 60) {
        found.add(total);
      }
    }
  }
}
