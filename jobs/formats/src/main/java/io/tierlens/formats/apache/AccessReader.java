package io.tierlens.formats.apache;

import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LineFault;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.Reject;
import java.io.IOException;
import java.util.Optional;

/** Reads an access log: one line, one record. */
final class AccessReader implements RecordReader {
  private final LineReader lines;
  private final FormatChoice formats;
  private final Account account;
  private final LogRecord record = new LogRecord(AccessRecord.TYPE);

  AccessReader(LineReader lines, FormatChoice formats, Account account) {
    this.lines = lines;
    this.formats = formats;
    this.account = account;
  }

  @Override
  public boolean next() throws IOException {
    while (lines.next()) {
      Optional<String> fault = LineFault.of(lines);
      if (fault.isPresent()) {
        account.reject(Reject.of(lines, fault.get()));
      } else if (lines.start() == lines.end()) {
        account.ignore("empty line");
      } else if (!formats.scan(lines.buffer(), lines.start(), lines.end())) {
        account.reject(Reject.of(lines, reason()));
      } else {
        record.clear(lines.number());
        formats.filler().fill(record, lines.buffer());
        if (!DummyConnection.is(record)) {
          account.recordLine();
          return true;
        }
        account.ignore("internal dummy connection");
      }
    }
    return false;
  }

  private String reason() {
    return lines.terminated()
        ? formats.reason()
        : formats.reason() + "; the file ends within this line";
  }

  @Override
  public LogRecord record() {
    return record;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
