package io.tierlens.formats.interchange;

import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LineFault;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.Reject;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads error.log. A message may go on over lines that begin with {@code > }, so a record is known
 * to be whole only when the next one begins.
 */
final class ErrorReader implements RecordReader {

  /** Too small: traces of templates are cut. Too large: a broken file fills the memory. */
  private static final int MAX_MESSAGE_BYTES = 1 << 20;

  private final LineReader lines;
  private final Account account;
  private final byte[] kind;
  private final ErrorLine line = new ErrorLine();
  private final LogRecord record = new LogRecord(AppEvent.TYPE);

  /** The message in the making: its first line as logged, then the rest of it. */
  private byte[] held = new byte[1 << 10];

  private int firstEnd;
  private int heldEnd;
  private long heldNumber;
  private boolean holding;
  private boolean ahead;

  ErrorReader(LineReader lines, Account account, byte[] kind) {
    this.lines = lines;
    this.account = account;
    this.kind = kind;
  }

  @Override
  public boolean next() throws IOException {
    holding = false;
    while (ahead || lines.next()) {
      ahead = false;
      if (holding && begins()) {
        ahead = true;
        break;
      }
      readLine();
    }
    if (holding) {
      String wrong = line.parse(held, 0, firstEnd);
      if (wrong != null) {
        throw new AssertionError(wrong);
      }
      line.fill(record, heldNumber, kind, held, 0, heldEnd);
    }
    return holding;
  }

  /** Whether the line is no part of the message in the making. */
  private boolean begins() {
    return LineFault.of(lines).isPresent() || !continues();
  }

  private boolean continues() {
    int start = lines.start();
    int length = lines.end() - start;
    return length > 0
        && lines.buffer()[start] == '>'
        && (length == 1 || lines.buffer()[start + 1] == ' ');
  }

  private void readLine() {
    Optional<String> fault = LineFault.of(lines);
    if (fault.isPresent()) {
      account.reject(Reject.of(lines, fault.get()));
    } else if (lines.start() == lines.end()) {
      account.ignore("empty line");
    } else if (continues()) {
      readContinuation();
    } else {
      String wrong = line.parse(lines.buffer(), lines.start(), lines.end());
      if (wrong == null) {
        account.recordLine();
        hold();
      } else {
        account.reject(Reject.of(lines, wrong));
      }
    }
  }

  private void readContinuation() {
    if (!holding) {
      account.reject(Reject.of(lines, "goes on with a message that has no readable first line"));
      return;
    }
    if (heldEnd + lines.end() - lines.start() > MAX_MESSAGE_BYTES) {
      account.reject(
          Reject.of(lines, "goes on with a message of more than " + MAX_MESSAGE_BYTES + " bytes"));
      return;
    }
    account.continuation(1);
    append((byte) '\n');
    append(lines.buffer(), Math.min(lines.start() + 2, lines.end()), lines.end());
  }

  private void hold() {
    heldEnd = 0;
    append(lines.buffer(), lines.start(), lines.end());
    firstEnd = heldEnd;
    heldNumber = lines.number();
    holding = true;
  }

  private void append(byte b) {
    ensureRoom(1);
    held[heldEnd++] = b;
  }

  private void append(byte[] text, int start, int end) {
    ensureRoom(end - start);
    System.arraycopy(text, start, held, heldEnd, end - start);
    heldEnd += end - start;
  }

  private void ensureRoom(int more) {
    if (held.length - heldEnd < more) {
      held = Arrays.copyOf(held, Math.max(held.length * 2, heldEnd + more));
    }
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
