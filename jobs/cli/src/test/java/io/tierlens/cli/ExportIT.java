package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tierlens.cli.Program.Outcome;
import io.tierlens.cli.export.Otlp;
import io.tierlens.cli.export.Otlp.Read;
import io.tierlens.pipeline.SparkSettings;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** The traces of the sample data, held against the lake that they are made of. */
class ExportIT {
  private static final long MICROSECOND = 1_000;

  @Test
  void spansAreTheRequestsAndTheirQueries() throws Exception {
    Path file = Workspace.fresh("export").resolve("virtual.jsonl");
    Outcome outcome =
        Program.tierlens(
                "export",
                "--lake",
                DemoLake.lake(),
                "--run",
                "virtual",
                "--format",
                "otlp",
                "--output",
                file)
            .succeeds();
    assertThat(outcome.stdout()).isEmpty();
    assertThat(outcome.stderr())
        .contains(
            "run virtual: exported 19,522 spans: 399 requests, 0 pages told apart, 19,123 queries"
                + " (level L1c); left out: 201 lines of the access log that do not reach the"
                + " application or have no time, 23 queries of no request");
    List<Read> spans = Otlp.spans(Files.readString(file));
    Map<String, Read> byId =
        spans.stream().collect(Collectors.toMap(Read::id, Function.identity()));
    Map<String, Long> queryTime = new HashMap<>();
    for (Read span : spans) {
      if (span.parent().isEmpty()) {
        continue;
      }
      Read parent = byId.get(span.parent());
      assertThat(span.trace()).isEqualTo(parent.trace());
      assertThat(span.span().getStartTimeUnixNano())
          .isGreaterThanOrEqualTo(parent.span().getStartTimeUnixNano());
      assertThat(span.span().getEndTimeUnixNano())
          .isLessThanOrEqualTo(parent.span().getEndTimeUnixNano());
      queryTime.merge(span.parent(), span.durationNanos() / MICROSECOND, Long::sum);
    }
    Map<String, Read> requests =
        spans.stream()
            .filter(span -> span.parent().isEmpty())
            .collect(Collectors.toMap(r -> r.text("tierlens.request_key"), Function.identity()));
    try (SparkSession spark = session()) {
      List<Row> rows =
          spark
              .read()
              .parquet(DemoLake.lake().resolve("request/run=virtual").toString())
              .selectExpr(
                  "cast(request_key AS string)", "duration_us", "db_us", "query_count", "endpoint")
              .collectAsList();
      assertThat(requests).hasSameSizeAs(rows);
      long queries = 0;
      for (Row row : rows) {
        Read request = requests.get(row.getString(0));
        assertThat(request.durationNanos()).isEqualTo(row.getLong(1) * MICROSECOND);
        assertThat(
                request.number("tierlens.web_self_us")
                    + request.number("tierlens.app_self_us")
                    + request.number("tierlens.web_app_us")
                    + request.number("tierlens.db_us"))
            .isEqualTo(row.getLong(1));
        assertThat(queryTime.getOrDefault(request.id(), 0L)).isEqualTo(row.getLong(2));
        assertThat(request.span().getName()).isEqualTo(row.getString(4));
        queries += row.getLong(3);
      }
      assertThat(spans).hasSize(rows.size() + Math.toIntExact(queries));
    }
    aPartIsThePartOfTheWhole(byId);
  }

  private static void aPartIsThePartOfTheWhole(Map<String, Read> whole) throws Exception {
    Outcome outcome =
        Program.tierlens(
                "export",
                "--lake",
                DemoLake.lake(),
                "--run",
                "virtual",
                "--format",
                "otlp",
                "--window",
                "one-client",
                "--limit",
                5,
                "--statements",
                "--quiet")
            .succeeds();
    List<Read> part = Otlp.spans(outcome.stdout());
    assertThat(part.stream().filter(span -> span.parent().isEmpty())).hasSize(5);
    assertThat(part).hasSizeGreaterThan(50);
    boolean literal = false;
    for (Read span : part) {
      Read same = whole.get(span.id());
      assertThat(span.span().getName()).isEqualTo(same.span().getName());
      assertThat(span.span().getStartTimeUnixNano()).isEqualTo(same.span().getStartTimeUnixNano());
      if (span.service().equals("db")) {
        literal |= span.text("db.query.text").contains("'");
        assertThat(same.text("db.query.text")).doesNotContain("'");
      } else {
        assertThat(span.text("tierlens.window")).isEqualTo("one-client");
      }
    }
    assertThat(literal).isTrue();
    assertThat(outcome.stderr())
        .startsWith("run virtual: exported ")
        .contains("left out: 394 requests not chosen, ");
  }

  @Test
  void theChromeTraceHoldsRequestsAndMachines() throws Exception {
    Path file = Workspace.fresh("export-chrome").resolve("trace.json.gz");
    Program.tierlens(
            "export",
            "--lake",
            DemoLake.lake(),
            "--run",
            "virtual-4vcpu",
            "--format",
            "chrome-trace",
            "--output",
            file)
        .succeeds();
    Map<String, Integer> events = new HashMap<>();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      for (JsonNode event : new ObjectMapper().readTree(in).get("traceEvents")) {
        events.merge(event.get("ph").asText(), 1, Integer::sum);
      }
    }
    assertThat(events).containsEntry("X", 252 + 12_346);
    assertThat(events.get("C")).isGreaterThan(500);
  }

  @Test
  void anUnknownWindowIsSaid() throws Exception {
    Outcome outcome =
        Program.tierlens(
                "export",
                "--lake",
                DemoLake.lake(),
                "--run",
                "virtual",
                "--format",
                "otlp",
                "--window",
                "one-cleint")
            .run();
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.stderr()).contains("has no window \"one-cleint\"; did you mean one-client?");
  }

  private static SparkSession session() {
    return SparkSettings.apply(
        SparkSession.builder()
            .master("local[1]")
            .appName("export")
            .config("spark.ui.enabled", "false")
            .getOrCreate());
  }
}
