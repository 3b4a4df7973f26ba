package io.tierlens.formats.interchange;

import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.event.AppEvent;
import io.tierlens.formats.interchange.OpenPages.Page;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LineRecordReader;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Observations;
import io.tierlens.formats.record.Selection;
import io.tierlens.formats.time.Slack;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Joins the two lines of each page of bench.log. Pages come in the order of their second lines;
 * those that never ended come last, in the order of their only ones.
 */
final class BenchReader extends LineRecordReader {

  private static final long SECOND_US = 1_000_000;

  private final byte[] kind;
  private final BenchLine line = new BenchLine();
  private final OpenPages open = new OpenPages();
  private final Selection selection;
  private final LogRecord record;
  private Iterator<Page> unfinished;
  private int neverEnded;

  BenchReader(LineReader lines, Selection selection, Account account, byte[] kind) {
    super(lines, account);
    this.selection = selection;
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
    if (!selection.holds(page.second() * SECOND_US)) {
      return false;
    }
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
      List<Page> left = open.drain();
      neverEnded = left.size();
      unfinished = left.iterator();
    }
    while (unfinished.hasNext()) {
      Page page = unfinished.next();
      if (selection.holds(page.second() * SECOND_US)) {
        fill(page, false);
        return show(record);
      }
    }
    return false;
  }

  @Override
  public Observations observations() {
    return neverEnded == 0
        ? Observations.NONE
        : new Observations(Map.of("pages that never ended", "" + neverEnded), Map.of());
  }

  private void fill(Page page, boolean complete) {
    long start = page.second() * SECOND_US;
    AppEvent.begin(record, page.line(), kind, start, Slack.OF_WHOLE_SECONDS_US, complete);
    record.setLong(AppEvent.PID, page.pid());
    record.setLong(AppEvent.COUNTER, page.counter());
    AppEvent.text(record, AppEvent.SESSION, page.session(), 0, page.session().length);
    AppEvent.text(record, AppEvent.CLIENT, page.client(), 0, page.client().length);
    AppEvent.text(record, AppEvent.PATH, page.path(), 0, page.path().length);
  }
}
