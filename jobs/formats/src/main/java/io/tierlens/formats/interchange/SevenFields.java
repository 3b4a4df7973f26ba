package io.tierlens.formats.interchange;

import io.tierlens.formats.bytes.Ascii;

/**
 * Splits a line at its tabs, for the two logs whose lines have seven fields. Where a line went
 * through syslog, the words before it are left out, and tabs may be written as {@code #011}. For
 * one thread.
 */
final class SevenFields {
  private static final int FIELDS = 7;

  /** How syslog daemons write a tab. */
  private static final byte[] ESCAPED_TAB = Ascii.bytes("#011");

  private final SyslogPrefix prefix = new SyslogPrefix();
  private final int[] starts = new int[FIELDS];
  private final int[] ends = new int[FIELDS];
  private int count;

  /** Splits the range; false if it has not seven fields. */
  boolean split(byte[] line, int start, int end) {
    boolean sent = prefix.read(line, start, end);
    int from = sent ? prefix.text() : start;
    splitAt(1, line, from, end);
    if (sent && count == 1) {
      splitAt(ESCAPED_TAB.length, line, from, end);
    }
    return count == FIELDS;
  }

  /** Splits at tabs, which are one byte long, or at those that are written as four. */
  private void splitAt(int tab, byte[] line, int start, int end) {
    count = 0;
    int from = start;
    int i = start;
    while (i <= end) {
      boolean parts =
          i == end || (tab == 1 ? line[i] == '\t' : Ascii.startsWith(line, i, end, ESCAPED_TAB));
      if (parts) {
        if (count < FIELDS) {
          starts[count] = from;
          ends[count] = i;
        }
        count++;
        i += i == end ? 1 : tab;
        from = i;
      } else {
        i++;
      }
    }
  }

  String reason() {
    return count
        + (count == 1 ? " tab-separated field" : " tab-separated fields")
        + " instead of 7";
  }

  int start(int field) {
    return starts[field];
  }

  int end(int field) {
    return ends[field];
  }

  boolean isEmpty(int field) {
    return starts[field] == ends[field];
  }
}
