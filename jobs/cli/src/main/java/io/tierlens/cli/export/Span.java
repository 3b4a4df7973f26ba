package io.tierlens.cli.export;

import static java.util.Objects.requireNonNull;

import io.tierlens.attribution.trace.PlacedSpan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A piece of a request's time.
 *
 * @param id 16 hex digits
 * @param parentId null for the request itself
 * @param host machine that logged it
 * @param attributes texts, whole numbers, fractions and truth values by name, none of them null
 * @param failed whether the server failed
 */
record Span(
    String id,
    String parentId,
    SpanTier tier,
    String host,
    String name,
    PlacedSpan time,
    Map<String, Object> attributes,
    boolean failed) {

  Span {
    requireNonNull(id, "id is null");
    requireNonNull(host, "host is null");
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }
}
