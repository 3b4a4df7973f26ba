package io.tierlens.formats.apache;

import static io.tierlens.formats.apache.AccessRecord.CLIENT;
import static io.tierlens.formats.apache.AccessRecord.DURATION_US;
import static io.tierlens.formats.apache.AccessRecord.ENDPOINT;
import static io.tierlens.formats.apache.AccessRecord.EXTRA;
import static io.tierlens.formats.apache.AccessRecord.METHOD;
import static io.tierlens.formats.apache.AccessRecord.PATH;
import static io.tierlens.formats.apache.AccessRecord.PEER;
import static io.tierlens.formats.apache.AccessRecord.PID;
import static io.tierlens.formats.apache.AccessRecord.PROTOCOL;
import static io.tierlens.formats.apache.AccessRecord.QUERY_STRING;
import static io.tierlens.formats.apache.AccessRecord.REFERER;
import static io.tierlens.formats.apache.AccessRecord.REQUEST_ID;
import static io.tierlens.formats.apache.AccessRecord.RESPONSE_BYTES;
import static io.tierlens.formats.apache.AccessRecord.SESSION;
import static io.tierlens.formats.apache.AccessRecord.START_SLACK_US;
import static io.tierlens.formats.apache.AccessRecord.START_TIME;
import static io.tierlens.formats.apache.AccessRecord.STATUS;
import static io.tierlens.formats.apache.AccessRecord.USER;
import static io.tierlens.formats.apache.AccessRecord.USER_AGENT;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.endpoint.EndpointRules;
import io.tierlens.formats.record.LogRecord;
import java.util.stream.IntStream;

/**
 * Puts the values that a {@link LineScanner} found into a record. What nobody wants of it is not
 * even looked at. For one thread.
 */
final class AccessFiller {

  private static final byte[] SESSION_KEY = Ascii.bytes("SESSION=");

  private final LineScanner scanner;
  private final LogRecord record;
  private final FormatToken[] tokens;
  private final byte[][] names;
  private final int[] wanted;
  private final boolean clientIsPeer;
  private final Escapes escapes;
  private final RequestLine requestLine = new RequestLine();
  private final EndpointFolder endpoints;

  /**
   * A filler of one record.
   *
   * @param record tells which of its fields are wanted
   */
  AccessFiller(AccessFormat format, LineScanner scanner, EndpointRules rules, LogRecord record) {
    this.scanner = scanner;
    this.endpoints = new EndpointFolder(rules);
    this.record = record;
    tokens = format.tokens().toArray(FormatToken[]::new);
    names =
        format.tokens().stream().map(token -> token.text().getBytes(UTF_8)).toArray(byte[][]::new);
    wanted = IntStream.range(0, tokens.length).filter(this::isWanted).toArray();
    clientIsPeer =
        format.token(TokenMeaning.CLIENT_NAME) < 0 && format.token(TokenMeaning.CLIENT_ADDRESS) < 0;
    escapes = new Escapes(format.dialect());
  }

  private boolean isWanted(int token) {
    TokenMeaning meaning = tokens[token].meaning();
    return switch (meaning) {
      case TIME, MICROSECONDS, MILLISECONDS, SECONDS -> false;
      case REQUEST_LINE ->
          record.wants(METHOD)
              || record.wants(PATH)
              || record.wants(QUERY_STRING)
              || record.wants(PROTOCOL)
              || record.wants(ENDPOINT)
              || record.wants(EXTRA);
      case METHOD -> record.wants(METHOD) || record.wants(ENDPOINT);
      case URL -> record.wants(PATH) || record.wants(ENDPOINT);
      case URL_AND_QUERY ->
          record.wants(PATH) || record.wants(ENDPOINT) || record.wants(QUERY_STRING);
      case PEER_ADDRESS -> record.wants(PEER) || record.wants(CLIENT);
      case TRACK -> record.wants(SESSION) || record.wants(EXTRA);
      default -> record.wants(record.type().index(meaning.column()));
    };
  }

  /** Fills the cleared record from the line just scanned; texts are ranges of it, or of this. */
  void fill(byte[] line, AccessTimes times) {
    record.setLong(START_TIME, times.startUs());
    record.setLong(START_SLACK_US, times.slackUs());
    if (times.durationUs() != LineScanner.ABSENT) {
      record.setLong(DURATION_US, times.durationUs());
    }
    escapes.clear();
    requestLine.clear();
    for (int token : wanted) {
      TokenMeaning meaning = tokens[token].meaning();
      if (meaning == TokenMeaning.BODY_BYTES) {
        long bytes = scanner.number(token);
        record.setLong(RESPONSE_BYTES, bytes == LineScanner.ABSENT ? 0 : bytes);
      } else if (!scanner.isAbsent(line, token)) {
        fill(line, token, meaning);
      }
    }
    if (requestLine.hasMethod() && requestLine.hasPath() && record.wants(ENDPOINT)) {
      endpoints.fold(
          requestLine.methodBytes(),
          requestLine.methodStart(),
          requestLine.methodEnd(),
          requestLine.pathBytes(),
          requestLine.pathStart(),
          requestLine.pathEnd());
      record.setText(ENDPOINT, endpoints.bytes(), 0, endpoints.length());
    }
  }

