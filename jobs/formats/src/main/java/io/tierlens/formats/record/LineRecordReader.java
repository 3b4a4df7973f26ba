package io.tierlens.formats.record;

import static java.util.Objects.requireNonNull;

import io.tierlens.formats.bytes.LineReader;
import java.io.IOException;
import java.util.Optional;

/**
 * A reader that decides the fate of one line at a time. Lines that are no whole text never get to
 * it: each is a reject that says why, see {@link LineFault}.
 */
public abstract class LineRecordReader implements RecordReader {
  protected final LineReader lines;
  protected final Account account;
  private LogRecord shown;

  /**
   * A reader before the first line.
   *
   * @param lines stands before the first line; closed with the reader
   * @param account is told of every line
   */
  protected LineRecordReader(LineReader lines, Account account) {
    this.lines = requireNonNull(lines, "lines is null");
    this.account = requireNonNull(account, "account is null");
  }

  /**
   * Accounts for the line that {@link #lines} stands on.
   *
   * @return whether there is a record, as by {@link #show}
   */
  protected abstract boolean takeLine();

  /**
   * Why the file is none that this reader can read, by its first line; then all of it is one
   * reject. Empty, as a rule: lines are looked at one by one.
   */
  protected Optional<String> wholeFault() {
    return Optional.empty();
  }

  /**
   * Rejects the line that {@link #lines} stands on, which is no whole text.
   *
   * @return whether there is a record that this line has ended
   */
  protected boolean takeFault(String reason) {
    return reject(reason);
  }

  /** Shows a further record of the line that was taken last, if it has any. */
  protected boolean showMore() {
    return false;
  }

  /** Shows the next of the records that were not whole when the file ended, if there are any. */
  protected boolean showRest() {
    return false;
  }

  /** Makes this the record until the next one; true, for callers to return. */
  protected final boolean show(LogRecord record) {
    shown = record;
    return true;
  }

  /** Puts the line on the heap of the ignored; false, for callers to return. */
  protected final boolean ignore(String kind) {
    account.ignore(kind);
    return false;
  }

  /** Puts the line on the heap of the rejected; false, for callers to return. */
  protected final boolean reject(String reason) {
    account.reject(Reject.of(lines, reason));
    return false;
  }

  @Override
  public final boolean next() throws IOException {
    if (showMore()) {
      return true;
    }
    while (lines.next()) {
      if (lines.offset() == 0) {
        Optional<String> why = wholeFault();
        if (why.isPresent()) {
          RejectedFile.rejectFromHere(lines, account, why.get());
          return false;
        }
      }
      Optional<String> fault = LineFault.of(lines);
      if (fault.isPresent() ? takeFault(fault.get()) : takeLine()) {
        return true;
      }
    }
    return showRest();
  }

  @Override
  public final LogRecord record() {
    return shown;
  }

  @Override
  public final void close() throws IOException {
    lines.close();
  }
}
