package io.tierlens.formats.interchange;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.event.AppEvent;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.time.CommonLogTime;
import io.tierlens.formats.time.Slack;

/**
 * The first line of a message in error.log: {@code client session user [22/November/2026:07:16:27
 * -0500] catalog path message}. For one thread.
 */
final class ErrorLine {

  /**
   * How far behind the session the time may begin. Too low: a long user name hides it. Too high: a
   * time within the message is taken for it where the line's own is in a form that is not known.
   */
  private static final int LONGEST_USER = 128;

  private static final byte[] OPENING = Ascii.bytes(" [");
  private static final byte[] CATALOG_NAME = Ascii.bytes("catalog");

  private final CommonLogTime stamps = new CommonLogTime();
  private long time;
  private int clientEnd;
  private int sessionEnd;
  private int userEnd;
  private int stampEnd;
  private int catalog;
  private int path;
  private int pathEnd;
  private int message;

  /** Reads a line; returns what is wrong with it, or null. */
  String parse(byte[] line, int start, int end) {
    if (start < end && line[start] == '[') {
      return "no client, session and user before the time";
    }
    clientEnd = Ascii.until(line, start, end, ' ');
    sessionEnd = Ascii.until(line, Math.min(clientEnd + 1, end), end, ' ');
    if (!findTime(line, end)) {
      return stampEnd < 0
          ? "no time: a message that was logged without the usual words before it, or whose"
              + " LogTimeFormat has no brackets"
          : "the text in brackets is not a time such as 22/November/2026:07:16:27 -0500;"
              + " LogTimeFormat has been changed to a form that is not known";
    }
    catalog = stampEnd + 2;
    path = Ascii.until(line, Math.min(catalog, end), end, ' ') + 1;
    pathEnd = Ascii.until(line, Math.min(path, end), end, ' ');
    message = pathEnd + 1;
    if (catalog > end || line[stampEnd + 1] != ' ' || message > end) {
      return "no catalog, path and message behind the time";
    }
    if (line[catalog] == '"') {
      // Access logs begin alike, and have the request here.
      return "no catalog behind the time but a quote";
    }
    return null;
  }

  /** A user name may hold blanks and brackets; the first bracket that holds a time ends it. */
  private boolean findTime(byte[] line, int end) {
    stampEnd = -1;
    int last = Math.min(end, sessionEnd + LONGEST_USER);
    userEnd = Ascii.indexOf(line, Math.min(sessionEnd + 1, last), last, OPENING);
    while (userEnd >= 0) {
      int stamp = userEnd + OPENING.length;
      stampEnd = Ascii.until(line, stamp, end, ']');
      time = stamps.microseconds(line, stamp, stampEnd);
      if (stampEnd < end && time != CommonLogTime.NOT_A_TIME) {
        return true;
      }
      userEnd = Ascii.indexOf(line, stamp, last, OPENING);
    }
    return false;
  }

  /** Microseconds since the epoch. */
  long time() {
    return time;
  }

  /** Fills the record from the line just read; the message may go on in the bytes behind it. */
  void fill(LogRecord record, long number, byte[] kind, byte[] line, int start, int end) {
    AppEvent.begin(record, number, kind, time, Slack.OF_WHOLE_SECONDS_US, true);
    AppEvent.text(record, AppEvent.CLIENT, line, start, clientEnd);
    int session = clientEnd + 1;
    int idEnd = Ascii.until(line, session, sessionEnd, ':');
    AppEvent.text(record, AppEvent.SESSION, line, session, idEnd);
    AppEvent.text(record, AppEvent.USER, line, sessionEnd + 1, userEnd);
    int catalogEnd = path - 1;
    AppEvent.extra(record, CATALOG_NAME, line, catalog, catalogEnd);
    AppEvent.text(record, AppEvent.PATH, line, path, pathEnd);
    record.setText(AppEvent.MESSAGE, line, message, end);
  }
}
