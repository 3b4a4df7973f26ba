package io.tierlens.formats.interchange;

import static io.tierlens.formats.bytes.Numbers.NOT_A_NUMBER;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Numbers;
import io.tierlens.formats.time.EpochSecond;
import java.util.Arrays;

/**
 * One line of bench.log: {@code client, request URI, session, pid, epoch second, counter, CPU
 * seconds}; the last is empty at the beginning of a page. For one thread.
 */
final class BenchLine {
  private static final int CLIENT = 0;
  private static final int URI = 1;
  private static final int SESSION = 2;
  private static final int PID = 3;
  private static final int SECOND = 4;
  private static final int COUNTER = 5;
  private static final int CPU = 6;

  private final SevenFields fields = new SevenFields();
  private byte[] line;
  private long pid;
  private long second;
  private long counter;
  private long cpuMicroseconds;

  /** Reads a line; returns what is wrong with it, or null. */
  String parse(byte[] text, int start, int end) {
    line = text;
    if (!fields.split(text, start, end)) {
      return fields.reason();
    }
    pid = number(PID);
    second = EpochSecond.parse(text, fields.start(SECOND), fields.end(SECOND));
    counter = number(COUNTER);
    cpuMicroseconds = Numbers.secondsInMicroseconds(text, fields.start(CPU), fields.end(CPU));
    if (pid == NOT_A_NUMBER) {
      return "field 4 is not the number of a process";
    }
    if (second == NOT_A_NUMBER) {
      return "field 5 is not an epoch second";
    }
    if (counter == NOT_A_NUMBER) {
      return "field 6 is not a counter";
    }
    if (cpuMicroseconds == NOT_A_NUMBER && !fields.isEmpty(CPU)) {
      return "field 7 is not a number of CPU seconds";
    }
    return null;
  }

  private long number(int field) {
    return Numbers.whole(line, fields.start(field), fields.end(field));
  }

  boolean beginsPage() {
    return fields.isEmpty(CPU);
  }

  long pid() {
    return pid;
  }

  long second() {
    return second;
  }

  long counter() {
    return counter;
  }

  long cpuMicroseconds() {
    return cpuMicroseconds;
  }

  byte[] session() {
    return copy(SESSION, fields.end(SESSION));
  }

  byte[] client() {
    return copy(CLIENT, fields.end(CLIENT));
  }

  /** The request URI up to its query string. */
  byte[] path() {
    return copy(URI, Ascii.until(line, fields.start(URI), fields.end(URI), '?'));
  }

  boolean hasSession(byte[] session) {
    return Arrays.equals(
        line, fields.start(SESSION), fields.end(SESSION), session, 0, session.length);
  }

  private byte[] copy(int field, int end) {
    return Arrays.copyOfRange(line, fields.start(field), end);
  }
}
