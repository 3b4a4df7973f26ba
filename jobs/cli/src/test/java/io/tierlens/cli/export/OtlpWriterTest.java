package io.tierlens.cli.export;

import static io.tierlens.cli.export.SampleRequests.RUN;
import static io.tierlens.cli.export.SampleRequests.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import io.tierlens.cli.export.Otlp.Read;
import io.tierlens.pipeline.export.ExportedRun;
import io.tierlens.pipeline.export.LoggedRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is written, as OpenTelemetry's own classes read it. */
class OtlpWriterTest {

  /** The collector's file receiver cuts longer lines. */
  private static final int COLLECTORS_LINE = 1 << 20;

  private static String written(List<LoggedRequest> requests) throws IOException {
    return written(RUN, requests);
  }

  private static String written(ExportedRun run, List<LoggedRequest> requests) throws IOException {
    StringWriter out = new StringWriter();
    new RunExport(
            run,
            requests.iterator(),
            () -> {
              throw new AssertionError("OTLP spans show no samples");
            },
            List.<io.tierlens.pipeline.export.DomainUse>of()::iterator)
        .writeTo(out, ExportFormat.OTLP, count -> {});
    return out.toString();
  }

  @Test
  void aRequestIsATraceOfItsPageAndQueries() throws IOException {
    List<Read> spans = Otlp.spans(written(List.of(SampleRequests.request(1))));
    Map<String, List<Read>> byService =
        spans.stream().collect(Collectors.groupingBy(Read::service));
    assertThat(byService).containsOnlyKeys("web", "app", "db");
    Read web = byService.get("web").get(0);
    Read app = byService.get("app").get(0);
    assertThat(web.parent()).isEmpty();
    assertThat(web.trace()).hasSize(32);
    assertThat(web.id()).hasSize(16);
    assertThat(web.span().getName()).isEqualTo("GET /shop/{sku}.html");
    assertThat(web.span().getKind()).isEqualTo(SpanKind.SPAN_KIND_SERVER);
    assertThat(web.span().getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
    assertThat(web.text("error.type")).isEqualTo("503");
    assertThat(web.span().getStartTimeUnixNano()).isEqualTo((START + 50_000) * 1_000);
    assertThat(web.durationNanos()).isEqualTo(100_000_000);
    assertThat(web.text("http.request.method")).isEqualTo("GET");
    assertThat(web.text("http.route")).isEqualTo("/shop/{sku}.html");
    assertThat(web.text("url.path")).isEqualTo("/shop/os28111.html");
    assertThat(web.number("http.response.status_code")).isEqualTo(503);
    assertThat(web.text("tierlens.request_key")).isEqualTo("101");
    assertThat(web.text("tierlens.source")).isEqualTo("access_log:2");
    assertThat(web.attribute("tierlens.placed").orElseThrow().getBoolValue()).isFalse();
    assertThat(web.number("tierlens.web_self_us")).isEqualTo(20_000);
    assertThat(web.resource())
        .containsEntry("service.namespace", "virtual")
        .containsEntry("deployment.environment.name", "xen")
        .containsEntry("host.name", "www1")
        .containsEntry("tierlens.level", "L1");
    assertThat(app.parent()).isEqualTo(web.id());
    assertThat(app.durationNanos()).isEqualTo(80_000_000);
    assertThat(byService.get("db")).hasSize(2);
    for (Read query : byService.get("db")) {
      assertThat(query.parent()).isEqualTo(app.id());
      assertThat(query.trace()).isEqualTo(web.trace());
      assertThat(query.span().getKind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
      assertThat(query.text("db.system.name")).isEqualTo("mariadb");
      assertThat(query.text("db.query.text")).startsWith("select ").endsWith(" = ?");
      assertThat(query.text("server.address")).isEqualTo("db1");
      assertThat(query.attribute("tierlens.probability").orElseThrow().getDoubleValue())
          .isEqualTo(0.97);
      assertThat(query.attribute("tierlens.rows_affected")).isEmpty();
    }
  }

  @Test
  void whereTiersAreNotToldApartThereIsOneSpanOfBoth() throws IOException {
    LoggedRequest request = SampleRequests.request(0, START, 999_999, "GET", "/", null, List.of());
    Read only = Otlp.spans(written(List.of(request))).get(0);
    assertThat(only.service()).isEqualTo("web_app");
    assertThat(only.attribute("tierlens.placed").orElseThrow().getBoolValue()).isTrue();
    assertThat(only.number("tierlens.start_slack_us")).isEqualTo(999_999);
    assertThat(only.attribute("tierlens.web_self_us")).isEmpty();
    assertThat(only.span().getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_UNSET);
  }

  @Test
  void manyRequestsAreManyLinesNoneOfWhichIsTooLong() throws IOException {
    String text = written(SampleRequests.several(2_000));
    List<String> lines = text.lines().toList();
    assertThat(lines).hasSizeBetween(10, 100).allMatch(line -> line.length() < COLLECTORS_LINE);
    List<Read> spans = Otlp.spans(text);
    assertThat(spans).hasSize(8_000);
    assertThat(spans.stream().map(Read::id).distinct()).hasSize(8_000);
    assertThat(spans.stream().map(Read::trace).distinct()).hasSize(2_000);
    assertThat(spans.stream().filter(span -> span.parent().isEmpty())).hasSize(2_000);
    Map<String, Read> byId = new HashMap<>();
    spans.forEach(span -> byId.put(span.id(), span));
    for (Read span : spans) {
      if (!span.parent().isEmpty()) {
        assertThat(byId.get(span.parent()).trace()).isEqualTo(span.trace());
      }
    }
  }

  @Test
  void idsAreThoseOfTheRunAndItsKeys() throws IOException {
    List<LoggedRequest> requests = SampleRequests.several(50);
    assertThat(written(requests)).isEqualTo(written(requests));
    ExportedRun other = new ExportedRun("physical", null, "L1", 0.9, false, Map.of());
    List<String> ids = Otlp.spans(written(requests)).stream().map(Read::id).toList();
    List<Read> others = Otlp.spans(written(other, requests));
    assertThat(others).extracting(Read::id).doesNotContainAnyElementsOf(ids);
    assertThat(others.get(0).resource()).doesNotContainKey("deployment.environment.name");
  }

  @Test
  void whateverALogHoldsTheFileCanBeRead() throws IOException {
    String hostile =
        "\u0000\u001b[2J\r\n\t\"\\</script>\u2028\ud800 \udc00\ud800 \u202e\u00e9\u007f";
    String readable = hostile.replace('\ud800', '\ufffd').replace('\udc00', '\ufffd');
    LoggedRequest request =
        SampleRequests.request(
            0,
            START,
            0,
            "G\u0007T",
            hostile,
            null,
            List.of(
                SampleRequests.query(0, START + 1, hostile),
                SampleRequests.query(1, START + 20_000, "x".repeat(1 << 20)),
                SampleRequests.query(2, START + 40_000, "form", "\ud83d\ude00".repeat(1 << 19)),
                SampleRequests.query(3, START + 60_000, null)));
    String text = written(List.of(request));
    assertThat(text).matches("[ -\\x7f\n]*");
    assertThat(text.lines()).allMatch(line -> line.length() < COLLECTORS_LINE);
    List<Read> spans = Otlp.spans(text);
    assertThat(spans).hasSize(5);
    assertThat(spans.get(0).text("url.path")).isEqualTo(readable);
    assertThat(spans.get(0).text("http.request.method")).isEqualTo("_OTHER");
    assertThat(spans.get(0).text("http.request.method_original")).isEqualTo("G\u0007T");
    assertThat(spans.get(1).text("db.query.text")).isEqualTo(readable);
    assertThat(spans.get(2).text("db.query.text")).startsWith("xxx").endsWith("x\u2026");
    assertThat(spans.get(2).span().getName()).hasSize(81);
    assertThat(spans.get(3).text("db.query.text"))
        .isEqualTo("\ud83d\ude00".repeat(8_192) + "\u2026");
    assertThat(spans.get(3).span().getName()).isEqualTo("form");
    assertThat(spans.get(4).attribute("db.query.text")).isEmpty();
    assertThat(spans.get(4).span().getName()).isEqualTo("Query");
  }
}
