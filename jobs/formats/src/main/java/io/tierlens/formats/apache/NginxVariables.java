package io.tierlens.formats.apache;

import io.tierlens.formats.apache.Directive.Clock;
import io.tierlens.formats.apache.FormatToken.Shape;
import io.tierlens.formats.time.TimePattern;

/**
 * The variables of nginx's log_format and what each of them means here. nginx has no time of the
 * request's beginning: all of its stamps are of the moment at which the line was written.
 */
final class NginxVariables {
  private static final TimePattern ISO_8601 =
      TimePattern.ofStrftime("%Y-%m-%dT%H:%M:%S%z").orElseThrow();

  private NginxVariables() {}

  /** The token {@code $name}; a name that has no column is a text. */
  static Directive of(String name) {
    String text = "$" + name;
    return switch (name) {
      case "remote_addr" -> Directive.of(text, TokenMeaning.CLIENT_ADDRESS, Shape.WORD);
      case "realip_remote_addr" -> Directive.of(text, TokenMeaning.PEER_ADDRESS, Shape.WORD);
      case "remote_user" -> Directive.of(text, TokenMeaning.USER, Shape.TEXT);
      case "time_local" -> Directive.stamp(text, Clock.END);
      case "time_iso8601" -> Directive.time(text, Clock.END, ISO_8601);
      case "msec" -> Directive.time(text, Clock.END, TimePattern.epochWithMilliseconds());
      case "request" -> Directive.of(text, TokenMeaning.REQUEST_LINE, Shape.TEXT);
      case "request_method" -> Directive.of(text, TokenMeaning.METHOD, Shape.WORD);
      case "request_uri" -> Directive.of(text, TokenMeaning.URL_AND_QUERY, Shape.TEXT);
      case "uri", "document_uri" -> Directive.of(text, TokenMeaning.URL, Shape.TEXT);
      case "args", "query_string" -> Directive.of(text, TokenMeaning.ARGUMENTS, Shape.TEXT);
      case "server_protocol" -> Directive.of(text, TokenMeaning.PROTOCOL, Shape.WORD);
      case "status" -> Directive.of(text, TokenMeaning.FINAL_STATUS, Shape.NUMBER);
      case "body_bytes_sent" -> Directive.of(text, TokenMeaning.BODY_BYTES, Shape.NUMBER);
      case "request_time" -> Directive.of(text, TokenMeaning.SECONDS, Shape.SECONDS);
      case "http_referer" -> Directive.of(text, TokenMeaning.REFERER, Shape.TEXT);
      case "http_user_agent" -> Directive.of(text, TokenMeaning.USER_AGENT, Shape.TEXT);
      case "pid" -> Directive.of(text, TokenMeaning.PROCESS, Shape.NUMBER);
      case "sent_http_x_track" -> Directive.of(text, TokenMeaning.TRACK, Shape.TEXT);
      case "request_id" -> Directive.of(text, TokenMeaning.UNIQUE_ID, Shape.TEXT);
      case "http_x_request_id", "sent_http_x_request_id" ->
          Directive.of(text, TokenMeaning.REQUEST_ID_HEADER, Shape.TEXT);
      case "bytes_sent", "request_length", "connection", "connection_requests" ->
          Directive.of(text, TokenMeaning.EXTRA, Shape.NUMBER);
      default -> Directive.extra(text);
    };
  }
}