  private void fill(byte[] line, int token, TokenMeaning meaning) {
    switch (meaning) {
      case FINAL_STATUS, ORIGINAL_STATUS -> number(STATUS, token, Integer.MAX_VALUE);
      case PROCESS -> number(PID, token, Long.MAX_VALUE);
      default -> {
        int start = scanner.start(token);
        int end = scanner.end(token);
        if (escapes.present(line, start, end)) {
          escapes.undo(line, start, end);
          text(token, meaning, escapes.bytes(), escapes.start(), escapes.end());
        } else {
          text(token, meaning, line, start, end);
        }
      }
    }
  }

  private void number(int field, int token, long most) {
    if (scanner.number(token) <= most) {
      record.setLong(field, scanner.number(token));
    }
  }

  private void text(int token, TokenMeaning meaning, byte[] bytes, int start, int end) {
    switch (meaning) {
      case CLIENT_NAME, CLIENT_ADDRESS -> record.setText(CLIENT, bytes, start, end);
      case PEER_ADDRESS -> {
        record.setText(PEER, bytes, start, end);
        if (clientIsPeer) {
          record.setText(CLIENT, bytes, start, end);
        }
      }
      case USER -> record.setText(USER, bytes, start, end);
      case REFERER -> record.setText(REFERER, bytes, start, end);
      case USER_AGENT -> record.setText(USER_AGENT, bytes, start, end);
      case UNIQUE_ID, REQUEST_ID_HEADER -> record.setText(REQUEST_ID, bytes, start, end);
      case PROTOCOL -> record.setText(PROTOCOL, bytes, start, end);
      case QUERY -> query(bytes, start, end);
      case ARGUMENTS -> record.setText(QUERY_STRING, bytes, start, end);
      case TRACK -> session(token, bytes, start, end);
      case METHOD -> {
        requestLine.setMethod(bytes, start, end);
        record.setText(METHOD, bytes, start, end);
      }
      case URL -> {
        requestLine.setPath(bytes, start, end);
        record.setText(PATH, bytes, start, end);
      }
      case URL_AND_QUERY -> {
        requestLine.parseUrl(bytes, start, end);
        url(bytes);
      }
      case REQUEST_LINE -> {
        requestLine.parse(bytes, start, end);
        part(METHOD, bytes, requestLine.methodStart(), requestLine.methodEnd());
        url(bytes);
        part(PROTOCOL, bytes, requestLine.protocolStart(), requestLine.protocolEnd());
        if (!requestLine.hasMethod()) {
          extra(token, bytes, start, end);
        }
      }
      case EXTRA -> extra(token, bytes, start, end);
      default -> throw new AssertionError(meaning);
    }
  }

  private void url(byte[] bytes) {
    part(PATH, bytes, requestLine.pathStart(), requestLine.pathEnd());
    part(QUERY_STRING, bytes, requestLine.queryStart(), requestLine.queryEnd());
  }

  private void part(int field, byte[] bytes, int start, int end) {
    if (start >= 0) {
      record.setText(field, bytes, start, end);
    }
  }

  /** A text without a column of its own; what is empty tells nothing. */
  private void extra(int token, byte[] bytes, int start, int end) {
    if (start < end) {
      record.putText(EXTRA, names[token], bytes, start, end);
    }
  }

  /** Apache writes {@code %q} as a question mark and the query, or as nothing. */
  private void query(byte[] bytes, int start, int end) {
    if (start < end && bytes[start] == '?') {
      record.setText(QUERY_STRING, bytes, start + 1, end);
    }
  }

  /** The session out of {@code SESSION=a5hwWra6&VIEWPAGE=index}; what has none is kept whole. */
  private void session(int token, byte[] bytes, int start, int end) {
    int behindKey = start + SESSION_KEY.length;
    if (behindKey < end && Ascii.startsWith(bytes, start, end, SESSION_KEY)) {
      int stop = Ascii.until(bytes, behindKey, end, '&');
      if (stop > behindKey) {
        record.setText(SESSION, bytes, behindKey, stop);
        return;
      }
    }
    extra(token, bytes, start, end);
  }
}
