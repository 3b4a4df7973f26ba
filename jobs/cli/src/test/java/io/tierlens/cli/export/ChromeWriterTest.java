package io.tierlens.cli.export;

import static io.tierlens.cli.export.SampleRequests.RUN;
import static io.tierlens.cli.export.SampleRequests.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tierlens.pipeline.export.CpuUse;
import io.tierlens.pipeline.export.DomainUse;
import io.tierlens.pipeline.export.LoggedRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChromeWriterTest {
  private static final CpuUse KNOWN = new CpuUse("www1", START, START + 10, 20.5, 3, 1.5, 0.0);
  private static final CpuUse WITHOUT_STEAL =
      new CpuUse("www1", START + 10, START + 20, 20.5, 3, null, null);

  private static List<JsonNode> events(List<LoggedRequest> requests) throws IOException {
    StringWriter out = new StringWriter();
    new RunExport(
            RUN,
            requests.iterator(),
            List.of(KNOWN, WITHOUT_STEAL)::iterator,
            List.of(new DomainUse("dom0", "guest\ud800", START, START + 10, 130.0, null))::iterator)
        .writeTo(out, ExportFormat.CHROME_TRACE, count -> {});
    JsonNode document = new ObjectMapper().readTree(out.toString());
    assertThat(document.get("otherData").get("run").asText()).isEqualTo("virtual");
    List<JsonNode> events = new ArrayList<>();
    document.get("traceEvents").forEach(events::add);
    return events;
  }

  private static List<JsonNode> of(List<JsonNode> events, String phase) {
    return events.stream().filter(event -> event.get("ph").asText().equals(phase)).toList();
  }

  private static long start(JsonNode event) {
    return event.get("ts").asLong();
  }

  private static long end(JsonNode event) {
    return start(event) + event.get("dur").asLong();
  }

  private static String track(JsonNode event) {
    return event.get("pid") + "/" + event.get("tid");
  }

  /** What a viewer asks of a track: a span ends in the one that it has begun in. */
  private static void requireNesting(List<JsonNode> spans) {
    Map<String, Deque<JsonNode>> open = new HashMap<>();
    for (JsonNode span : spans) {
      Deque<JsonNode> around = open.computeIfAbsent(track(span), unseen -> new ArrayDeque<>());
      while (!around.isEmpty() && end(around.peek()) <= start(span)) {
        around.pop();
      }
      if (!around.isEmpty()) {
        assertThat(start(span)).isGreaterThanOrEqualTo(start(around.peek()));
        assertThat(end(span)).isLessThanOrEqualTo(end(around.peek()));
      }
      around.push(span);
    }
  }

  @Test
  void requestsThatOverlapHaveLanesOfTheirOwn() throws IOException {
    List<JsonNode> events = events(SampleRequests.several(40));
    List<JsonNode> spans = of(events, "X");
    assertThat(spans).hasSize(160);
    requireNesting(spans);
    // Each lasts as long as two of them are apart.
    assertThat(spans.stream().map(ChromeWriterTest::track).distinct()).hasSize(2);
    assertThat(of(events, "M"))
        .extracting(event -> event.get("args").get("name").asText())
        .containsExactly("www1", "requests 1", "requests 2", "dom0");
    assertThat(spans.get(0).get("args").get("tierlens.level").asText()).isEqualTo("L1");
    assertThat(spans.get(2).get("args").get("tierlens.probability").asDouble()).isEqualTo(0.97);
    assertThat(spans.get(2).get("args").get("host").asText()).isEqualTo("db1");
    assertThat(of(events, "s")).isEmpty();
  }

  @Test
  void lanesFollowTheOrderOfPlacesAndNotThatOfStamps() throws IOException {
    // The stamp of the first is coarse: it is placed behind the second.
    List<JsonNode> spans =
        of(
            events(
                List.of(
                    SampleRequests.request(0, START, 800_000, "GET", "/", null, List.of()),
                    SampleRequests.request(1, START + 100_000, 0, "GET", "/", null, List.of()))),
            "X");
    assertThat(spans)
        .extracting(ChromeWriterTest::start)
        .containsExactly(START + 100_000, START + 400_000);
    assertThat(spans).extracting(ChromeWriterTest::track).containsOnly("1/1");
  }

  @Test
  void queriesSideBySideAreShownWithAnArrow() throws IOException {
    List<JsonNode> events =
        events(
            List.of(
                SampleRequests.request(
                    0,
                    START,
                    0,
                    "GET",
                    "/",
                    null,
                    List.of(
                        SampleRequests.query(0, START + 10_000, "select a"),
                        SampleRequests.query(1, START + 15_000, "select b"),
                        SampleRequests.query(2, START + 30_000, "select c")))));
    assertThat(of(events, "X"))
        .extracting(event -> event.get("name").asText() + " " + event.get("tid"))
        .containsExactly("GET /shop/{sku}.html 1", "select a 1", "select b 1000000", "select c 1");
    assertThat(of(events, "s")).hasSize(1);
    assertThat(of(events, "f").get(0).get("tid").asInt()).isEqualTo(1_000_000);
    assertThat(of(events, "f").get(0).get("id")).isEqualTo(of(events, "s").get(0).get("id"));
  }

  @Test
  void machinesAreCountersWithoutWhatIsNotKnown() throws IOException {
    List<JsonNode> counters = of(events(SampleRequests.several(1)), "C");
    assertThat(counters).hasSize(3);
    assertThat(counters.get(0).get("args").toString())
        .isEqualTo("{\"user\":20.5,\"system\":3.0,\"iowait\":1.5,\"steal\":0.0}");
    assertThat(counters.get(1).get("args").toString()).isEqualTo("{\"user\":20.5,\"system\":3.0}");
    assertThat(counters.get(2).get("name").asText()).isEqualTo("domain guest\ufffd, % of one CPU");
    assertThat(counters.get(2).get("args").toString()).isEqualTo("{\"charged\":130.0}");
    assertThat(counters.get(2).get("pid")).isNotEqualTo(counters.get(0).get("pid"));
  }
}
