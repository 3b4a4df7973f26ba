package io.tierlens.attribution.benchmark;

import io.tierlens.attribution.benchmark.DataSet.TrueTiers;
import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.record.WebRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs with truth from files web.tsv, app.tsv and db.tsv, as another simulator wrote them. */
final class GivenData {
  private static final long SECOND = 1_000_000;

  private GivenData() {}

  /** All runs below the folder, each with several sets of keys. */
  static List<DataSet> of(Path folder) throws IOException {
    List<DataSet> sets = new ArrayList<>();
    try (Stream<Path> runs = Files.list(folder)) {
      for (Path run :
          runs.filter(path -> Files.exists(path.resolve("web.tsv"))).sorted().toList()) {
        for (boolean exact : new boolean[] {true, false}) {
          sets.add(read(run, exact, true, true));
          sets.add(read(run, exact, false, true));
          sets.add(read(run, exact, false, false));
        }
      }
    }
    return sets;
  }

  private static DataSet read(Path run, boolean exact, boolean pids, boolean threads)
      throws IOException {
    long slack = exact ? 0 : SECOND - 1;
    List<WebRequest> web = new ArrayList<>();
    Map<Long, TrueTiers> requests = new HashMap<>();
    Map<String, Long> keys = new HashMap<>();
    Map<String, Long> dbUs = new HashMap<>();
    for (Map<String, String> row : rows(run.resolve("db.tsv"))) {
      dbUs.merge(row.get("truth_request"), number(row, "query_time_us"), Long::sum);
    }
    for (Map<String, String> row : rows(run.resolve("web.tsv"))) {
      long key = 1_000L + web.size();
      String path = row.get("path");
      keys.put(row.get("truth_request"), key);
      web.add(
          new WebRequest(
              key,
              "www1",
              start(row, "start", exact),
              slack,
              number(row, "duration_us"),
              "GET " + path,
              path,
              200,
              web.size()));
      long db = dbUs.getOrDefault(row.get("truth_request"), 0L);
      requests.put(
          key,
          new TrueTiers(
              "GET " + path, number(row, "duration_us"), number(row, "truth_app_us"), db, db));
    }
    List<AppEvent> app = new ArrayList<>();
    for (Map<String, String> row : rows(run.resolve("app.tsv"))) {
      app.add(
          new AppEvent(
              50_000_000L + app.size(),
              "www1",
              start(row, "start", exact),
              slack,
              number(row, "duration_us"),
              0L,
              null,
              pids ? Long.valueOf(row.get("pid")) : null,
              null,
              "/shop/" + row.get("page") + ".html",
              true,
              app.size()));
    }
    List<Query> queries = new ArrayList<>();
    Map<Long, Long> requestOfQuery = new HashMap<>();
    for (Map<String, String> row : rows(run.resolve("db.tsv"))) {
      long key = 900_000_000L + queries.size();
      long time = number(row, "query_time_us");
      requestOfQuery.put(key, keys.get(row.get("truth_request")));
      queries.add(
          new Query(
              key,
              "www1",
              start(row, "end", exact) - time,
              slack,
              time,
              threads ? Long.valueOf(row.get("thread_id")) : null,
              row.get("fingerprint"),
              queries.size()));
    }
    String name =
        run.getFileName()
            + (exact ? " us" : " 1s")
            + (pids ? " pid" : threads ? " sticky" : " keyless");
    return new DataSet(name, web, app, queries, 0, requests, requestOfQuery);
  }

  private static long start(Map<String, String> row, String column, boolean exact) {
    return exact ? number(row, column + "_us") : number(row, column + "_s") * SECOND;
  }

  private static long number(Map<String, String> row, String column) {
    return Long.parseLong(row.get(column));
  }

  private static List<Map<String, String>> rows(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String[] names = lines.get(0).split("\t", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] values = line.split("\t", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < names.length; i++) {
        row.put(names[i], values[i]);
      }
      rows.add(row);
    }
    return rows;
  }
}
