package io.tierlens.cli.export;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tierlens.pipeline.export.ExportedRun;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes traces as OTLP/JSON, a line for each ExportTraceServiceRequest, as OpenTelemetry's file
 * exporter does. A line is a piece of the run: long ones are not read by the collector.
 */
final class OtlpWriter implements TraceWriter {

  /**
   * Characters of a line at most, as estimated. Too low: resources are repeated again and again.
   * Too high: the collector's file receiver cuts lines of 1 MiB.
   */
  private static final int LINE_CHARACTERS = 500_000;

  /** More than names, numbers and ids of a span take. */
  private static final int SPAN_CHARACTERS = 2_000;

  /** What a character becomes at worst: an escape. */
  private static final int ESCAPED_CHARACTERS = 6;

  private static final int STATUS_ERROR = 2;
  private static final String NANOSECONDS = "000";

  private final ExportedRun run;
  private final Writer out;
  private final JsonGenerator json;
  private final Map<Resource, List<TracedSpan>> pending = new LinkedHashMap<>();
  private long pendingCharacters;

  private record Resource(SpanTier tier, String host) {}

  private record TracedSpan(String traceId, Span span) {}

  OtlpWriter(ExportedRun run, Writer out) throws IOException {
    this.run = run;
    this.out = out;
    this.json = AsciiJson.to(out);
  }

  @Override
  public void write(Trace trace) throws IOException {
    for (Span span : trace.spans()) {
      pending
          .computeIfAbsent(new Resource(span.tier(), span.host()), unseen -> new ArrayList<>())
          .add(new TracedSpan(trace.id(), span));
      pendingCharacters += estimate(span);
      if (pendingCharacters >= LINE_CHARACTERS) {
        writeLine();
      }
    }
  }

  @Override
  public void finish() throws IOException {
    writeLine();
    json.close();
    out.flush();
  }

  private static long estimate(Span span) {
    long texts = span.name().length();
    for (Object value : span.attributes().values()) {
      texts += value instanceof String text ? text.length() : 0;
    }
    return SPAN_CHARACTERS + ESCAPED_CHARACTERS * texts;
  }

  private void writeLine() throws IOException {
    if (pending.isEmpty()) {
      return;
    }
    json.writeStartObject();
    json.writeArrayFieldStart("resourceSpans");
    for (Map.Entry<Resource, List<TracedSpan>> spans : pending.entrySet()) {
      json.writeStartObject();
      json.writeObjectFieldStart("resource");
      writeAttributes(attributes(spans.getKey()));
      json.writeEndObject();
      json.writeArrayFieldStart("scopeSpans");
      json.writeStartObject();
      json.writeObjectFieldStart("scope");
      json.writeStringField("name", "tierlens");
      json.writeEndObject();
      json.writeArrayFieldStart("spans");
      for (TracedSpan span : spans.getValue()) {
        writeSpan(span.traceId(), span.span());
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
    pending.clear();
    pendingCharacters = 0;
  }

  private Map<String, Object> attributes(Resource resource) {
    return new Attributes()
        .put("service.name", resource.tier().toString())
        .put("service.namespace", run.name())
        .put("deployment.environment.name", run.environment())
        .put("host.name", resource.host())
        .put("tierlens.run", run.name())
        .put("tierlens.level", run.level())
        .put("tierlens.least_probability", run.leastProbability())
        .values();
  }

  private void writeSpan(String traceId, Span span) throws IOException {
    json.writeStartObject();
    json.writeStringField("traceId", traceId);
    json.writeStringField("spanId", span.id());
    if (span.parentId() != null) {
      json.writeStringField("parentSpanId", span.parentId());
    }
    json.writeStringField("name", span.name());
    json.writeNumberField("kind", span.tier().otlpKind());
    json.writeStringField("startTimeUnixNano", span.time().startUs() + NANOSECONDS);
    json.writeStringField("endTimeUnixNano", span.time().endUs() + NANOSECONDS);
    writeAttributes(span.attributes());
    json.writeObjectFieldStart("status");
    if (span.failed()) {
      json.writeNumberField("code", STATUS_ERROR);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeAttributes(Map<String, Object> attributes) throws IOException {
    json.writeArrayFieldStart("attributes");
    for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
      json.writeStartObject();
      json.writeStringField("key", attribute.getKey());
      json.writeObjectFieldStart("value");
      writeValue(attribute.getValue());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Whole numbers of 64 bits are texts in OTLP/JSON. */
  private void writeValue(Object value) throws IOException {
    if (value instanceof Boolean truth) {
      json.writeBooleanField("boolValue", truth);
    } else if (value instanceof Double number) {
      json.writeNumberField("doubleValue", number);
    } else if (value instanceof Number number) {
      json.writeStringField("intValue", Long.toString(number.longValue()));
    } else {
      json.writeStringField("stringValue", value.toString());
    }
  }
}
