package io.tierlens.pipeline.export;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request with its parts: see tables request and access.
 *
 * @param page null where the application is not told apart from the web server
 * @param queries in the order in which the database finished them: that of the log's lines
 */
public record LoggedRequest(
    long requestKey,
    String host,
    String windowName,
    long startTime,
    long startSlackUs,
    long durationUs,
    String endpoint,
    Integer status,
    Long webSelfUs,
    Long appSelfUs,
    Long webAppUs,
    Long dbUs,
    Long dbLowUs,
    Long dbHighUs,
    Long queryCount,
    String level,
    String method,
    String path,
    Long responseBytes,
    String file,
    Long line,
    LoggedPage page,
    List<LoggedQuery> queries) {

  public LoggedRequest {
    queries = inOrder(requireNonNullElse(queries, List.of()));
  }

  /** Rotated files follow each other by their first queries. */
  private static List<LoggedQuery> inOrder(List<LoggedQuery> queries) {
    Map<String, Long> firstTimes = new TreeMap<>();
    queries.forEach(query -> firstTimes.merge(query.file(), query.startTime(), Math::min));
    List<LoggedQuery> ordered = new ArrayList<>(queries);
    ordered.sort(
        Comparator.comparing((LoggedQuery query) -> firstTimes.get(query.file()))
            .thenComparing(LoggedQuery::file)
            .thenComparingLong(LoggedQuery::line));
    return List.copyOf(ordered);
  }
}
