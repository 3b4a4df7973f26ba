package io.tierlens.formats.mysql;

import io.tierlens.formats.bytes.Ascii;

/** The keys of header lines that a column or the clock asks for. */
enum HeaderKey {
  TIME("Time"),
  USER_HOST("User@Host"),
  ID("Id"),
  THREAD_ID("Thread_id"),
  SCHEMA("Schema"),
  QUERY_TIME("Query_time"),
  LOCK_TIME("Lock_time"),
  ROWS_SENT("Rows_sent"),
  ROWS_EXAMINED("Rows_examined"),
  ROWS_AFFECTED("Rows_affected"),
  BYTES_SENT("Bytes_sent"),
  START("Start"),
  LOG_SLOW_RATE_LIMIT("Log_slow_rate_limit"),
  EXPLAIN("explain"),
  OTHER("");

  private final String name;

  HeaderKey(String name) {
    this.name = name;
  }

  /** The key in a range; by its length first, for one comparison is all that a hot path affords. */
  static HeaderKey of(byte[] text, int from, int to) {
    return switch (to - from) {
      case 2 -> only(ID, text, from, to);
      case 4 -> only(TIME, text, from, to);
      case 5 -> only(START, text, from, to);
      case 6 -> only(SCHEMA, text, from, to);
      case 7 -> only(EXPLAIN, text, from, to);
      case 9 ->
          switch (text[from]) {
            case 'U' -> only(USER_HOST, text, from, to);
            case 'T' -> only(THREAD_ID, text, from, to);
            case 'L' -> only(LOCK_TIME, text, from, to);
            default -> only(ROWS_SENT, text, from, to);
          };
      case 10 ->
          text[from] == 'Q' ? only(QUERY_TIME, text, from, to) : only(BYTES_SENT, text, from, to);
      case 13 ->
          text[from + 5] == 'e'
              ? only(ROWS_EXAMINED, text, from, to)
              : only(ROWS_AFFECTED, text, from, to);
      case 19 -> only(LOG_SLOW_RATE_LIMIT, text, from, to);
      default -> OTHER;
    };
  }

  private static HeaderKey only(HeaderKey key, byte[] text, int from, int to) {
    return Ascii.equal(text, from, to, key.name) ? key : OTHER;
  }
}
