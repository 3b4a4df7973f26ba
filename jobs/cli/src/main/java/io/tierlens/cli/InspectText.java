package io.tierlens.cli;

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
    StringBuilder text = new StringBuilder(surveyed.file().name()).append('\n');
    if (surveyed.problem() != null) {
      return text.append("  cannot be read: ").append(surveyed.problem()).append("\n").toString();
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
    return block("what the logs of run " + run + " allow", InspectKeys.allowed(files))
        + block("what is doubtful in run " + run, RunDoubts.of(files));
  }

  private static String block(String title, List<String> sentences) {
    if (sentences.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder(title).append('\n');
    sentences.forEach(sentence -> text.append("  ").append(sentence).append('\n'));
    return text.append('\n').toString();
  }

  private static void line(StringBuilder text, String key, String value) {
    if (value != null) {
      text.append("  ").append(key).append(": ").append(value).append('\n');
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
