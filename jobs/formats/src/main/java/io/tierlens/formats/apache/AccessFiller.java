package io.tierlens.formats.apache;

import static io.tierlens.formats.apache.AccessRecord.CLIENT;
import static io.tierlens.formats.apache.AccessRecord.DURATION_US;
import static io.tierlens.formats.apache.AccessRecord.ENDPOINT;
import static io.tierlens.formats.apache.AccessRecord.METHOD;
import static io.tierlens.formats.apache.AccessRecord.PATH;
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

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.endpoint.EndpointRules;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.time.Slack;

/** Puts the values that a {@link LineScanner} found into a record. For one thread. */
final class AccessFiller {

  private static final byte[] SESSION_KEY = Ascii.bytes("SESSION=");

  private final LineScanner scanner;
  private final FormatToken[] tokens;
  private final Escapes escapes = new Escapes();
  private final RequestLine requestLine = new RequestLine();
  private final EndpointFolder endpoints;

  AccessFiller(AccessFormat format, LineScanner scanner, EndpointRules rules) {
    this.scanner = scanner;
    this.endpoints = new EndpointFolder(rules);
    this.tokens = format.tokens().toArray(FormatToken[]::new);
  }

  /** Fills a cleared record from the line just scanned; texts are ranges of it, or of this. */
  void fill(LogRecord record, byte[] line) {
    escapes.clear();
    for (int i = 0; i < tokens.length; i++) {
      TokenMeaning meaning = tokens[i].meaning();
      if (meaning == TokenMeaning.BODY_BYTES) {
        long bytes = scanner.number(i);
        record.setLong(RESPONSE_BYTES, bytes == LineScanner.ABSENT ? 0 : bytes);
      } else if (meaning != TokenMeaning.LEFT_OUT && !scanner.isAbsent(line, i)) {
        fill(record, line, i, meaning);
      }
    }
    if (!record.isNull(METHOD) && !record.isNull(PATH)) {
      endpoints.fold(
          record.bytesAt(METHOD),
          record.startAt(METHOD),
          record.endAt(METHOD),
          record.bytesAt(PATH),
          record.startAt(PATH),
          record.endAt(PATH));
      record.setText(ENDPOINT, endpoints.bytes(), 0, endpoints.length());
    }
  }

  private void fill(LogRecord record, byte[] line, int token, TokenMeaning meaning) {
    switch (meaning) {
      case TIME -> {
        record.setLong(START_TIME, scanner.number(token));
        record.setLong(START_SLACK_US, Slack.OF_WHOLE_SECONDS_US);
      }
      case FINAL_STATUS, ORIGINAL_STATUS -> number(record, STATUS, token, 1);
      case MICROSECONDS, SECONDS -> number(record, DURATION_US, token, 1);
      case MILLISECONDS -> number(record, DURATION_US, token, 1000);
      case PROCESS -> number(record, PID, token, 1);
      default -> text(record, line, token, meaning);
    }
  }

  private void number(LogRecord record, int field, int token, long factor) {
    long value = scanner.number(token);
    if (value != LineScanner.ABSENT) {
      record.setLong(field, value * factor);
    }
  }

  private void text(LogRecord record, byte[] line, int token, TokenMeaning meaning) {
    byte[] bytes = line;
    int start = scanner.start(token);
    int end = scanner.end(token);
    if (Escapes.present(line, start, end)) {
      escapes.undo(line, start, end);
      bytes = escapes.bytes();
      start = escapes.start();
      end = escapes.end();
    }
    switch (meaning) {
      case CLIENT_NAME, CLIENT_ADDRESS, PEER_ADDRESS -> record.setText(CLIENT, bytes, start, end);
      case USER -> record.setText(USER, bytes, start, end);
      case REFERER -> record.setText(REFERER, bytes, start, end);
      case USER_AGENT -> record.setText(USER_AGENT, bytes, start, end);
      case UNIQUE_ID, REQUEST_ID_HEADER -> record.setText(REQUEST_ID, bytes, start, end);
      case METHOD -> record.setText(METHOD, bytes, start, end);
      case PROTOCOL -> record.setText(PROTOCOL, bytes, start, end);
      case URL -> record.setText(PATH, bytes, start, end);
      case QUERY -> query(record, bytes, start, end);
      case TRACK -> session(record, bytes, start, end);
      case URL_AND_QUERY -> {
        requestLine.parseUrl(bytes, start, end);
        url(record, bytes);
      }
      case REQUEST_LINE -> {
        requestLine.parse(bytes, start, end);
        part(record, METHOD, bytes, requestLine.methodStart(), requestLine.methodEnd());
        url(record, bytes);
        part(record, PROTOCOL, bytes, requestLine.protocolStart(), requestLine.protocolEnd());
      }
      default -> throw new AssertionError(meaning);
    }
  }

  private void url(LogRecord record, byte[] bytes) {
    part(record, PATH, bytes, requestLine.pathStart(), requestLine.pathEnd());
    part(record, QUERY_STRING, bytes, requestLine.queryStart(), requestLine.queryEnd());
  }

  private static void part(LogRecord record, int field, byte[] bytes, int start, int end) {
    if (start >= 0) {
      record.setText(field, bytes, start, end);
    }
  }

  /** Apache writes {@code %q} as a question mark and the query, or as nothing. */
  private static void query(LogRecord record, byte[] bytes, int start, int end) {
    if (start < end && bytes[start] == '?') {
      record.setText(QUERY_STRING, bytes, start + 1, end);
    }
  }

  /** The session out of {@code SESSION=a5hwWra6&VIEWPAGE=index}. */
  private static void session(LogRecord record, byte[] bytes, int start, int end) {
    int behindKey = start + SESSION_KEY.length;
    if (behindKey >= end || !Ascii.startsWith(bytes, start, end, SESSION_KEY)) {
      return;
    }
    int stop = Ascii.until(bytes, behindKey, end, '&');
    if (stop > behindKey) {
      record.setText(SESSION, bytes, behindKey, stop);
    }
  }
}
