package io.tierlens.cli.export;

import io.tierlens.attribution.trace.PlacedSpan;
import io.tierlens.attribution.trace.PlacedTrace;
import io.tierlens.attribution.trace.Timed;
import io.tierlens.attribution.trace.TracePlacement;
import io.tierlens.pipeline.export.ExportedRun;
import io.tierlens.pipeline.export.LoggedPage;
import io.tierlens.pipeline.export.LoggedQuery;
import io.tierlens.pipeline.export.LoggedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes a trace of a request: places its parts in time, and names them and their attributes after
 * OpenTelemetry's conventions, and with prefix {@code tierlens.} what those have no name for.
 */
final class TraceBuilder {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

  private static final int SERVER_ERRORS_FROM = 500;

  /** A name is a label: the whole text is an attribute. */
  private static final int NAME_CHARACTERS = 80;

  private final ExportedRun run;
  private final SpanIds ids;

  TraceBuilder(ExportedRun run) {
    this.run = run;
    this.ids = new SpanIds(run.name());
  }

  Trace trace(LoggedRequest request) {
    LoggedPage page = request.page();
    PlacedTrace placed =
        TracePlacement.place(
            new Timed(request.startTime(), request.startSlackUs(), request.durationUs()),
            page == null
                ? null
                : new Timed(page.startTime(), page.startSlackUs(), page.durationUs()),
            request.queries().stream()
                .map(
                    query ->
                        new Timed(query.startTime(), query.startSlackUs(), query.queryTimeUs()))
                .toList());
    List<Span> spans = new ArrayList<>();
    Span root = request(request, placed.request());
    spans.add(root);
    Span parent = root;
    if (page != null) {
      parent = page(page, request, root, placed.page());
      spans.add(parent);
    }
    for (int q = 0; q < request.queries().size(); q++) {
      spans.add(query(request.queries().get(q), request, parent, placed.queries().get(q)));
    }
    return new Trace(ids.ofTrace(request.requestKey()), spans);
  }

  private Span request(LoggedRequest request, PlacedSpan time) {
    String method = request.method();
    boolean known = method != null && METHODS.contains(method);
    boolean failed = request.status() != null && request.status() >= SERVER_ERRORS_FROM;
    Attributes attributes =
        new Attributes()
            .put("http.request.method", method == null || known ? method : "_OTHER")
            .put("http.request.method_original", known ? null : method)
            .put("url.path", request.path())
            .put("http.route", route(request))
            .put("http.response.status_code", request.status())
            .put("http.response.body.size", request.responseBytes())
            .put("error.type", failed ? request.status().toString() : null)
            .put("server.address", request.host())
            .put("tierlens.level", request.level())
            .put("tierlens.window", request.windowName())
            .put("tierlens.web_self_us", request.webSelfUs())
            .put("tierlens.app_self_us", request.appSelfUs())
            .put("tierlens.web_app_us", request.webAppUs())
            .put("tierlens.db_us", request.dbUs())
            .put("tierlens.db_low_us", request.dbLowUs())
            .put("tierlens.db_high_us", request.dbHighUs())
            .put("tierlens.query_count", request.queryCount())
            .put(time)
            .put("tierlens.request_key", Long.toString(request.requestKey()))
            .putSource(request.file(), request.line());
    String name = request.endpoint() != null ? request.endpoint() : known ? method : "HTTP";
    return new Span(
        ids.ofRequest(request.requestKey()),
        null,
        request.page() == null ? SpanTier.WEB_APP : SpanTier.WEB,
        request.host(),
        Attributes.text(name),
        time,
        attributes.values(),
        failed);
  }

  /** The endpoint without its method. */
  private static String route(LoggedRequest request) {
    String endpoint = request.endpoint();
    String prefix = request.method() + " ";
    return endpoint != null && endpoint.startsWith(prefix)
        ? endpoint.substring(prefix.length())
        : null;
  }

  private Span page(LoggedPage page, LoggedRequest request, Span root, PlacedSpan time) {
    Attributes attributes =
        new Attributes()
            .put("process.pid", page.pid())
            .put("tierlens.page", page.page())
            .put("tierlens.level", request.level())
            .put(time)
            .put("tierlens.event_key", Long.toString(page.eventKey()))
            .putSource(page.file(), page.line());
    return new Span(
        ids.ofPage(page.eventKey()),
        root.id(),
        SpanTier.APP,
        page.host(),
        root.name(),
        time,
        attributes.values(),
        false);
  }

  private Span query(LoggedQuery query, LoggedRequest request, Span parent, PlacedSpan time) {
    String text = query.statement() != null ? query.statement() : query.fingerprint();
    boolean cut = text != null && query.textLength() > text.length();
    Attributes attributes =
        new Attributes()
            .put("db.system.name", run.databaseSystem(query.file()))
            .put("db.namespace", query.database())
            .put("db.query.text", text)
            .put("db.response.returned_rows", query.rowsSent())
            .put("server.address", query.host())
            .put("tierlens.probability", query.probability())
            .put("tierlens.level", request.level())
            .put("tierlens.query_text_length", cut ? query.textLength() : null)
            .put("tierlens.fingerprint_id", query.fingerprintId())
            .put("tierlens.lock_us", query.lockTimeUs())
            .put("tierlens.rows_examined", query.rowsExamined())
            .put("tierlens.rows_affected", query.rowsAffected())
            .put("tierlens.thread_id", query.threadId())
            .put(
                "tierlens.duration_error_us",
                query.queryTimeErrorUs() == 0 ? null : query.queryTimeErrorUs())
            .put(time)
            .put("tierlens.query_key", Long.toString(query.queryKey()))
            .putSource(query.file(), query.line());
    return new Span(
        ids.ofQuery(query.queryKey()),
        parent.id(),
        SpanTier.DB,
        query.host(),
        queryName(query),
        time,
        attributes.values(),
        false);
  }

  /** By the normal form even where statements are shown, so that like queries have one name. */
  private static String queryName(LoggedQuery query) {
    String form = query.fingerprint() != null ? query.fingerprint() : query.command();
    if (form == null) {
      return "query";
    }
    return form.length() <= NAME_CHARACTERS
        ? Attributes.text(form)
        : Attributes.text(form.substring(0, NAME_CHARACTERS)) + "\u2026";
  }
}
