package io.tierlens.formats.event;

import io.tierlens.formats.record.Field;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.RecordType;

/** The fields of a row of table {@code app_event}; each kind of log fills those it knows. */
public final class AppEvent {

  public static final RecordType TYPE =
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
          Field.flag("complete"),
          Field.text("item"),
          Field.text("order_number"),
          Field.int32("status"),
          Field.map("extra"));

  public static final int KIND = TYPE.index("kind");
  public static final int START_TIME = TYPE.index("start_time");
  public static final int START_SLACK_US = TYPE.index("start_slack_us");
  public static final int DURATION_US = TYPE.index("duration_us");
  public static final int DURATION_ERROR_US = TYPE.index("duration_error_us");
  public static final int CPU_US = TYPE.index("cpu_us");
  public static final int PID = TYPE.index("pid");
  public static final int SESSION = TYPE.index("session");
  public static final int USER = TYPE.index("user");
  public static final int CLIENT = TYPE.index("client");
  public static final int PATH = TYPE.index("path");
  public static final int PAGE = TYPE.index("page");
  public static final int COUNTER = TYPE.index("counter");
  public static final int REQUEST_ID = TYPE.index("request_id");
  public static final int MESSAGE = TYPE.index("message");
  public static final int COMPLETE = TYPE.index("complete");
  public static final int ITEM = TYPE.index("item");
  public static final int ORDER_NUMBER = TYPE.index("order_number");
  public static final int STATUS = TYPE.index("status");
  public static final int EXTRA = TYPE.index("extra");

  private AppEvent() {}

  /**
   * Makes the record a new event.
   *
   * @param line the number of its first line, from 1
   * @param kind the kind of log, in UTF-8
   * @param time its start in microseconds since the epoch
   * @param slackUs how much later than that the true start may be
   */
  public static void begin(
      LogRecord record, long line, byte[] kind, long time, long slackUs, boolean complete) {
    record.clear(line);
    record.setText(KIND, kind, 0, kind.length);
    record.setLong(START_TIME, time);
    record.setLong(START_SLACK_US, slackUs);
    record.setFlag(COMPLETE, complete);
  }

  /** Sets a text; where a server writes nothing or {@code -}, it knows nothing. */
  public static void text(LogRecord record, int field, byte[] text, int start, int end) {
    if (!isAbsent(text, start, end)) {
      record.setText(field, text, start, end);
    }
  }

  /** Puts a text among the further fields, by its name, unless it is absent as in {@link #text}. */
  public static void extra(LogRecord record, byte[] name, byte[] text, int start, int end) {
    if (!isAbsent(text, start, end)) {
      record.putText(EXTRA, name, text, start, end);
    }
  }

  /** Whether the range is empty or {@code -}. */
  public static boolean isAbsent(byte[] text, int start, int end) {
    return end <= start || (end - start == 1 && text[start] == '-');
  }
}
