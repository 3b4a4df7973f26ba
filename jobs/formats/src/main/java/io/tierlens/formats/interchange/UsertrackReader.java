package io.tierlens.formats.interchange;

import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LineFault;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.Reject;
import java.io.IOException;
import java.util.Optional;

/** Reads usertrack: one line, one record. */
final class UsertrackReader implements RecordReader {
  private final LineReader lines;
  private final Account account;
  private final byte[] kind;
  private final UsertrackLine line = new UsertrackLine();
  private final LogRecord record = new LogRecord(AppEvent.TYPE);

  UsertrackReader(LineReader lines, Account account, byte[] kind) {
    this.lines = lines;
    this.account = account;
    this.kind = kind;
  }

  @Override
  public boolean next() throws IOException {
    while (lines.next()) {
      Optional<String> fault = LineFault.of(lines);
      if (fault.isPresent()) {
        account.reject(Reject.of(lines, fault.get()));
      } else if (lines.start() == lines.end()) {
        account.ignore("empty line");
      } else {
        String wrong = line.parse(lines.buffer(), lines.start(), lines.end());
        if (wrong == null) {
          account.recordLine();
          line.fill(record, lines.number(), kind, lines.buffer());
          return true;
        }
        account.reject(Reject.of(lines, wrong));
      }
    }
    return false;
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
