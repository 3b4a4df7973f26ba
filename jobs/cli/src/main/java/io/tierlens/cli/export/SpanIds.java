package io.tierlens.cli.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Ids of traces and spans. They derive from the run's name and the keys of the lake's rows, so that
 * they stay the same from export to export, and those of two runs differ.
 */
final class SpanIds {
  private static final int TRACE_BYTES = 16;
  private static final int SPAN_BYTES = 8;

  private final String run;

  SpanIds(String run) {
    this.run = run;
  }

  String ofTrace(long requestKey) {
    return id("trace", requestKey, TRACE_BYTES);
  }

  String ofRequest(long requestKey) {
    return id("request", requestKey, SPAN_BYTES);
  }

  String ofPage(long eventKey) {
    return id("page", eventKey, SPAN_BYTES);
  }

  String ofQuery(long queryKey) {
    return id("query", queryKey, SPAN_BYTES);
  }

  private String id(String what, long key, int bytes) {
    byte[] digest = sha256(run + "\n" + what + "\n" + key);
    int from = 0;
    // An id of zeros means none. That a digest begins with so many will not be seen by anybody.
    while (isZero(digest, from, bytes)) {
      from++;
    }
    return HexFormat.of().formatHex(digest, from, from + bytes);
  }

  private static boolean isZero(byte[] digest, int from, int bytes) {
    for (int i = from; i < from + bytes; i++) {
      if (digest[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
