package io.tierlens.formats.apptiming;

import static io.tierlens.formats.bytes.Numbers.NOT_A_NUMBER;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Numbers;
import io.tierlens.formats.event.AppEvent;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.time.EpochSecond;
import io.tierlens.formats.time.Slack;

/** One line of values under a header. Reused, for one thread. */
final class TimingLine {

  /** No status of any protocol has more digits, and the column holds no more than an INT. */
  private static final int MOST_STATUS = 999_999_999;

  private TimingHeader header;
  private byte[] line;
  private int[] starts = new int[16];
  private int[] ends = new int[16];

  /** Values of the columns that hold whole numbers, by the field that they fill. */
  private final long[] wholes = new long[AppEvent.TYPE.fields().size()];

  private long start;
  private long slackUs;

  /** Reads a line; returns what is wrong with it, or null. */
  String parse(TimingHeader columns, byte[] text, int from, int to) {
    header = columns;
    line = text;
    int count = split(columns.count(), from, to);
    if (count != columns.count()) {
      return count + (count == 1 ? " field" : " fields") + " instead of " + columns.count();
    }
    for (int i = 0; i < count; i++) {
      TimingColumn column = columns.column(i);
      if (column == TimingColumn.START) {
        if (!readStart(starts[i], ends[i])) {
          return AppEvent.isAbsent(line, starts[i], ends[i])
              ? "no start"
              : "start is not a number of epoch seconds";
        }
      } else if (column.isWhole() && !readWhole(column, starts[i], ends[i])) {
        return column.title() + " is not a whole number";
      }
    }
    return null;
  }

  private int split(int most, int from, int to) {
    if (starts.length < most) {
      starts = new int[most];
      ends = new int[most];
    }
    int count = 0;
    int at = from;
    while (at <= to) {
      int end = Ascii.until(line, at, to, '\t');
      if (count < most) {
        starts[count] = at;
        ends[count] = end;
      }
      count++;
      at = end + 1;
    }
    return count;
  }

  private boolean readStart(int from, int to) {
    int point = Ascii.until(line, from, to, '.');
    long second = EpochSecond.parse(line, from, point);
    int decimals = point == to ? 0 : to - point - 1;
    long fraction = point == to ? 0 : Numbers.decimalsInMicroseconds(line, point + 1, to);
    start = second * 1_000_000 + fraction;
    slackUs = Slack.ofDecimalsUs(decimals);
    return second != NOT_A_NUMBER && fraction != NOT_A_NUMBER;
  }

  private boolean readWhole(TimingColumn column, int from, int to) {
    long value = Numbers.whole(line, from, to);
    wholes[column.field()] = value;
    boolean fits = column != TimingColumn.STATUS || value <= MOST_STATUS;
    return AppEvent.isAbsent(line, from, to) || (value != NOT_A_NUMBER && fits);
  }

  /** The start in microseconds since the epoch. */
  long start() {
    return start;
  }

  /** Whether there is a duration. */
  boolean ended() {
    return wholes[AppEvent.DURATION_US] != NOT_A_NUMBER;
  }

  void fill(LogRecord record, long number, byte[] kind) {
    AppEvent.begin(record, number, kind, start, slackUs, ended());
    if (ended()) {
      record.setLong(AppEvent.DURATION_ERROR_US, 0);
    }
    for (int i = 0; i < header.count(); i++) {
      TimingColumn column = header.column(i);
      if (column.isWhole()) {
        long value = wholes[column.field()];
        if (value != NOT_A_NUMBER) {
          record.setLong(column.field(), value);
        }
      } else if (column != TimingColumn.START
          && record.wants(column.field())
          && !AppEvent.isAbsent(line, starts[i], ends[i])) {
        fillText(record, column, header.name(i), starts[i], ends[i]);
      }
    }
  }

  private void fillText(LogRecord record, TimingColumn column, byte[] name, int from, int to) {
    byte[] text = line;
    int start = from;
    int end = to;
    if (Ascii.until(line, from, to, '\\') < to) {
      text = Unescaped.bytes(line, from, to);
      start = 0;
      end = text.length;
    }
    if (column == TimingColumn.FURTHER) {
      record.putText(AppEvent.EXTRA, name, text, start, end);
    } else if (column == TimingColumn.PATH) {
      AppEvent.text(record, AppEvent.PATH, text, start, Ascii.until(text, start, end, '?'));
    } else {
      record.setText(column.field(), text, start, end);
    }
  }
}
