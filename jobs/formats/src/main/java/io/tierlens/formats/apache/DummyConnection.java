package io.tierlens.formats.apache;

import io.tierlens.formats.bytes.Ascii;

/**
 * Tells the requests that a server sends to itself to wake its own children: no traffic at all. For
 * one thread.
 */
final class DummyConnection {
  private static final byte[] OPTIONS = Ascii.bytes("OPTIONS");
  private static final byte[] STAR = Ascii.bytes("*");
  private static final byte[] OPTIONS_STAR = Ascii.bytes("OPTIONS *");
  private static final byte[] PROTOCOL = Ascii.bytes(" HTTP/");
  private static final byte[] AGENT = Ascii.bytes("(internal dummy connection)");
  private static final byte[][] LOCAL = {
    Ascii.bytes("127.0.0.1"), Ascii.bytes("::1"), Ascii.bytes("localhost")
  };

  private final LineScanner scanner;
  private final int client;
  private final int agent;
  private final int request;
  private final int method;
  private final int url;

  DummyConnection(AccessFormat format, LineScanner scanner) {
    this.scanner = scanner;
    client =
        first(
            format,
            TokenMeaning.CLIENT_NAME,
            TokenMeaning.CLIENT_ADDRESS,
            TokenMeaning.PEER_ADDRESS);
    agent = first(format, TokenMeaning.USER_AGENT);
    request = first(format, TokenMeaning.REQUEST_LINE);
    method = first(format, TokenMeaning.METHOD);
    url = first(format, TokenMeaning.URL, TokenMeaning.URL_AND_QUERY);
  }

  private static int first(AccessFormat format, TokenMeaning... meanings) {
    for (TokenMeaning meaning : meanings) {
      int token = format.token(meaning);
      if (token >= 0) {
        return token;
      }
    }
    return -1;
  }

  /**
   * Whether the line just scanned is such a request: it comes from the machine itself and says so,
   * or, in a log without user agents, asks for {@code OPTIONS *}.
   */
  boolean is(byte[] line) {
    if (client < 0 || !isLocal(line)) {
      return false;
    }
    if (agent >= 0 && !scanner.isAbsent(line, agent)) {
      int end = scanner.end(agent);
      return Ascii.equal(line, Math.max(scanner.start(agent), end - AGENT.length), end, AGENT);
    }
    if (request >= 0) {
      int behind = scanner.start(request) + OPTIONS_STAR.length;
      int end = scanner.end(request);
      return Ascii.startsWith(line, scanner.start(request), end, OPTIONS_STAR)
          && (behind == end || Ascii.startsWith(line, behind, end, PROTOCOL));
    }
    return method >= 0 && url >= 0 && equal(line, method, OPTIONS) && equal(line, url, STAR);
  }

  private boolean isLocal(byte[] line) {
    for (byte[] address : LOCAL) {
      if (equal(line, client, address)) {
        return true;
      }
    }
    return false;
  }

  private boolean equal(byte[] line, int token, byte[] wanted) {
    return Ascii.equal(line, scanner.start(token), scanner.end(token), wanted);
  }
}
