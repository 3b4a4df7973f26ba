package io.tierlens.formats.interchange;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.event.AppEvent;
import io.tierlens.formats.record.LogRecord;
import java.util.Arrays;

/**
 * What a visitor did, as a line of usertrack tells it: {@code ADDITEM=os28109,Mini-Spade
 * Shovel&VIEWPAGE=ord/basket}. An action is a name, an equals sign, and all up to the next {@code
 * &} behind which another name and equals sign stand: a description may hold a {@code &}, too.
 * Values are kept as logged; nothing of them is escaped. Reused, for one thread.
 */
final class TrackActions {

  /**
   * Too low: a page that does much is cut short. Too high: a broken line takes long. The last one
   * takes what is left.
   */
  private static final int MOST = 1_000;

  private static final byte[] VIEW_PAGE = Ascii.bytes("VIEWPAGE");
  private static final byte[] VIEW_PRODUCT = Ascii.bytes("VIEWPROD");
  private static final byte[] ADD_ITEM = Ascii.bytes("ADDITEM");
  private static final byte[] ORDER = Ascii.bytes("ORDER");

  private final ActionNames names = new ActionNames();
  private byte[] line;
  private byte[][] name = new byte[8][];
  private int[] starts = new int[8];
  private int[] ends = new int[8];
  private int count;

  /** Splits the range; text before the first action is none. */
  void split(byte[] text, int start, int end) {
    line = text;
    count = 0;
    int at = start;
    while (at < end && count < MOST) {
      int equals = behindName(text, at, end);
      if (equals > at) {
        begin(names.of(text, at, equals), equals + 1, end);
      }
      at = Ascii.until(text, at, end, '&') + 1;
    }
  }

  private void begin(byte[] action, int start, int end) {
    if (count == starts.length) {
      name = Arrays.copyOf(name, 2 * count);
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    if (count > 0) {
      // The one before ends at the & before this one's name.
      ends[count - 1] = start - action.length - 2;
    }
    name[count] = action;
    starts[count] = start;
    ends[count] = end;
    count++;
  }

  /** Where the equals sign of the action that begins here stands, or -1 if none begins. */
  private static int behindName(byte[] text, int start, int end) {
    int at = start;
    while (at < end && isPartOfName(text[at])) {
      at++;
    }
    return at > start && at < end && text[at] == '=' ? at : -1;
  }

  private static boolean isPartOfName(byte b) {
    return Ascii.isLetter(b) || Ascii.isDigit(b) || b == '_' || b == '-' || b == '.' || b == ':';
  }

  void fill(LogRecord record) {
    for (int i = 0; i < count; i++) {
      if (Arrays.equals(name[i], VIEW_PAGE)) {
        first(record, AppEvent.PAGE, i, ' ');
      } else if (Arrays.equals(name[i], VIEW_PRODUCT)) {
        first(record, AppEvent.PAGE, i, ' ');
        first(record, AppEvent.ITEM, i, ' ');
      } else if (Arrays.equals(name[i], ADD_ITEM)) {
        first(record, AppEvent.ITEM, i, ',');
      } else if (Arrays.equals(name[i], ORDER)) {
        first(record, AppEvent.ORDER_NUMBER, i, '\n');
      }
    }
    if (record.wants(AppEvent.EXTRA)) {
      for (int i = 0; i < count; i++) {
        putAll(record, i);
      }
    }
  }

  /** Sets the first value that a field gets, up to a separator. */
  private void first(LogRecord record, int field, int action, char separator) {
    if (record.isNull(field)) {
      int end = Ascii.until(line, starts[action], ends[action], separator);
      AppEvent.text(record, field, line, starts[action], end);
    }
  }

  /** Puts all values of one name, the first time that it comes; a line feed parts them. */
  private void putAll(LogRecord record, int first) {
    int length = 0;
    int same = 0;
    for (int i = 0; i < count; i++) {
      if (Arrays.equals(name[i], name[first])) {
        if (i < first) {
          return;
        }
        same++;
        length += ends[i] - starts[i] + 1;
      }
    }
    if (same == 1) {
      record.putText(AppEvent.EXTRA, name[first], line, starts[first], ends[first]);
      return;
    }
    byte[] joined = new byte[length];
    int at = 0;
    for (int i = first; i < count; i++) {
      if (Arrays.equals(name[i], name[first])) {
        System.arraycopy(line, starts[i], joined, at, ends[i] - starts[i]);
        at += ends[i] - starts[i];
        joined[at++] = '\n';
      }
    }
    record.putText(AppEvent.EXTRA, name[first], joined, 0, at - 1);
  }
}
