package io.tierlens.formats.interchange;

import io.tierlens.formats.bytes.Numbers;
import java.util.Arrays;

/** The lines of one message of error.log, copied, so that the reader may go on. Reused. */
final class ErrorMessage {

  /** Too small: traces of templates are cut. Too large: a broken file fills the memory. */
  static final int MAX_BYTES = 1 << 20;

  private byte[] bytes = new byte[1 << 10];
  private int firstEnd;
  private int end;
  private long number;
  private boolean present;
  private long time;
  private long slackUs;
  private long pid;
  private boolean bare;

  void clear() {
    present = false;
  }

  /** Begins with a first line, as logged. */
  void begin(byte[] text, int from, int to, long lineNumber) {
    end = 0;
    append(text, from, to);
    firstEnd = end;
    number = lineNumber;
    present = true;
    pid = Numbers.NOT_A_NUMBER;
    bare = false;
  }

  /** Adds when it was logged, in microseconds since the epoch. */
  void at(long microseconds, long slack) {
    time = microseconds;
    slackUs = slack;
  }

  /**
   * Adds what syslog tells of it.
   *
   * @param process that sent it, or {@link Numbers#NOT_A_NUMBER}
   * @param isBare whether the line has none of the words that Interchange puts before a message
   */
  void sent(long process, boolean isBare) {
    pid = process;
    bare = isBare;
  }

  /** Adds a further line; false if the message would be too long. */
  boolean add(byte[] text, int from, int to) {
    if (end + to - from >= MAX_BYTES) {
      return false;
    }
    append(new byte[] {'\n'}, 0, 1);
    append(text, from, to);
    return true;
  }

  private void append(byte[] text, int from, int to) {
    int length = to - from;
    if (bytes.length - end < length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + length));
    }
    System.arraycopy(text, from, bytes, end, length);
    end += length;
  }

  /** Whether there is a message at all. */
  boolean present() {
    return present;
  }

  long time() {
    return time;
  }

  long slackUs() {
    return slackUs;
  }

  long pid() {
    return pid;
  }

  boolean bare() {
    return bare;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Behind the first line. */
  int firstEnd() {
    return firstEnd;
  }

  /** Behind the last line. */
  int end() {
    return end;
  }

  /** The number of the first line, from 1. */
  long number() {
    return number;
  }
}
