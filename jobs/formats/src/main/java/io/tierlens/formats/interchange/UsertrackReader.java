package io.tierlens.formats.interchange;

import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.event.AppEvent;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LineRecordReader;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Selection;

/** Reads usertrack: one line, one record. */
final class UsertrackReader extends LineRecordReader {
  private final byte[] kind;
  private final UsertrackLine line = new UsertrackLine();
  private final Selection selection;
  private final LogRecord record;

  UsertrackReader(LineReader lines, Selection selection, Account account, byte[] kind) {
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
    account.recordLine();
    if (!selection.holds(line.time())) {
      return false;
    }
    line.fill(record, lines.number(), kind, lines.buffer());
    return show(record);
  }
}
