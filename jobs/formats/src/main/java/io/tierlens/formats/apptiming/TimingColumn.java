package io.tierlens.formats.apptiming;

import io.tierlens.formats.event.AppEvent;

/** What a column of the log holds. */
enum TimingColumn {
  START("start", AppEvent.START_TIME),
  DURATION("duration_us", AppEvent.DURATION_US),
  PID("pid", AppEvent.PID),
  CPU("cpu_us", AppEvent.CPU_US),
  STATUS("status", AppEvent.STATUS),
  SESSION("session", AppEvent.SESSION),
  PATH("path", AppEvent.PATH),
  PAGE("page", AppEvent.PAGE),
  REQUEST_ID("request_id", AppEvent.REQUEST_ID),
  /** Any other: its text is kept under its name. */
  FURTHER("", AppEvent.EXTRA);

  private final String title;
  private final int field;

  TimingColumn(String title, int field) {
    this.title = title;
    this.field = field;
  }

  static TimingColumn of(String title) {
    for (TimingColumn column : values()) {
      if (column != FURTHER && column.title.equals(title)) {
        return column;
      }
    }
    return FURTHER;
  }

  String title() {
    return title;
  }

  /** The field of {@link AppEvent} that it fills. */
  int field() {
    return field;
  }

  /** Whether it holds a whole number without a sign. */
  boolean isWhole() {
    return this == DURATION || this == PID || this == CPU || this == STATUS;
  }
}
