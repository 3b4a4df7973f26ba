package io.tierlens.formats.interchange;

import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LineRecordReader;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Selection;

/**
 * Reads error.log. A message may go on over lines that begin with {@code > }, so a record is known
 * to be whole only when the next one begins.
 */
final class ErrorReader extends LineRecordReader {
  private final byte[] kind;
  private final ErrorLine line = new ErrorLine();
  private final LogRecord record;
  private ErrorMessage message = new ErrorMessage();

  /** The message that the record shows, while the next one is in the making. */
  private ErrorMessage shown = new ErrorMessage();

  ErrorReader(LineReader lines, Selection selection, Account account, byte[] kind) {
    super(lines, account);
    this.record = new LogRecord(AppEvent.TYPE, selection);
    this.kind = kind;
  }

  @Override
  protected boolean takeLine() {
    if (continues(lines.buffer(), lines.start(), lines.end())) {
      return takeContinuation();
    }
    boolean whole = showRest();
    if (lines.start() == lines.end()) {
      account.ignore("empty line");
      return whole;
    }
    String wrong = line.parse(lines.buffer(), lines.start(), lines.end());
    if (wrong == null) {
      account.recordLine();
      message.begin(lines.buffer(), lines.start(), lines.end(), lines.number());
    } else {
      reject(wrong);
    }
    return whole;
  }

  @Override
  protected boolean takeFault(String reason) {
    reject(reason);
    return showRest();
  }

  /** Whether a line goes on with the message before it. */
  static boolean continues(byte[] text, int start, int end) {
    return end > start && text[start] == '>' && (end - start == 1 || text[start + 1] == ' ');
  }

  private boolean takeContinuation() {
    if (!message.present()) {
      return reject("goes on with a message that has no readable first line");
    }
    int text = Math.min(lines.start() + 2, lines.end());
    if (!message.add(lines.buffer(), text, lines.end())) {
      return reject("goes on with a message of more than " + ErrorMessage.MAX_BYTES + " bytes");
    }
    account.continuation(1);
    return false;
  }

  /** Shows the message in the making, which is whole by now. */
  @Override
  protected boolean showRest() {
    if (!message.present()) {
      return false;
    }
    ErrorMessage whole = message;
    message = shown;
    message.clear();
    shown = whole;
    String wrong = line.parse(whole.bytes(), 0, whole.firstEnd());
    if (wrong != null) {
      throw new AssertionError(wrong);
    }
    line.fill(record, whole.number(), kind, whole.bytes(), 0, whole.end());
    return show(record);
  }
}
