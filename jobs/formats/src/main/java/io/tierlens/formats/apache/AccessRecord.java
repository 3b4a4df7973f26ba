package io.tierlens.formats.apache;

import io.tierlens.formats.record.Field;
import io.tierlens.formats.record.RecordType;

/** The fields of a row of table {@code access}, as far as the log fills them. */
final class AccessRecord {

  static final RecordType TYPE =
      new RecordType(
          "access",
          Field.instant("start_time"),
          Field.int64("start_slack_us"),
          Field.int64("duration_us"),
          Field.text("method"),
          Field.text("path"),
          Field.text("query_string"),
          Field.text("endpoint"),
          Field.text("protocol"),
          Field.int32("status"),
          Field.int64("response_bytes"),
          Field.text("client"),
          Field.text("user"),
          Field.text("referer"),
          Field.text("user_agent"),
          Field.int64("pid"),
          Field.text("session"),
          Field.text("request_id"),
          Field.text("peer"),
          Field.map("extra"));

  static final int START_TIME = TYPE.index("start_time");
  static final int START_SLACK_US = TYPE.index("start_slack_us");
  static final int DURATION_US = TYPE.index("duration_us");
  static final int METHOD = TYPE.index("method");
  static final int PATH = TYPE.index("path");
  static final int QUERY_STRING = TYPE.index("query_string");
  static final int ENDPOINT = TYPE.index("endpoint");
  static final int PROTOCOL = TYPE.index("protocol");
  static final int STATUS = TYPE.index("status");
  static final int RESPONSE_BYTES = TYPE.index("response_bytes");
  static final int CLIENT = TYPE.index("client");
  static final int USER = TYPE.index("user");
  static final int REFERER = TYPE.index("referer");
  static final int USER_AGENT = TYPE.index("user_agent");
  static final int PID = TYPE.index("pid");
  static final int SESSION = TYPE.index("session");
  static final int REQUEST_ID = TYPE.index("request_id");
  static final int PEER = TYPE.index("peer");
  static final int EXTRA = TYPE.index("extra");

  private AccessRecord() {}
}
