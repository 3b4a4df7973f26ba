package io.tierlens.formats.mysql;

import io.tierlens.formats.record.Field;
import io.tierlens.formats.record.RecordType;

/** The records of table {@code query}, and the places of their fields. */
final class QueryRecord {

  static final RecordType TYPE =
      new RecordType(
          "query",
          Field.instant("start_time"),
          Field.int64("start_slack_us"),
          Field.int64("query_time_us"),
          Field.int64("query_time_error_us"),
          Field.int64("lock_time_us"),
          Field.int64("rows_sent"),
          Field.int64("rows_examined"),
          Field.int64("rows_affected"),
          Field.int64("bytes_sent"),
          Field.int64("thread_id"),
          Field.text("user"),
          Field.text("client"),
          Field.text("database"),
          Field.text("database_source"),
          Field.text("command"),
          Field.text("fingerprint"),
          Field.text("fingerprint_id"),
          Field.text("statement"),
          Field.int64("statement_bytes"),
          Field.text("time_basis"),
          Field.text("request_id"),
          Field.map("tags"),
          Field.int64("rate_limit"),
          Field.map("extra"));

  static final int START_TIME = TYPE.index("start_time");
  static final int START_SLACK = TYPE.index("start_slack_us");
  static final int QUERY_TIME = TYPE.index("query_time_us");
  static final int QUERY_TIME_ERROR = TYPE.index("query_time_error_us");
  static final int LOCK_TIME = TYPE.index("lock_time_us");
  static final int ROWS_SENT = TYPE.index("rows_sent");
  static final int ROWS_EXAMINED = TYPE.index("rows_examined");
  static final int ROWS_AFFECTED = TYPE.index("rows_affected");
  static final int BYTES_SENT = TYPE.index("bytes_sent");
  static final int THREAD_ID = TYPE.index("thread_id");
  static final int USER = TYPE.index("user");
  static final int CLIENT = TYPE.index("client");
  static final int DATABASE = TYPE.index("database");
  static final int DATABASE_SOURCE = TYPE.index("database_source");
  static final int COMMAND = TYPE.index("command");
  static final int FINGERPRINT = TYPE.index("fingerprint");
  static final int FINGERPRINT_ID = TYPE.index("fingerprint_id");
  static final int STATEMENT = TYPE.index("statement");
  static final int STATEMENT_BYTES = TYPE.index("statement_bytes");
  static final int TIME_BASIS = TYPE.index("time_basis");
  static final int REQUEST_ID = TYPE.index("request_id");
  static final int TAGS = TYPE.index("tags");
  static final int RATE_LIMIT = TYPE.index("rate_limit");
  static final int EXTRA = TYPE.index("extra");

  private QueryRecord() {}
}
