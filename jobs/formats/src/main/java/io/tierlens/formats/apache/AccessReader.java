package io.tierlens.formats.apache;

import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LineRecordReader;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Selection;

/** Reads an access log: one line, one record. */
final class AccessReader extends LineRecordReader {
  private final FormatChoice formats;
  private final LogRecord record;

  AccessReader(LineReader lines, FormatChoice formats, Selection selection, Account account) {
    super(lines, account);
    this.formats = formats;
    this.record = new LogRecord(AccessRecord.TYPE, selection);
  }

  @Override
  protected boolean takeLine() {
    if (lines.start() == lines.end()) {
      return ignore("empty line");
    }
    if (!formats.scan(lines.buffer(), lines.start(), lines.end())) {
      return reject(reason());
    }
    record.clear(lines.number());
    formats.filler().fill(record, lines.buffer());
    if (DummyConnection.is(record)) {
      return ignore("internal dummy connection");
    }
    account.recordLine();
    return show(record);
  }

  private String reason() {
    return lines.terminated()
        ? formats.reason()
        : formats.reason() + "; the file ends within this line";
  }
}
