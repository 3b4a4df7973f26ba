package io.tierlens.formats.interchange;

import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.interchange.OpenPages.Page;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LineRecordReader;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Selection;
import java.util.Iterator;

/**
 * Joins the two lines of each page of bench.log. Pages come in the order of their second lines;
 * those that never ended come last, in the order of their only ones.
 */
final class BenchReader extends LineRecordReader {

  private static final long SECOND_US = 1_000_000;

  private final byte[] kind;
  private final BenchLine line = new BenchLine();
  private final OpenPages open = new OpenPages();
  private final LogRecord record;
  private Iterator<Page> unfinished;

  BenchReader(LineReader lines, Selection selection, Account account, byte[] kind) {
    super(lines, account);
    this.record = new LogRecord(AppEvent.TYPE, selection);
    this.kind = kind;
  }

  @Override
  protected boolean takeLine() {
    if (lines.start() == lines.end()) {
      return ignore("empty line");
    }
    String wrong = line.parse(lines.buffer(), lines.start(), lines.end());
    if (wrong != null) {
      return reject(wrong);
    }
    if (line.beginsPage()) {
      account.recordLine();
      open.begin(Page.of(line, lines.number()));
      return false;
    }
    Page page = open.end(line);
    if (page == null) {
      return reject("the end of a page whose beginning (same counter, pid, session) is not here");
    }
    account.continuation(1);
    fill(page, true);
    record.setLong(AppEvent.CPU_US, line.cpuMicroseconds());
    long duration = (line.second() - page.second()) * SECOND_US;
    if (duration >= 0) {
      // Below zero the clock was set back: then nothing is known of the duration.
      record.setLong(AppEvent.DURATION_US, duration);
      record.setLong(AppEvent.DURATION_ERROR_US, SECOND_US);
    }
    return show(record);
  }

  @Override
  protected boolean showRest() {
    if (unfinished == null) {
      unfinished = open.drain().iterator();
    }
    if (!unfinished.hasNext()) {
      return false;
    }
    fill(unfinished.next(), false);
    return show(record);
  }

  private void fill(Page page, boolean complete) {
    AppEvent.begin(record, page.line(), kind, page.second() * SECOND_US, complete);
    record.setLong(AppEvent.PID, page.pid());
    record.setLong(AppEvent.COUNTER, page.counter());
    AppEvent.text(record, AppEvent.SESSION, page.session(), 0, page.session().length);
    AppEvent.text(record, AppEvent.CLIENT, page.client(), 0, page.client().length);
    AppEvent.text(record, AppEvent.PATH, page.path(), 0, page.path().length);
  }
}
