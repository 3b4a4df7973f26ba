package io.tierlens.formats.sadf;

import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.Reject;
import java.util.Arrays;

/**
 * Accounts for the lines of a JSON text, where one line may hold several objects, and one object
 * several lines. A line in which an object with figures begins is a record's line; the further
 * lines of that object are continuation lines.
 */
final class JsonLines {
  private static final String STRUCTURE = "JSON structure";
  private static final byte[] NOTHING = {};

  private final LineReader lines;
  private final Account account;

  private long last;
  private long lastOffset;

  /** Of the current line. */
  private boolean hasRecord;

  private boolean counted;
  private String fault;

  /** Lines of the open object before the current one, which wait for what comes of it. */
  private long waiting;

  private boolean firstIsCounted;
  private long firstWaiting;
  private long firstOffset;
  private byte[] firstRaw = {};

  JsonLines(LineReader lines, Account account) {
    this.lines = lines;
    this.account = account;
  }

  void begin() {
    last = lines.number();
    lastOffset = lines.offset();
    hasRecord = false;
    counted = false;
    fault = null;
  }

  /** An object with figures has ended in the current line; it gives records. */
  void record() {
    if (waiting == 0 && !firstIsCounted) {
      hasRecord = true;
      return;
    }
    if (!firstIsCounted) {
      account.recordLine();
      waiting--;
    }
    account.continuation(waiting);
    goOnCounted();
  }

  /** The current line is the last of an object whose other lines were counted. */
  private void goOnCounted() {
    waiting = 0;
    firstIsCounted = false;
    if (!counted) {
      account.continuation(1);
      counted = true;
    }
  }

  /** An object has ended in the current line that gives no record, though it has figures. */
  void reject(String reason) {
    if (waiting == 0) {
      fault = fault == null ? reason : fault;
      firstIsCounted = false;
      return;
    }
    long all = counted ? waiting : waiting + 1;
    account.reject(Reject.of(firstWaiting, all, firstOffset, reason, firstRaw));
    waiting = 0;
    firstIsCounted = false;
    counted = true;
  }

  /** An object has ended in the current line that has no figures. */
  void nothing() {
    if (waiting > 0) {
      account.ignore(STRUCTURE, waiting);
    }
    waiting = 0;
    firstIsCounted = false;
  }

  /**
   * The current line is over.
   *
   * @param open whether it ends within an object that has members
   */
  void end(boolean open) {
    if (open && fault != null) {
      account.reject(noLine(fault));
      fault = null;
    }
    if (open && !counted) {
      if (waiting == 0 && !firstIsCounted && hasRecord) {
        account.recordLine();
        firstIsCounted = true;
        return;
      }
      if (waiting == 0) {
        firstWaiting = lines.number();
        firstOffset = lines.offset();
        firstRaw = Arrays.copyOfRange(lines.buffer(), lines.start(), lines.end());
      }
      waiting++;
      return;
    }
    if (open) {
      // Its first line was counted as the last of the object before.
      firstIsCounted = true;
      return;
    }
    if (counted) {
      return;
    }
    if (hasRecord) {
      account.recordLine();
      if (fault != null) {
        account.reject(noLine(fault));
      }
    } else if (fault != null) {
      account.reject(Reject.of(lines, fault));
    } else {
      account.ignore(STRUCTURE);
    }
  }

  /** Says what is wrong with the last line, though it has been counted as that of a record. */
  Reject noLine(String reason) {
    return Reject.of(last, 0, lastOffset, reason, NOTHING);
  }

  /** Rejects the lines of the open object before the current one; whether there are any. */
  boolean rejectWaiting(String reason) {
    boolean any = waiting > 0;
    if (any) {
      account.reject(Reject.of(firstWaiting, waiting, firstOffset, reason, firstRaw));
    }
    waiting = 0;
    firstIsCounted = false;
    return any;
  }

  boolean hasRecord() {
    return hasRecord || counted;
  }
}
