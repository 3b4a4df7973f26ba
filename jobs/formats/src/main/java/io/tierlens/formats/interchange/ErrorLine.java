package io.tierlens.formats.interchange;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.time.CommonLogTime;

/**
 * The first line of a message in error.log: {@code client session user [22/November/2026:07:16:27
 * -0500] catalog path message}. For one thread.
 */
final class ErrorLine {
  private final CommonLogTime stamps = new CommonLogTime();
  private long time;
  private int clientEnd;
  private int sessionEnd;
  private int userEnd;
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
    // A user name may hold spaces; the bracket of the time ends it.
    userEnd = sessionEnd + 1;
    while (userEnd + 1 < end && !(line[userEnd] == ' ' && line[userEnd + 1] == '[')) {
      userEnd++;
    }
    if (userEnd + 1 >= end) {
      return "no time: the line is a message without the usual words before it";
    }
    int stamp = userEnd + 2;
    int stampEnd = Ascii.until(line, stamp, end, ']');
    time = stamps.microseconds(line, stamp, stampEnd);
    if (stampEnd == end || time == CommonLogTime.NOT_A_TIME) {
      return "the text in brackets is not a time such as 22/November/2026:07:16:27 -0500";
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

  /** Fills the record from the line just read; the message may go on in the bytes behind it. */
  void fill(LogRecord record, long number, byte[] kind, byte[] line, int start, int end) {
    AppEvent.begin(record, number, kind, time, true);
    AppEvent.text(record, AppEvent.CLIENT, line, start, clientEnd);
    int session = clientEnd + 1;
    int idEnd = Ascii.until(line, session, sessionEnd, ':');
    AppEvent.text(record, AppEvent.SESSION, line, session, idEnd);
    AppEvent.text(record, AppEvent.USER, line, sessionEnd + 1, userEnd);
    AppEvent.text(record, AppEvent.PATH, line, path, pathEnd);
    record.setText(AppEvent.MESSAGE, line, message, end);
  }
}
