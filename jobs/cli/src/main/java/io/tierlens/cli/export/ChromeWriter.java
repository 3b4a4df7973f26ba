package io.tierlens.cli.export;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tierlens.pipeline.export.CpuUse;
import io.tierlens.pipeline.export.DomainUse;
import io.tierlens.pipeline.export.ExportedRun;
import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes traces in the Trace Event Format, for Perfetto and chrome://tracing. A machine is a
 * process; its requests lie on as many lanes as there were at once, each with its page and queries
 * nested in it. Queries that ran side by side would hide each other: all but the first have lanes
 * of their own, with an arrow from the request.
 */
final class ChromeWriter implements TraceWriter {

  /** Lanes of requests are numbered below. */
  private static final int FIRST_SIDE_LANE = 1_000_000;

  private final JsonGenerator json;
  private final Writer out;
  private final Map<String, Machine> machines = new HashMap<>();
  private final Map<Track, Boolean> named = new HashMap<>();

  /** A machine, its number and its lanes. */
  private record Machine(int process, Lanes requests, Lanes sideBySide) {}

  private record Track(int process, int thread) {}

  ChromeWriter(ExportedRun run, Writer out) throws IOException {
    this.out = out;
    json = AsciiJson.to(out);
    json.writeStartObject();
    json.writeStringField("displayTimeUnit", "ms");
    json.writeObjectFieldStart("otherData");
    json.writeStringField("tool", "tierlens");
    json.writeStringField("run", Attributes.text(run.name()));
    json.writeStringField("level", run.level());
    json.writeNumberField("least_probability", run.leastProbability());
    json.writeEndObject();
    json.writeArrayFieldStart("traceEvents");
  }

  @Override
  public void write(Trace trace) throws IOException {
    Span request = trace.request();
    Machine machine = machine(request.host());
    int lane = machine.requests.take(request.time().startUs(), request.time().endUs());
    Track track = new Track(machine.process, 1 + lane);
    name(track, "requests " + (1 + lane));
    List<Span> parts = trace.spans();
    for (Span span : parts) {
      if (span.tier() != SpanTier.DB) {
        writeSpan(trace, span, track);
      }
    }
    long free = Long.MIN_VALUE;
    for (Span query : queries(parts)) {
      if (query.time().startUs() >= free) {
        writeSpan(trace, query, track);
        free = query.time().endUs();
      } else {
        writeAside(trace, query, machine, track);
      }
    }
  }

  private static List<Span> queries(List<Span> parts) {
    return parts.stream()
        .filter(span -> span.tier() == SpanTier.DB)
        .sorted(Comparator.comparingLong(span -> span.time().startUs()))
        .toList();
  }

  private void writeAside(Trace trace, Span query, Machine machine, Track track)
      throws IOException {
    int lane = machine.sideBySide.take(query.time().startUs(), query.time().endUs());
    Track aside = new Track(machine.process, FIRST_SIDE_LANE + lane);
    name(aside, "queries side by side " + (1 + lane));
    writeSpan(trace, query, aside);
    begin("s", "runs", query.time().startUs(), track);
    json.writeStringField("cat", "query");
    json.writeStringField("id", query.id());
    end();
    begin("f", "runs", query.time().startUs(), aside);
    json.writeStringField("cat", "query");
    json.writeStringField("id", query.id());
    json.writeStringField("bp", "e");
    end();
  }

  private void writeSpan(Trace trace, Span span, Track track) throws IOException {
    begin("X", span.name(), span.time().startUs(), track);
    json.writeNumberField("dur", span.time().durationUs());
    json.writeStringField("cat", span.tier().toString());
    json.writeObjectFieldStart("args");
    json.writeStringField("trace_id", trace.id());
    json.writeStringField("span_id", span.id());
    json.writeStringField("tier", span.tier().toString());
    json.writeStringField("host", Attributes.text(span.host()));
    for (Map.Entry<String, Object> attribute : span.attributes().entrySet()) {
      json.writeFieldName(attribute.getKey());
      writeValue(attribute.getValue());
    }
    json.writeEndObject();
    end();
  }

  private void writeValue(Object value) throws IOException {
    if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else {
      json.writeString(value.toString());
    }
  }

  @Override
  public boolean showsMachines() {
    return true;
  }

  @Override
  public void write(CpuUse use) throws IOException {
    beginCounter("CPU, % of all CPUs", use.host(), use.intervalStart());
    json.writeNumberField("user", use.user());
    json.writeNumberField("system", use.system());
    writeIfKnown("iowait", use.iowait());
    writeIfKnown("steal", use.steal());
    endCounter();
  }

  @Override
  public void write(DomainUse use) throws IOException {
    beginCounter("domain " + use.domain() + ", % of one CPU", use.host(), use.intervalStart());
    writeIfKnown("charged", use.cpuPercent());
    writeIfKnown("ready", use.readyPercent());
    endCounter();
  }

  private void beginCounter(String name, String host, long startUs) throws IOException {
    begin("C", Attributes.text(name), startUs, new Track(machine(host).process, 0));
    json.writeObjectFieldStart("args");
  }

  private void writeIfKnown(String series, Double value) throws IOException {
    if (value != null) {
      json.writeNumberField(series, value);
    }
  }

  private void endCounter() throws IOException {
    json.writeEndObject();
    end();
  }

  private Machine machine(String host) throws IOException {
    Machine machine = machines.get(host);
    if (machine == null) {
      machine = new Machine(machines.size() + 1, new Lanes(), new Lanes());
      machines.put(host, machine);
      describe("process_name", new Track(machine.process, 0), host);
    }
    return machine;
  }

  private void name(Track track, String name) throws IOException {
    if (named.putIfAbsent(track, true) == null) {
      describe("thread_name", track, name);
    }
  }

  private void describe(String what, Track track, String name) throws IOException {
    begin("M", what, 0, track);
    json.writeObjectFieldStart("args");
    json.writeStringField("name", Attributes.text(name));
    json.writeEndObject();
    end();
  }

  private void begin(String phase, String name, long timeUs, Track track) throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringField("ph", phase);
    json.writeStringField("name", name);
    json.writeNumberField("ts", timeUs);
    json.writeNumberField("pid", track.process);
    json.writeNumberField("tid", track.thread);
  }

  private void end() throws IOException {
    json.writeEndObject();
  }

  @Override
  public void finish() throws IOException {
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
    out.flush();
  }
}
