package io.tierlens.formats.interchange;

import io.tierlens.formats.Guess;
import io.tierlens.formats.Head;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.Ascii;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.time.DateTimeZone;

/** Recognises a debug log by the marks of ShowTimes, or by how its lines begin without template. */
final class DebugSniffer {
  private static final byte[] LOG_BEGINS = Ascii.bytes("Start DEBUG at ");
  private static final byte[] DEBUG = Ascii.bytes(":debug: ");

  private final DebugTemplates templates = DebugTemplates.ofUsual(DateTimeZone.UTC);
  private final DebugMark mark = new DebugMark();
  private final SyslogPrefix syslog = new SyslogPrefix();
  private boolean hasMessages;

  private DebugSniffer() {}

  static Optional<Guess> sniff(String kind, Head head) {
    DebugSniffer sniffer = new DebugSniffer();
    List<byte[]> lines = head.filledLines();
    int fitting = (int) lines.stream().filter(sniffer::fits).count();
    if (fitting == 0 || !sniffer.hasMessages) {
      return Optional.empty();
    }
    String evidence =
        fitting + " of the first " + lines.size() + " lines are debug messages of Interchange";
    Optional<DebugTemplate> template = sniffer.templates.chosen();
    return Optional.of(
        new Guess(
            kind,
            100 * fitting / lines.size(),
            template.map(t -> Map.of(ReadOptions.FORMAT, t.text())).orElse(Map.of()),
            template
                .map(t -> List.of(evidence, "the DebugTemplate is " + t.text()))
                .orElse(List.of(evidence))));
  }

  private boolean fits(byte[] line) {
    boolean sent = syslog.read(line, 0, line.length);
    if (sent && !syslog.ofInterchange(line)) {
      return false;
    }
    int start = sent ? syslog.text() : 0;
    if (Ascii.startsWith(line, start, line.length, LOG_BEGINS)) {
      return true;
    }
    int debug = Ascii.indexOf(line, start, line.length, DEBUG);
    boolean message =
        mark.find(line, start, line.length) == DebugMark.Kind.NONE
            ? debug > start && DebugTemplate.isPackage(line, start, debug)
            : templates.read(line, start, mark, line.length) != null;
    hasMessages |= message;
    return message;
  }
}
