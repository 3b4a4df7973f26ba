package io.tierlens.formats.apptiming;

import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.event.AppEvent;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LineRecordReader;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Observations;
import io.tierlens.formats.record.Selection;
import java.util.Map;

/** Reads lines of values under the header that stands above them. */
final class TimingReader extends LineRecordReader {
  private static final String NO_HEADER =
      "no line above names the columns; the first one must, with start and duration_us among them";

  private final byte[] kind;
  private final TimingLine line = new TimingLine();
  private final Selection selection;
  private final LogRecord record;
  private TimingHeader header;
  private String headerFault = NO_HEADER;
  private long neverEnded;

  TimingReader(LineReader lines, Selection selection, Account account, byte[] kind) {
    super(lines, account);
    this.selection = selection;
    this.record = new LogRecord(AppEvent.TYPE, selection);
    this.kind = kind;
  }

  @Override
  protected boolean takeLine() {
    byte[] text = lines.buffer();
    int start = lines.start();
    int end = lines.end();
    if (start == end) {
      return ignore("empty line");
    }
    if (header != null && header.is(text, start, end)) {
      return ignore("column header");
    }
    if (TimingHeader.isHeader(text, start, end)) {
      return takeHeader(text, start, end);
    }
    if (header == null) {
      return reject(headerFault);
    }
    String wrong = line.parse(header, text, start, end);
    if (wrong != null) {
      return reject(wrong);
    }
    account.recordLine();
    neverEnded += line.ended() ? 0 : 1;
    if (!selection.holds(line.start())) {
      return false;
    }
    line.fill(record, lines.number(), kind);
    return show(record);
  }

  private boolean takeHeader(byte[] text, int start, int end) {
    TimingHeader next = TimingHeader.of(text, start, end);
    String fault = next.fault();
    if (fault == null) {
      header = next;
      return ignore("column header");
    }
    header = null;
    headerFault = "the header above is of no use: " + fault;
    return reject("a header of no use: " + fault);
  }

  @Override
  public Observations observations() {
    return neverEnded == 0
        ? Observations.NONE
        : new Observations(Map.of("requests without a duration", "" + neverEnded), Map.of());
  }
}
