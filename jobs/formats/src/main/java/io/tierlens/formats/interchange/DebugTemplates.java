package io.tierlens.formats.interchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.time.DateTimeZone;

/**
 * The template of a debug log: the one that was told or, if none was, the first of the usual ones
 * that a mark fits. For one thread.
 */
final class DebugTemplates {

  private static final List<String> STAMPS =
      List.of(
          "[%d/%b/%Y:%H:%M:%S %z] ",
          "[%d/%B/%Y:%H:%M:%S %z] ",
          "[%d/%b/%Y:%H:%M:%S] ",
          "[%Y-%m-%d %H:%M:%S %z] ",
          "[%Y-%m-%d %H:%M:%S] ",
          "%Y-%m-%d %H:%M:%S %z ",
          "%Y-%m-%d %H:%M:%S ",
          "%Y-%m-%dT%H:%M:%S%z ",
          "%Y-%m-%dT%H:%M:%S ",
          "%c ",
          "[%c] ",
          "%s ",
          "");

  private static final List<String> PROCESSES = List.of("pid={PID} ", "[{PID}] ", "{PID} ", "");

  private static final List<String> REQUESTS =
      List.of(
          "{CATALOG} {HOST} {REQUEST_METHOD} {REQUEST_URI} ",
          "session={SESSION.ID} page={PAGE} ",
          "session={SESSION.ID} {CATALOG} {HOST} {REQUEST_METHOD} {REQUEST_URI} ",
          "{CALLER0}: ",
          "");

  private static final List<DebugTemplate> USUAL = usual();

  private final List<DebugPrefix> open;
  private DebugPrefix chosen;

  private DebugTemplates(List<DebugPrefix> open) {
    this.open = open;
  }

  private static List<DebugTemplate> usual() {
    List<DebugTemplate> templates = new ArrayList<>();
    templates.add(DebugTemplate.of(DebugTemplate.PLAIN));
    for (String stamp : STAMPS) {
      for (String process : PROCESSES) {
        for (String request : REQUESTS) {
          templates.add(DebugTemplate.of(stamp + process + request + "{MESSAGE}"));
        }
      }
    }
    return List.copyOf(templates);
  }

  static DebugTemplates of(DebugTemplate told, DateTimeZone zone) {
    DebugTemplates one = new DebugTemplates(List.of());
    one.chosen = new DebugPrefix(told, zone);
    return one;
  }

  static DebugTemplates ofUsual(DateTimeZone zone) {
    return new DebugTemplates(
        USUAL.stream().map(template -> new DebugPrefix(template, zone)).toList());
  }

  /** The reader of the line around a mark, which has read it; null if it is of no template. */
  DebugPrefix read(byte[] line, int start, DebugMark mark, int end) {
    if (chosen != null) {
      return fits(chosen, line, start, mark, end) ? chosen : null;
    }
    for (DebugPrefix prefix : open) {
      if (fits(prefix, line, start, mark, end)) {
        chosen = prefix;
        return prefix;
      }
    }
    return null;
  }

  private static boolean fits(DebugPrefix prefix, byte[] line, int start, DebugMark mark, int end) {
    return prefix.read(line, start, mark.start(), mark.end(), end);
  }

  /** The template, if it is known by now. */
  Optional<DebugTemplate> chosen() {
    return Optional.ofNullable(chosen).map(DebugPrefix::template);
  }
}
