package io.tierlens.formats.apache;

/**
 * What a token of a log format tells of a request. Of several that fill the same column, the one
 * named first here is kept.
 */
enum TokenMeaning {
  /** Nothing that a column takes. */
  LEFT_OUT(""),
  CLIENT_NAME("client"),
  CLIENT_ADDRESS("client"),
  PEER_ADDRESS("client"),
  USER("user"),
  TIME("start_time"),
  REQUEST_LINE("request"),
  METHOD("method"),
  URL_AND_QUERY("path"),
  URL("path"),
  QUERY("query_string"),
  PROTOCOL("protocol"),
  FINAL_STATUS("status"),
  ORIGINAL_STATUS("status"),
  BODY_BYTES("response_bytes"),
  MICROSECONDS("duration_us"),
  MILLISECONDS("duration_us"),
  SECONDS("duration_us"),
  REFERER("referer"),
  USER_AGENT("user_agent"),
  PROCESS("pid"),
  TRACK("session"),
  UNIQUE_ID("request_id"),
  REQUEST_ID_HEADER("request_id");

  private final String column;

  TokenMeaning(String column) {
    this.column = column;
  }

  /** The column that this fills; {@code request} stands for all parts of the request line. */
  String column() {
    return column;
  }

  boolean partOfRequestLine() {
    return switch (this) {
      case METHOD, URL_AND_QUERY, URL, QUERY, PROTOCOL -> true;
      default -> false;
    };
  }
}
