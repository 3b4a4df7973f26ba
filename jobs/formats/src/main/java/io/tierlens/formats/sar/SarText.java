package io.tierlens.formats.sar;

import io.tierlens.formats.Guess;
import io.tierlens.formats.Head;
import io.tierlens.formats.LogFormat;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.RecordType;
import io.tierlens.formats.record.Selection;
import io.tierlens.formats.sysstat.CpuRecord;
import io.tierlens.formats.sysstat.MetricRecord;
import java.util.List;
import java.util.Optional;

/**
 * What sar prints: a banner with the host and the date, then sections of columns over time. Every
 * section is read by its header, so columns may come and go from version to version.
 *
 * <p>CPU utilisation becomes {@code cpu_sample}, one record a row; every other figure becomes
 * {@code host_metric}, one record a column. A row prints the end of its interval; the interval
 * begins where that of the row before ended, at first at the time in the header.
 *
 * <p>The text has no zone: it is {@link ReadOptions#TIME_ZONE}. When clocks were put back, rows
 * follow on from each other through the repeated hour; a time in an hour that was left out is taken
 * as if the clock had not been moved. Where the clock was put back by an hour though the zone has
 * no such change, the zone is wrong: rows are kept, and the hour stands twice.
 *
 * <p>The order of a date such as 04/08/17 is told by a part above 12, else by {@link
 * ReadOptions#DATE_ORDER}, else assumed from the way in which year and time are printed; the
 * observations say which.
 */
public final class SarText implements LogFormat {

  public static final String KIND = "sar";

  /**
   * The fact that says how often the clock was put back by an hour where the zone has no such
   * change.
   */
  public static final String HOUR_BACK_FACT = "clock put back by an hour";

  /** The fact that says how the order of a date's day and month was told. */
  public static final String DATE_ORDER_FACT = "date order";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<RecordType> recordTypes() {
    return List.of(CpuRecord.TYPE, MetricRecord.TYPE);
  }

  @Override
  public Optional<Guess> sniff(Head head) {
    return SarSniffer.sniff(head);
  }

  /** Only then can it be cut, and only all of its dates tell how to read each of them. */
  @Override
  public boolean needsFirstPass() {
    return true;
  }

  @Override
  public RecordReader open(
      LineReader lines, ReadOptions options, Selection selection, Account account) {
    return new SarReader(lines, options, selection, account);
  }
}
