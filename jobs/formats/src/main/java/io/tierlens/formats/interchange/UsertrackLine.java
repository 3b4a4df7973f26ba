package io.tierlens.formats.interchange;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Numbers;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.time.EpochSecond;

/**
 * One line of usertrack: {@code date, session name, user, client, epoch second, source, actions}.
 * For one thread.
 */
final class UsertrackLine {
  private static final int DATE = 0;
  private static final int SESSION = 1;
  private static final int USER = 2;
  private static final int CLIENT = 3;
  private static final int SECOND = 4;
  private static final int ACTIONS = 6;

  private static final byte[] VIEW_PAGE = Ascii.bytes("VIEWPAGE=");
  private static final byte[] VIEW_PRODUCT = Ascii.bytes("VIEWPROD=");

  private final SevenFields fields = new SevenFields();
  private long second;

  /** Reads a line; returns what is wrong with it, or null. */
  String parse(byte[] line, int start, int end) {
    if (!fields.split(line, start, end)) {
      return fields.reason();
    }
    second = EpochSecond.parse(line, fields.start(SECOND), fields.end(SECOND));
    if (second == Numbers.NOT_A_NUMBER) {
      return "field 5 is not an epoch second";
    }
    return fields.isEmpty(DATE) ? "field 1 is not a date" : null;
  }

  /**
   * Whether a line just read looks like usertrack beyond doubt; bench.log has seven fields, too.
   */
  boolean hasActions(byte[] line) {
    int end = fields.end(ACTIONS);
    return Ascii.until(line, fields.start(ACTIONS), end, '=') < end;
  }

  void fill(LogRecord record, long number, byte[] kind, byte[] line) {
    AppEvent.begin(record, number, kind, second * 1_000_000, true);
    int session = fields.start(SESSION);
    int sessionEnd = Ascii.until(line, session, fields.end(SESSION), ':');
    AppEvent.text(record, AppEvent.SESSION, line, session, sessionEnd);
    AppEvent.text(record, AppEvent.USER, line, fields.start(USER), fields.end(USER));
    AppEvent.text(record, AppEvent.CLIENT, line, fields.start(CLIENT), fields.end(CLIENT));
    AppEvent.text(record, AppEvent.MESSAGE, line, fields.start(ACTIONS), fields.end(ACTIONS));
    page(record, line, fields.start(ACTIONS), fields.end(ACTIONS));
  }

  /** The page is the first word of the first action that shows one: a page's name or a product. */
  private static void page(LogRecord record, byte[] line, int start, int end) {
    int action = start;
    while (action < end) {
      int actionEnd = Ascii.until(line, action, end, '&');
      int page = action + VIEW_PAGE.length;
      if (Ascii.startsWith(line, action, actionEnd, VIEW_PAGE)
          || Ascii.startsWith(line, action, actionEnd, VIEW_PRODUCT)) {
        int pageEnd = Ascii.until(line, page, actionEnd, ' ');
        AppEvent.text(record, AppEvent.PAGE, line, page, pageEnd);
        return;
      }
      action = actionEnd + 1;
    }
  }
}
