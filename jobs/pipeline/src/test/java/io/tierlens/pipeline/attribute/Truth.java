package io.tierlens.pipeline.attribute;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What really happened in a recording; see the README of the truth's folder for the columns. */
final class Truth {

  private static final CSVFormat TABS =
      CSVFormat.TDF.builder().setHeader().setSkipHeaderRecord(true).setQuote(null).get();

  /**
   * A request that reached the application.
   *
   * @param beginUs exact begin in the web server
   * @param durationUs as in the access log
   * @param appSecond second in which the page began in the application
   * @param appUs from begin to end of the page in the application, as its innermost marks tell
   * @param appAtMostUs from the request being read to the application being done with it; the marks
   *     of bench.log lie between these and the innermost ones
   * @param dbUs sum of the Query_time of its queries
   */
  record TrueRequest(
      String id,
      String phase,
      String path,
      long beginUs,
      long durationUs,
      long appPid,
      long appSecond,
      long appUs,
      long appAtMostUs,
      long dbUs) {}

  private final List<TrueRequest> requests = new ArrayList<>();
  private final Map<Long, String> requestOfQueryLine = new HashMap<>();

  Truth(String run) throws IOException {
    for (CSVRecord row : rows(run, "requests")) {
      if (!row.get("app_t_autoload").equals("-")) {
        long autoload = micros(row.get("app_t_autoload"));
        requests.add(
            new TrueRequest(
                row.get("unique_id"),
                row.get("phase"),
                row.get("uri"),
                micros(row.get("apache_begin")),
                Long.parseLong(row.get("apache_D_us")),
                Long.parseLong(row.get("app_pid")),
                autoload / 1_000_000,
                micros(row.get("app_t_autoend")) - autoload,
                micros(row.get("app_t_done")) - micros(row.get("app_t_cgiread")),
                micros(row.get("slow_query_time"))));
      }
    }
    for (CSVRecord row : rows(run, "queries")) {
      requestOfQueryLine.put(Long.parseLong(row.get("first_line")), row.get("unique_id"));
    }
  }

  List<TrueRequest> requests() {
    return requests;
  }

  /** The request's id for a query's line; "-" for a query of no request. */
  Map<Long, String> requestOfQueryLine() {
    return requestOfQueryLine;
  }

  private static List<CSVRecord> rows(String run, String table) throws IOException {
    String name = "/truth/" + run + "/" + table + ".tsv.gz";
    try (Reader reader =
        new InputStreamReader(
            new GZIPInputStream(Truth.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
      return TABS.parse(reader).getRecords();
    }
  }

  private static long micros(String seconds) {
    return new BigDecimal(seconds).movePointRight(6).longValueExact();
  }
}
