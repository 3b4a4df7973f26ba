package io.tierlens.cli;

import io.tierlens.attribution.matching.Level;
import io.tierlens.attribution.matching.LogKeys;
import io.tierlens.formats.survey.FileSurvey;
import io.tierlens.pipeline.attribute.PageLogs;
import io.tierlens.pipeline.ingest.SurveyedFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which keys the logs hold to join the tiers, and how far they allow the attribution to go. */
final class InspectKeys {

  /** Columns that join rows of two logs, with their names for people. */
  private static final Map<String, String> KEYS = keys();

  private static final List<String> JOINED = List.of("access", "app_event", "query");

  private InspectKeys() {}

  private static Map<String, String> keys() {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("request_id", "request id");
    keys.put("session", "session");
    keys.put("pid", "process id");
    keys.put("thread_id", "database connection");
    keys.put("peer", "address of the connection");
    return keys;
  }

  /** The keys of one file in words, or null for a file whose rows are not joined by keys. */
  static String of(FileSurvey survey) {
    long rows = rows(survey);
    if (rows == 0) {
      return null;
    }
    List<String> found = new ArrayList<>();
    KEYS.forEach(
        (column, name) -> {
          long present = present(survey, column);
          if (present == rows) {
            found.add(name + " in every row");
          } else if (present > 0) {
            found.add(name + " in " + present + " of " + rows + " rows");
          }
        });
    return found.isEmpty()
        ? "none; its rows are tied to those of other logs by time and path"
        : String.join(", ", found);
  }

  private static long rows(FileSurvey survey) {
    return JOINED.stream().mapToLong(table -> survey.rows().getOrDefault(table, 0L)).sum();
  }

  private static long present(FileSurvey survey, String column) {
    return survey.text().present().getOrDefault(column, 0L);
  }

  /** What the logs of a run allow together, a sentence each; nothing for a run without requests. */
  static List<String> allowed(List<SurveyedFile> files) {
    long requests = 0;
    long timed = 0;
    long appTimes = 0;
    long pages = 0;
    long processes = 0;
    long queries = 0;
    long connections = 0;
    long requestIds = 0;
    long queryIds = 0;
    for (SurveyedFile file : files) {
      if (file.survey() == null) {
        continue;
      }
      Map<String, Long> rows = file.survey().rows();
      if (rows.containsKey("access")) {
        requests += rows.get("access");
        timed += present(file.survey(), "duration_us");
        requestIds += present(file.survey(), "request_id");
      } else if (PageLogs.KINDS.contains(file.survey().kind())) {
        appTimes += present(file.survey(), "duration_us");
        pages += rows(file.survey());
        processes += present(file.survey(), "pid");
      } else if (rows.containsKey("query")) {
        queries += rows.get("query");
        connections += present(file.survey(), "thread_id");
        queryIds += present(file.survey(), "request_id");
      }
    }
    if (requests == 0) {
      return List.of();
    }
    LogKeys keys =
        new LogKeys(
            timed > 0,
            appTimes > 0,
            pages > 0 && processes == pages,
            queries > 0,
            queries > 0 && connections == queries,
            requestIds > 0 && queryIds > 0);
    List<String> allowed = new ArrayList<>();
    allowed.add(webAndApplication(keys));
    allowed.add(database(keys));
    return allowed;
  }

  private static String webAndApplication(LogKeys keys) {
    if (!keys.timedRequests()) {
      return "web: no access log tells how long a request took, so no time can be split";
    }
    return keys.applicationTimes()
        ? "web and application: told apart by the application's own times"
        : "web and application: not told apart, because no log of the application tells how long"
            + " a page took";
  }

  private static String database(LogKeys keys) {
    Level level = keys.bestLevel();
    return switch (level) {
      case L0 ->
          "database: level L0 at best, because requests and statements carry ids; it holds where"
              + " nearly every statement carries that of a request in the access log";
      case L1 ->
          "database: level L1 or L1c at best, because every query tells its connection and every"
              + " page its process; L1c holds where a connection serves one request, L1 where each"
              + " process keeps its own";
      case L1C ->
          "database: level L1c or L2 at best, because every query tells its connection; L1c holds"
              + " where a connection serves one request, L2 where it is kept and serves one at a"
              + " time";
      case L3 ->
          "database: level L3 at best, by what pages usually run, where stamps are finer than a"
              + " second; a \"# Thread_id:\" (or \"Id:\") in every entry of the slow log lifts it";
      default ->
          keys.queries()
              ? "database: nothing to hold the queries against without timed requests"
              : "database: no slow query log, so nothing is known of it";
    };
  }
}
