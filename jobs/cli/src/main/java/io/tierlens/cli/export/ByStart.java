package io.tierlens.cli.export;

import io.tierlens.pipeline.export.LoggedRequest;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * Traces in the order in which they are placed, of requests in the order of their logged starts. A
 * request is placed no earlier than its logged start, so only those of one slack have to wait.
 */
final class ByStart implements Iterator<Trace> {
  private final Iterator<LoggedRequest> requests;
  private final TraceBuilder builder;
  private final PriorityQueue<Trace> waiting =
      new PriorityQueue<>(
          Comparator.comparingLong((Trace trace) -> trace.request().time().startUs())
              .thenComparing(Trace::id));
  private LoggedRequest ahead;

  ByStart(Iterator<LoggedRequest> requests, TraceBuilder builder) {
    this.requests = requests;
    this.builder = builder;
    step();
  }

  private void step() {
    ahead = requests.hasNext() ? requests.next() : null;
  }

  @Override
  public boolean hasNext() {
    return ahead != null || !waiting.isEmpty();
  }

  @Override
  public Trace next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    while (ahead != null
        && (waiting.isEmpty() || waiting.peek().request().time().startUs() >= ahead.startTime())) {
      waiting.add(builder.trace(ahead));
      step();
    }
    return waiting.remove();
  }
}
