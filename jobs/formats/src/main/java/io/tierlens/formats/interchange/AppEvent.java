package io.tierlens.formats.interchange;

import io.tierlens.formats.record.Field;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.RecordType;
import io.tierlens.formats.time.Slack;

/** The fields of a row of table {@code app_event}; each kind of log fills those it knows. */
final class AppEvent {

  static final RecordType TYPE =
      new RecordType(
          "app_event",
          Field.text("kind"),
          Field.instant("start_time"),
          Field.int64("start_slack_us"),
          Field.int64("duration_us"),
          Field.int64("duration_error_us"),
          Field.int64("cpu_us"),
          Field.int64("pid"),
          Field.text("session"),
          Field.text("user"),
          Field.text("client"),
          Field.text("path"),
          Field.text("page"),
          Field.int64("counter"),
          Field.text("request_id"),
          Field.text("message"),
          Field.flag("complete"));

  static final int KIND = TYPE.index("kind");
  static final int START_TIME = TYPE.index("start_time");
  static final int START_SLACK_US = TYPE.index("start_slack_us");
  static final int DURATION_US = TYPE.index("duration_us");
  static final int DURATION_ERROR_US = TYPE.index("duration_error_us");
  static final int CPU_US = TYPE.index("cpu_us");
  static final int PID = TYPE.index("pid");
  static final int SESSION = TYPE.index("session");
  static final int USER = TYPE.index("user");
  static final int CLIENT = TYPE.index("client");
  static final int PATH = TYPE.index("path");
  static final int PAGE = TYPE.index("page");
  static final int COUNTER = TYPE.index("counter");
  static final int MESSAGE = TYPE.index("message");
  static final int COMPLETE = TYPE.index("complete");

  private AppEvent() {}

  /** Makes the record a new event whose time is told in whole seconds. */
  static void begin(LogRecord record, long line, byte[] kind, long time, boolean complete) {
    record.clear(line);
    record.setText(KIND, kind, 0, kind.length);
    record.setLong(START_TIME, time);
    record.setLong(START_SLACK_US, Slack.OF_WHOLE_SECONDS_US);
    record.setFlag(COMPLETE, complete);
  }

  /** Sets a text; where Interchange writes nothing or {@code -}, it knows nothing. */
  static void text(LogRecord record, int field, byte[] text, int start, int end) {
    if (end > start && !(end - start == 1 && text[start] == '-')) {
      record.setText(field, text, start, end);
    }
  }
}
