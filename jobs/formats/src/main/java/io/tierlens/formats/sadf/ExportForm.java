package io.tierlens.formats.sadf;

import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Reject;

/** One of the forms in which sadf exports. Methods give the next record, or null for none. */
abstract class ExportForm {
  protected final LineReader lines;
  protected final Account account;
  protected final SampleRows rows;

  ExportForm(LineReader lines, Account account, SampleRows rows) {
    this.lines = lines;
    this.account = account;
    this.rows = rows;
  }

  /** Accounts for the line that {@link #lines} stands on. */
  abstract LogRecord take();

  /** A further record of the line that was taken last. */
  abstract LogRecord more();

  /** Rejects the line that {@link #lines} stands on, which is no whole text. */
  LogRecord fault(String reason) {
    return reject(reason);
  }

  /** What is left when the file has ended. */
  LogRecord rest() {
    return null;
  }

  protected final LogRecord ignore(String kind) {
    account.ignore(kind);
    return null;
  }

  protected final LogRecord reject(String reason) {
    account.reject(Reject.of(lines, reason));
    return null;
  }
}
