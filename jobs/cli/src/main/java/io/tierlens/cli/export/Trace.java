package io.tierlens.cli.export;

import java.util.List;

/**
 * A request with its parts.
 *
 * @param id 32 hex digits
 * @param spans the request first, then its page if there is one, then its queries
 */
record Trace(String id, List<Span> spans) {

  Trace {
    spans = List.copyOf(spans);
  }

  Span request() {
    return spans.get(0);
  }
}
