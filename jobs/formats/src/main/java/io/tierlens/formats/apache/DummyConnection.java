package io.tierlens.formats.apache;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.record.LogRecord;
import java.util.Arrays;

/** Requests that a server sends to itself to wake its own children: no traffic at all. */
final class DummyConnection {
  private static final byte[] OPTIONS = Ascii.bytes("OPTIONS");
  private static final byte[] STAR = Ascii.bytes("*");
  private static final byte[] AGENT = Ascii.bytes("(internal dummy connection)");
  private static final byte[][] LOCAL = {
    Ascii.bytes("127.0.0.1"), Ascii.bytes("::1"), Ascii.bytes("localhost")
  };

  private DummyConnection() {}

  /**
   * Whether the record is such a request: it comes from the machine itself and says so, or, in a
   * log without user agents, asks for {@code OPTIONS *}.
   */
  static boolean is(LogRecord record) {
    if (!isLocal(record)) {
      return false;
    }
    if (!record.isNull(AccessRecord.USER_AGENT)) {
      return endsWith(record, AccessRecord.USER_AGENT, AGENT);
    }
    return equal(record, AccessRecord.METHOD, OPTIONS) && equal(record, AccessRecord.PATH, STAR);
  }

  private static boolean isLocal(LogRecord record) {
    for (byte[] address : LOCAL) {
      if (equal(record, AccessRecord.CLIENT, address)) {
        return true;
      }
    }
    return false;
  }

  private static boolean equal(LogRecord record, int field, byte[] wanted) {
    return !record.isNull(field)
        && Arrays.equals(
            record.bytesAt(field),
            record.startAt(field),
            record.endAt(field),
            wanted,
            0,
            wanted.length);
  }

  private static boolean endsWith(LogRecord record, int field, byte[] wanted) {
    int end = record.endAt(field);
    int start = end - wanted.length;
    return start >= record.startAt(field)
        && Arrays.equals(record.bytesAt(field), start, end, wanted, 0, wanted.length);
  }
}
