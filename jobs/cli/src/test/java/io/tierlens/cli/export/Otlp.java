package io.tierlens.cli.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.util.JsonFormat;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads OTLP/JSON lines back with OpenTelemetry's own classes; a field that they lack fails. */
public final class Otlp {
  private static final List<String> IDS = List.of("traceId", "spanId", "parentSpanId");

  private Otlp() {}

  /** A span with its resource. */
  public record Read(Span span, Map<String, String> resource) {

    public String trace() {
      return hex(span.getTraceId());
    }

    public String id() {
      return hex(span.getSpanId());
    }

    public String parent() {
      return hex(span.getParentSpanId());
    }

    public String service() {
      return resource.get("service.name");
    }

    public long durationNanos() {
      return span.getEndTimeUnixNano() - span.getStartTimeUnixNano();
    }

    public Optional<AnyValue> attribute(String key) {
      return span.getAttributesList().stream()
          .filter(attribute -> attribute.getKey().equals(key))
          .map(KeyValue::getValue)
          .findFirst();
    }

    public String text(String key) {
      return attribute(key).orElseThrow().getStringValue();
    }

    /** 0 where there is none. */
    public long number(String key) {
      return attribute(key).map(AnyValue::getIntValue).orElse(0L);
    }
  }

  /** All spans of all lines. */
  public static List<Read> spans(String lines) throws IOException {
    List<Read> spans = new ArrayList<>();
    for (String line : lines.split("\n", -1)) {
      if (!line.isEmpty()) {
        for (ResourceSpans resource : request(line).getResourceSpansList()) {
          Map<String, String> texts = new HashMap<>();
          resource
              .getResource()
              .getAttributesList()
              .forEach(a -> texts.put(a.getKey(), a.getValue().getStringValue()));
          resource
              .getScopeSpansList()
              .forEach(s -> s.getSpansList().forEach(span -> spans.add(new Read(span, texts))));
        }
      }
    }
    return spans;
  }

  private static ExportTraceServiceRequest request(String line) throws IOException {
    JsonNode document = new ObjectMapper().readTree(line);
    // OTLP writes ids in hexadecimal digits, where the JSON of other protocols has base64.
    for (JsonNode span : document.findParents("spanId")) {
      for (String id : IDS) {
        if (span.has(id)) {
          byte[] bytes = HexFormat.of().parseHex(span.get(id).asText());
          ((ObjectNode) span).put(id, Base64.getEncoder().encodeToString(bytes));
        }
      }
    }
    ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
    JsonFormat.parser().merge(document.toString(), request);
    return request.build();
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }
}
