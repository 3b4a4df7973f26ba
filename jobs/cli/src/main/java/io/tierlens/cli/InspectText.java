package io.tierlens.cli;

import io.tierlens.cli.report.words.Printable;
import io.tierlens.formats.record.Reject;
import io.tierlens.formats.survey.FileSurvey;
import io.tierlens.pipeline.ingest.RunDoubts;
import io.tierlens.pipeline.ingest.SurveyedFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.joda.time.DateTimeZone;
import org.joda.time.format.DateTimeFormatter;
import org.joda.time.format.ISODateTimeFormat;

/** What is known of one file, for a terminal. */
final class InspectText {

  private static final DateTimeFormatter INSTANT =
      ISODateTimeFormat.dateTimeNoMillis().withZone(DateTimeZone.UTC);

  private InspectText() {}

  static String of(SurveyedFile surveyed) {
    StringBuilder text = new StringBuilder(Printable.text(surveyed.file().name())).append('\n');
    if (surveyed.problem() != null) {
      line(text, "cannot be read", surveyed.problem());
      return text.append('\n').toString();
    }
    FileSurvey survey = surveyed.survey();
    line(text, "kind", survey.kind());
    surveyed.file().evidence().forEach(evidence -> line(text, "because", evidence));
    line(text, "host", surveyed.file().host());
    surveyed
        .toRead()
        .options()
        .forEach((key, value) -> value.lines().forEach(each -> line(text, key, each)));
    line(
        text,
        "lines",
        String.format(
            "%d: %d records, %d further lines of them, %d ignored, %d rejected",
            survey.lines(),
            survey.text().recordLines(),
            survey.text().continuationLines(),
            survey.text().ignoredLines(),
            survey.rejectedLines()));
    if (!survey.text().ignored().isEmpty()) {
      line(text, "ignored", counts(survey.text().ignored()));
    }
    if (!survey.rows().isEmpty()) {
      line(text, "rows", counts(survey.rows()));
    }
    if (survey.text().firstTimeUs() != null) {
      line(
          text,
          "time",
          instant(survey.text().firstTimeUs()) + " to " + instant(survey.text().lastTimeUs()));
    }
    line(text, "keys", InspectKeys.of(survey));
    survey.text().facts().forEach((key, value) -> line(text, key, value));
    for (Reject reject : surveyed.firstRejects()) {
      line(text, "rejected", "line " + reject.line() + ": " + reject.reason());
    }
    return text.append('\n').toString();
  }

  /** What the files of a run allow together, and what is doubtful in them. */
  static String ofRun(String run, List<SurveyedFile> files) {
    return "files of run "
        + run
        + '\n'
        + table(files)
        + '\n'
        + block("what the logs of run " + run + " allow", InspectKeys.allowed(files))
        + block("what they lack (docs/what-to-log.md)", InspectMissing.of(files))
        + block("what is doubtful in run " + run, RunDoubts.of(files));
  }

  /** What to type next for a folder. */
  static String next(String folder, boolean bare) {
    String word = shellWord(folder);
    String ingest = "tierlens ingest --lake lake " + word;
    return Printable.text(
            bare
                ? "next: tierlens init " + word + ", read the run.yaml it writes, then " + ingest
                : "next: " + ingest)
        + "\n";
  }

  /** A path as a shell takes it. */
  static String shellWord(String path) {
    return path.matches("[A-Za-z0-9_./:=+@-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }

  private static TextTable table(List<SurveyedFile> files) {
    TextTable table = new TextTable(2, "  file", "kind", "rejected", "rows", "from", "to");
    for (SurveyedFile file : files) {
      String name = "  " + Printable.text(file.file().name());
      FileSurvey survey = file.survey();
      if (survey == null) {
        table.add(name, "cannot be read", "", "", "", "");
        continue;
      }
      Long first = survey.text().firstTimeUs();
      table.add(
          name,
          survey.kind(),
          Long.toString(survey.rejectedLines()),
          Long.toString(survey.totalRows()),
          first == null ? "no time" : instant(first),
          first == null ? "" : instant(survey.text().lastTimeUs()));
    }
    return table;
  }

  private static String block(String title, List<String> sentences) {
    if (sentences.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder(title).append('\n');
    sentences.forEach(s -> text.append("  ").append(Printable.text(s)).append('\n'));
    return text.append('\n').toString();
  }

  private static void line(StringBuilder text, String key, String value) {
    if (value != null) {
      text.append("  ").append(key).append(": ").append(Printable.text(value)).append('\n');
    }
  }

  private static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String instant(long microseconds) {
    return INSTANT.print(Math.floorDiv(microseconds, 1000L));
  }
}
