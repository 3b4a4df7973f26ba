package io.tierlens.formats.sql;

import io.tierlens.formats.bytes.Ascii;

/**
 * Keys that nothing but tracing uses, however they are spelt: {@code request_id}, {@code
 * requestId}, {@code X-Request-ID}.
 */
enum TracingKey {
  REQUEST_ID("requestid"),
  X_REQUEST_ID("xrequestid"),
  TRACE_PARENT("traceparent"),
  TRACE_STATE("tracestate"),
  TRACE_ID("traceid"),
  SPAN_ID("spanid"),
  CORRELATION_ID("correlationid"),
  X_CORRELATION_ID("xcorrelationid");

  private static final TracingKey[] ALL = values();

  private final String letters;

  TracingKey(String letters) {
    this.letters = letters;
  }

  /** The key that the range spells, or null. */
  static TracingKey of(byte[] text, int from, int to) {
    for (TracingKey key : ALL) {
      if (key.isSpeltBy(text, from, to)) {
        return key;
      }
    }
    return null;
  }

  boolean isRequest() {
    return this == REQUEST_ID || this == X_REQUEST_ID;
  }

  private boolean isSpeltBy(byte[] text, int from, int to) {
    int matched = 0;
    for (int i = from; i < to; i++) {
      if (text[i] != '_' && text[i] != '-') {
        if (matched == letters.length() || Ascii.lowerCase(text[i]) != letters.charAt(matched)) {
          return false;
        }
        matched++;
      }
    }
    return matched == letters.length();
  }
}
