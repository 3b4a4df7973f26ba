package io.tierlens.formats.interchange;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Numbers;
import io.tierlens.formats.event.AppEvent;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.time.EpochSecond;
import io.tierlens.formats.time.Slack;

/**
 * One line of usertrack: {@code date, session name, user, client, epoch second, source, actions}.
 * The date is in whatever form the site's TrackDateFormat gives it, and not needed. For one thread.
 */
final class UsertrackLine {
  private static final int SESSION = 1;
  private static final int USER = 2;
  private static final int CLIENT = 3;
  private static final int SECOND = 4;
  private static final int SOURCE = 5;
  private static final int ACTIONS = 6;

  /** The name of the affiliate among the further fields. */
  private static final byte[] SOURCE_NAME = Ascii.bytes("source");

  private final SevenFields fields = new SevenFields();
  private final TrackActions actions = new TrackActions();
  private long second;

  /** Reads a line; returns what is wrong with it, or null. */
  String parse(byte[] line, int start, int end) {
    if (!fields.split(line, start, end)) {
      return fields.reason();
    }
    second = EpochSecond.parse(line, fields.start(SECOND), fields.end(SECOND));
    return second == Numbers.NOT_A_NUMBER ? "field 5 is not an epoch second" : null;
  }

  /**
   * Whether a line just read looks like usertrack beyond doubt; bench.log has seven fields, too.
   */
  boolean hasActions(byte[] line) {
    int end = fields.end(ACTIONS);
    return Ascii.until(line, fields.start(ACTIONS), end, '=') < end;
  }

  /** Microseconds since the epoch. */
  long time() {
    return second * 1_000_000;
  }

  void fill(LogRecord record, long number, byte[] kind, byte[] line) {
    AppEvent.begin(record, number, kind, time(), Slack.OF_WHOLE_SECONDS_US, true);
    int session = fields.start(SESSION);
    int sessionEnd = Ascii.until(line, session, fields.end(SESSION), ':');
    AppEvent.text(record, AppEvent.SESSION, line, session, sessionEnd);
    AppEvent.text(record, AppEvent.USER, line, fields.start(USER), fields.end(USER));
    AppEvent.text(record, AppEvent.CLIENT, line, fields.start(CLIENT), fields.end(CLIENT));
    AppEvent.text(record, AppEvent.MESSAGE, line, fields.start(ACTIONS), fields.end(ACTIONS));
    AppEvent.extra(record, SOURCE_NAME, line, fields.start(SOURCE), fields.end(SOURCE));
    if (record.wants(AppEvent.PAGE)
        || record.wants(AppEvent.ITEM)
        || record.wants(AppEvent.ORDER_NUMBER)
        || record.wants(AppEvent.EXTRA)) {
      actions.split(line, fields.start(ACTIONS), fields.end(ACTIONS));
      actions.fill(record);
    }
  }
}
