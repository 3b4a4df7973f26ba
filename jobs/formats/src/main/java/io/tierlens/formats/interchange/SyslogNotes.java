package io.tierlens.formats.interchange;

import io.tierlens.formats.Head;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.time.SyslogStamp;
import java.util.Locale;

/** What is to be said of lines that went through syslog, and what their options are. */
final class SyslogNotes {

  /** A kind of ignored lines. */
  static final String OTHER_PROGRAM = "line of another program";

  static final String NO_YEAR =
      "the stamp of syslog has no year; set year for this log to that of its first line";

  static final String NOT_A_TIME = "the stamp of syslog is no time that there is";

  private SyslogNotes() {}

  /**
   * The stamps of a log.
   *
   * @throws IllegalArgumentException if the zone or the year is wrong
   */
  static SyslogStamp stamps(ReadOptions options) {
    return new SyslogStamp(options.timeZone(), options.text(ReadOptions.YEAR).orElse(null));
  }

  /** Adds the month in which the log begins to its year, so that each line can be read alone. */
  static ReadOptions settle(Head head, ReadOptions stated) {
    String year = stated.text(ReadOptions.YEAR).orElse("");
    int month = firstMonth(head);
    return year.length() == 4 && month > 0
        ? stated.with(ReadOptions.YEAR, String.format(Locale.ROOT, "%s-%02d", year, month))
        : stated;
  }

  /** The month of the first stamp without a year, from 1; 0 if there is none. */
  static int firstMonth(Head head) {
    SyslogPrefix prefix = new SyslogPrefix();
    return head.filledLines().stream()
        .filter(line -> prefix.read(line, 0, line.length))
        .mapToInt(line -> SyslogStamp.monthWithoutYear(line, prefix.stampStart(), line.length))
        .filter(month -> month > 0)
        .findFirst()
        .orElse(0);
  }
}
