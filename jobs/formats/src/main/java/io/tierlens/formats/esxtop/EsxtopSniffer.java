package io.tierlens.formats.esxtop;

import io.tierlens.formats.Guess;
import io.tierlens.formats.Head;
import io.tierlens.formats.ReadOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises a file by the begin of its header: a header is longer than what there is to look at,
 * so the file cannot be read on trial.
 */
final class EsxtopSniffer {
  private static final Pattern HEADER =
      Pattern.compile("\"?(\\(PDH-CSV 4\\.0\\)(?: \\([^\",]*\\)\\(-?\\d{1,4}\\))?)\"?,.*");

  /** Objects that Windows does not have. */
  private static final List<String> OBJECTS =
      List.of("\\Group Cpu(", "\\Physical Cpu(", "\\Physical Cpu Load\\", "\\Memory\\Memory Over");

  private static final Pattern SAMPLE =
      Pattern.compile("\"?\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d:\\d\\d[\".,].*");

  private EsxtopSniffer() {}

  static Optional<Guess> sniff(Head head) {
    List<String> lines = head.lines().stream().filter(line -> !line.isEmpty()).toList();
    String header = lines.stream().filter(EsxtopSniffer::isHeader).findFirst().orElse(null);
    if (header == null) {
      return Optional.empty();
    }
    long samples = lines.stream().filter(line -> SAMPLE.matcher(line).matches()).count();
    long headers = lines.stream().filter(EsxtopSniffer::isHeader).count();
    int confidence = (int) (100 * (samples + headers) / lines.size());
    Matcher first = HEADER.matcher(header);
    PdhZone zone = first.matches() ? PdhZone.of(first.group(1)).orElse(null) : null;
    String told = zone == null ? PdhZone.UNTOLD : zone.words();
    return Optional.of(
        new Guess(
            Esxtop.KIND,
            confidence,
            Map.of(),
            List.of(
                "a header of counters such as those of esxtop",
                samples + " of the first " + lines.size() + " lines begin with a date and a time",
                zone == null || !zone.isTold() ? told + ": " + ReadOptions.TIME_ZONE : told)));
  }

  private static boolean isHeader(String line) {
    return line.contains("(PDH-CSV 4.0)")
        && OBJECTS.stream().anyMatch(line::contains)
        && HEADER.matcher(line).matches();
  }
}
