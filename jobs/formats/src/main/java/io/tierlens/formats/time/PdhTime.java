package io.tierlens.formats.time;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Numbers;
import java.nio.charset.StandardCharsets;

/**
 * A time as Windows' performance logs print it, {@code 11/22/2026 07:16:27} with or without
 * decimals: the month comes first. Reused.
 */
public final class PdhTime {
  private static final int LENGTH = 19;

  private long wallSeconds;
  private long fraction;

  /** Reads a cell; false if it holds no such time, and then nothing else holds. */
  public boolean read(String cell) {
    byte[] text = cell.getBytes(StandardCharsets.ISO_8859_1);
    if (text.length < LENGTH || !hasSeparators(text)) {
      return false;
    }
    long month = Numbers.whole(text, 0, 2);
    long day = Numbers.whole(text, 3, 5);
    long year = Numbers.whole(text, 6, 10);
    long hour = Numbers.whole(text, 11, 13);
    long minute = Numbers.whole(text, 14, 16);
    long second = Numbers.whole(text, 17, LENGTH);
    boolean exists =
        year >= 0
            && CivilDay.exists((int) year, (int) month, (int) day)
            && isBelow(hour, 24)
            && isBelow(minute, 60)
            && isBelow(second, 60);
    fraction =
        text.length == LENGTH ? 0 : Numbers.decimalsInMicroseconds(text, LENGTH + 1, text.length);
    if (!exists || fraction < 0) {
      return false;
    }
    long days = CivilDay.sinceEpoch((int) year, (int) month, (int) day);
    wallSeconds = days * 86_400 + hour * 3600 + minute * 60 + second;
    return true;
  }

  private static boolean isBelow(long value, int bound) {
    return value >= 0 && value < bound;
  }

  private static boolean hasSeparators(byte[] text) {
    return text[2] == '/'
        && text[5] == '/'
        && text[10] == ' '
        && text[13] == ':'
        && text[16] == ':'
        && (text.length == LENGTH || (text[LENGTH] == '.' && Ascii.isDigit(text[text.length - 1])));
  }

  /** Seconds since 1970-01-01 00:00:00 as the clock shows them. */
  public long wallSeconds() {
    return wallSeconds;
  }

  /** Micros behind the whole second. */
  public long fraction() {
    return fraction;
  }
}
