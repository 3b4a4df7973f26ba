package io.tierlens.formats.record;

import static java.util.Objects.requireNonNull;

import io.tierlens.formats.bytes.LineReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Function;

/** Reads a file that nothing can be made of: all of it is one reject, so that nothing gets lost. */
public final class RejectedFile implements RecordReader {
  private final LineReader lines;
  private final Account account;
  private final Function<LineReader, String> reason;
  private boolean read;

  /**
   * A reader before the first line.
   *
   * @param reason is asked once, when the reader stands on the first line
   */
  public RejectedFile(LineReader lines, Account account, Function<LineReader, String> reason) {
    this.lines = requireNonNull(lines, "lines is null");
    this.account = requireNonNull(account, "account is null");
    this.reason = requireNonNull(reason, "reason is null");
  }

  @Override
  public boolean next() throws IOException {
    if (!read && lines.next()) {
      rejectFromHere(lines, account, reason.apply(lines));
    }
    read = true;
    return false;
  }

  /** Rejects the line that the reader stands on and all behind it, for one reason. */
  static void rejectFromHere(LineReader lines, Account account, String reason) throws IOException {
    long line = lines.number();
    long offset = lines.offset();
    byte[] raw = Arrays.copyOfRange(lines.buffer(), lines.start(), lines.end());
    long count = 1;
    while (lines.next()) {
      count++;
    }
    account.reject(Reject.of(line, count, offset, reason, raw));
  }

  @Override
  public LogRecord record() {
    throw new IllegalStateException("there is no record in a file that is rejected");
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
