package io.tierlens.formats.apache;

/**
 * What a token of a log format tells of a request. Of several that fill the same column, the one
 * named first here is kept; the others go to column {@code extra}.
 */
enum TokenMeaning {
  /** Something that no column of its own takes. */
  EXTRA("extra"),
  CLIENT_NAME("client"),
  CLIENT_ADDRESS("client"),
  PEER_ADDRESS("peer"),
  USER("user"),
  /** An instant, or a part of one; {@link InstantPlan} says which of them are needed. */
  TIME("start_time"),
  REQUEST_LINE("request"),
  METHOD("method"),
  URL_AND_QUERY("path"),
  URL("path"),
  /** With its question mark. */
  QUERY("query_string"),
  /** Without a question mark. */
  ARGUMENTS("query_string"),
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
      case METHOD, URL_AND_QUERY, URL, QUERY, ARGUMENTS, PROTOCOL -> true;
      default -> false;
    };
  }

  boolean duration() {
    return this == MICROSECONDS || this == MILLISECONDS || this == SECONDS;
  }
}
