package io.tierlens.formats.interchange;

import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.bytes.Numbers;
import io.tierlens.formats.event.AppEvent;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LineRecordReader;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Selection;
import io.tierlens.formats.time.Slack;
import io.tierlens.formats.time.SyslogStamp;

/**
 * Reads error.log, and what of it went through syslog. A message may go on over lines that begin
 * with {@code > }, so a record is known to be whole only when the next one begins.
 */
final class ErrorReader extends LineRecordReader {
  private final byte[] kind;
  private final SyslogPrefix prefix = new SyslogPrefix();
  private final SyslogStamp stamps;
  private final ErrorLine line = new ErrorLine();
  private final Selection selection;
  private final LogRecord record;
  private ErrorMessage message = new ErrorMessage();

  /** The message that the record shows, while the next one is in the making. */
  private ErrorMessage shown = new ErrorMessage();

  ErrorReader(
      LineReader lines, SyslogStamp stamps, Selection selection, Account account, byte[] kind) {
    super(lines, account);
    this.stamps = stamps;
    this.selection = selection;
    this.record = new LogRecord(AppEvent.TYPE, selection);
    this.kind = kind;
  }

  @Override
  protected boolean takeLine() {
    byte[] text = lines.buffer();
    int end = lines.end();
    boolean sent = prefix.read(text, lines.start(), end);
    if (sent && !prefix.ofInterchange(text)) {
      boolean whole = showRest();
      account.ignore(SyslogNotes.OTHER_PROGRAM);
      return whole;
    }
    int start = sent ? prefix.text() : lines.start();
    if (continues(text, start, end)) {
      return takeContinuation(start);
    }
    boolean whole = showRest();
    if (start == end) {
      account.ignore("empty line");
    } else {
      begin(text, start, end, sent);
    }
    return whole;
  }

  @Override
  protected boolean takeFault(String reason) {
    reject(reason);
    return showRest();
  }

  /** Whether a line goes on with the message before it; {@code start} is behind syslog's words. */
  private static boolean continues(byte[] text, int start, int end) {
    return end > start && text[start] == '>' && (end - start == 1 || text[start + 1] == ' ');
  }

  /** Whether a line goes on with the message before it, whether it went through syslog or not. */
  static boolean continues(SyslogPrefix prefix, byte[] text, int start, int end) {
    return continues(text, prefix.read(text, start, end) ? prefix.text() : start, end);
  }

  private void begin(byte[] text, int start, int end, boolean sent) {
    String wrong = line.parse(text, start, end);
    if (wrong == null) {
      account.recordLine();
      message.begin(text, start, end, lines.number());
      message.at(line.time(), Slack.OF_WHOLE_SECONDS_US);
      if (sent) {
        message.sent(prefix.pid(), false);
      }
      return;
    }
    if (!sent) {
      reject(wrong);
      return;
    }
    long time = prefix.time(stamps, text);
    if (time == SyslogStamp.NO_YEAR) {
      reject(SyslogNotes.NO_YEAR);
    } else if (time == SyslogStamp.NOT_A_TIME) {
      reject(SyslogNotes.NOT_A_TIME);
    } else {
      account.recordLine();
      message.begin(text, start, end, lines.number());
      message.at(time, stamps.slackUs());
      message.sent(prefix.pid(), true);
    }
  }

  private boolean takeContinuation(int start) {
    if (!message.present()) {
      return reject("goes on with a message that has no readable first line");
    }
    int text = Math.min(start + 2, lines.end());
    if (!message.add(lines.buffer(), text, lines.end())) {
      return reject("goes on with a message of more than " + ErrorMessage.MAX_BYTES + " bytes");
    }
    account.continuation(1);
    return false;
  }

  /** Shows the message in the making, which is whole by now, if it is wanted. */
  @Override
  protected boolean showRest() {
    if (!message.present()) {
      return false;
    }
    if (!selection.holds(message.time())) {
      message.clear();
      return false;
    }
    ErrorMessage whole = message;
    message = shown;
    message.clear();
    shown = whole;
    fill(whole);
    return show(record);
  }

  private void fill(ErrorMessage whole) {
    if (whole.bare()) {
      AppEvent.begin(record, whole.number(), kind, whole.time(), whole.slackUs(), true);
      record.setText(AppEvent.MESSAGE, whole.bytes(), 0, whole.end());
    } else {
      String wrong = line.parse(whole.bytes(), 0, whole.firstEnd());
      if (wrong != null) {
        throw new AssertionError(wrong);
      }
      line.fill(record, whole.number(), kind, whole.bytes(), 0, whole.end());
    }
    if (whole.pid() != Numbers.NOT_A_NUMBER) {
      record.setLong(AppEvent.PID, whole.pid());
    }
  }
}
