package io.tierlens.formats.apache;

import io.tierlens.formats.bytes.Ascii;

/**
 * The parts of a request line, which is whatever a client sent: {@code GET /a b?q HTTP/1.1}, {@code
 * GET /}, {@code quit}, bytes of TLS, nothing at all. A part that is not there is an empty range
 * with a start of -1. For one thread.
 */
final class RequestLine {

  private static final byte[] HTTP = Ascii.bytes("HTTP/");

  private byte[] methodBytes = {};
  private byte[] pathBytes = {};
  private int methodStart;
  private int methodEnd;
  private int pathStart;
  private int pathEnd;
  private int queryStart;
  private int queryEnd;
  private int protocolStart;
  private int protocolEnd;

  /** Takes a whole request line apart, with its escapes undone. */
  void parse(byte[] line, int start, int end) {
    clear();
    int firstEnd = Ascii.until(line, start, end, ' ');
    if (firstEnd == start || !isToken(line, start, firstEnd)) {
      return;
    }
    setMethod(line, start, firstEnd);
    if (firstEnd == end) {
      return;
    }
    int from = firstEnd + 1;
    int to = end;
    int lastSpace = lastSpace(line, from, end);
    int lastWord = lastSpace < 0 ? from : lastSpace + 1;
    if (end - lastWord > HTTP.length && Ascii.startsWith(line, lastWord, end, HTTP)) {
      protocolStart = lastWord;
      protocolEnd = end;
      to = lastSpace < 0 ? from : lastSpace;
    }
    if (to > from) {
      splitUrl(line, from, to);
    }
  }

  /** Takes apart a path with or without a query string behind it. */
  void parseUrl(byte[] url, int start, int end) {
    if (end > start) {
      splitUrl(url, start, end);
    }
  }

  /** Takes a method that was logged apart from the rest. */
  void setMethod(byte[] bytes, int start, int end) {
    methodBytes = bytes;
    methodStart = start;
    methodEnd = end;
  }

  /** Takes a path that was logged apart from the rest. */
  void setPath(byte[] bytes, int start, int end) {
    pathBytes = bytes;
    pathStart = start;
    pathEnd = end;
  }

  /** Forgets all parts. */
  void clear() {
    methodStart = -1;
    methodEnd = -1;
    pathStart = -1;
    pathEnd = -1;
    queryStart = -1;
    queryEnd = -1;
    protocolStart = -1;
    protocolEnd = -1;
  }

  private void splitUrl(byte[] line, int start, int end) {
    setPath(line, start, Ascii.until(line, start, end, '?'));
    if (pathEnd < end) {
      queryStart = pathEnd + 1;
      queryEnd = end;
    }
  }

  /** Whether all bytes may be part of a method by RFC 9110. */
  private static boolean isToken(byte[] line, int start, int end) {
    for (int i = start; i < end; i++) {
      int c = line[i];
      if (!Ascii.isLetter(c) && !Ascii.isDigit(c) && "!#$%&'*+-.^_`|~".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static int lastSpace(byte[] line, int start, int end) {
    for (int i = end - 1; i >= start; i--) {
      if (line[i] == ' ') {
        return i;
      }
    }
    return -1;
  }

  boolean hasMethod() {
    return methodStart >= 0;
  }

  boolean hasPath() {
    return pathStart >= 0;
  }

  /** What holds the method from {@link #methodStart} to {@link #methodEnd}. */
  byte[] methodBytes() {
    return methodBytes;
  }

  /** What holds the path from {@link #pathStart} to {@link #pathEnd}. */
  byte[] pathBytes() {
    return pathBytes;
  }

  int methodStart() {
    return methodStart;
  }

  int methodEnd() {
    return methodEnd;
  }

  int pathStart() {
    return pathStart;
  }

  int pathEnd() {
    return pathEnd;
  }

  int queryStart() {
    return queryStart;
  }

  int queryEnd() {
    return queryEnd;
  }

  int protocolStart() {
    return protocolStart;
  }

  int protocolEnd() {
    return protocolEnd;
  }
}
