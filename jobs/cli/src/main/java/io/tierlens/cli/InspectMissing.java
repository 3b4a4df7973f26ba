package io.tierlens.cli;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.survey.FileSurvey;
import io.tierlens.pipeline.attribute.PageLogs;
import io.tierlens.pipeline.ingest.SurveyedFile;
import java.util.ArrayList;
import java.util.List;

/** What a run's logs lack, and what each of it would buy. */
final class InspectMissing {
  private InspectMissing() {}

  /** A sentence each, the most useful first; none for a run without requests. */
  static List<String> of(List<SurveyedFile> files) {
    List<String> missing = new ArrayList<>();
    List<SurveyedFile> read = files.stream().filter(file -> file.survey() != null).toList();
    List<SurveyedFile> access = read.stream().filter(file -> has(file, "access")).toList();
    if (access.isEmpty()) {
      return read.stream().allMatch(file -> file.survey().totalRows() == 0)
          ? List.of()
          : List.of("an access log: without requests there is nothing to split");
    }
    boolean queries = read.stream().anyMatch(file -> has(file, "query"));
    boolean pages =
        read.stream()
            .anyMatch(
                file ->
                    PageLogs.KINDS.contains(file.survey().kind())
                        && present(file, "duration_us") > 0);
    if (access.stream().anyMatch(file -> present(file, "duration_us") == 0)) {
      missing.add("durations in the access log (%D): without them no time can be split");
    }
    if (!queries) {
      missing.add("the slow query log of the database, with long_query_time = 0");
    } else if (read.stream().anyMatch(InspectMissing::hasThreshold)) {
      missing.add("long_query_time = 0: quicker statements are not in the slow log");
    }
    if (!pages) {
      missing.add("exact times of the application (app-timing): they tell web from application");
    }
    if (access.stream().anyMatch(InspectMissing::hasWholeSeconds)) {
      missing.add(
          "begins to the microsecond (%{begin:sec}t.%{begin:usec_frac}t) in the access log");
    }
    if (access.stream().anyMatch(file -> present(file, "request_id") == 0)) {
      missing.add(
          "an id of the request (%{UNIQUE_ID}e) in the access log and in each statement's comment:"
              + " level L0");
    }
    if (read.stream().noneMatch(file -> has(file, "cpu_sample"))) {
      missing.add("sar of each machine: without it nothing is known of CPU modes");
    }
    return missing;
  }

  private static boolean has(SurveyedFile file, String table) {
    return file.survey().rows().containsKey(table);
  }

  private static long present(SurveyedFile file, String column) {
    return file.survey().text().present().getOrDefault(column, 0L);
  }

  /** By the format string: it alone says how exact the stamps are. */
  private static boolean hasWholeSeconds(SurveyedFile file) {
    String format = file.toRead().options().getOrDefault(ReadOptions.FORMAT, "");
    return !format.contains("sec_frac") && !format.contains("$msec");
  }

  /** No log of all statements goes without one that took less than ten milliseconds. */
  private static boolean hasThreshold(SurveyedFile file) {
    FileSurvey survey = file.survey();
    String smallest = survey.text().facts().get("smallest query time");
    return smallest != null && smallest.matches("(?!0\\.00).*");
  }
}
