package io.tierlens.cli.export;

import io.tierlens.pipeline.export.ExportedRun;
import io.tierlens.pipeline.export.LoggedPage;
import io.tierlens.pipeline.export.LoggedQuery;
import io.tierlens.pipeline.export.LoggedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Requests as a lake would give them. */
final class SampleRequests {
  static final long START = 1_795_349_798_000_000L;

  static final ExportedRun RUN =
      new ExportedRun("virtual", "xen", "L1", 0.9, false, Map.of("slow.log", "mariadb"));

  private SampleRequests() {}

  /** A request of 100 ms with a page of 80 ms and two queries of 10 ms; all stamps are exact. */
  static LoggedRequest request(int number) {
    long start = START + 50_000L * number;
    return request(
        number,
        start,
        0,
        "GET",
        "/shop/os2811" + number + ".html",
        new LoggedPage(200L + number, "www1", start + 10_000, 0, 80_000, 17L, "os", "app.tsv", 9),
        List.of(
            query(10 * number, start + 20_000, "select a from t where b = ?"),
            query(10 * number + 1, start + 50_000, "select c from t where b = ?")));
  }

  static LoggedRequest request(
      int number,
      long start,
      long slack,
      String method,
      String path,
      LoggedPage page,
      List<LoggedQuery> queries) {
    long db = queries.stream().mapToLong(LoggedQuery::queryTimeUs).sum();
    return new LoggedRequest(
        100L + number,
        "www1",
        "peak",
        start,
        slack,
        100_000,
        method + " /shop/{sku}.html",
        number % 2 == 0 ? 200 : 503,
        page == null ? null : 20_000L,
        page == null ? null : 80_000 - db,
        page == null ? 100_000 - db : null,
        db,
        db,
        db,
        (long) queries.size(),
        "L1",
        method,
        path,
        4_096L,
        "access_log",
        1L + number,
        page,
        queries);
  }

  static LoggedQuery query(int number, long start, String text) {
    return query(number, start, text, null);
  }

  static LoggedQuery query(int number, long start, String text, String statement) {
    String shown = statement == null ? text : statement;
    return new LoggedQuery(
        1_000L + number,
        "db1",
        start,
        0,
        10_000,
        0,
        120L,
        1L,
        30L,
        null,
        5L,
        "shop",
        "Query",
        "f00d",
        text,
        statement,
        shown == null ? null : shown.length(),
        0.97,
        "slow.log",
        1L + number);
  }

  static List<LoggedRequest> several(int count) {
    List<LoggedRequest> requests = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      requests.add(request(number));
    }
    return requests;
  }
}
