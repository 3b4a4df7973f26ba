package io.tierlens.formats.time;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Tokens;
import java.nio.charset.StandardCharsets;

/**
 * The time of day that begins a line, as any locale prints it: three groups of digits with anything
 * between them, and in a 12 hour clock the mark of the half day before or behind them. Reused.
 */
public final class TimeOfDay {
  private static final int GROUPS = 3;

  private static final byte[][] MORNING = {utf8("上午"), utf8("午前"), utf8("오전")};
  private static final byte[][] AFTERNOON = {utf8("下午"), utf8("午後"), utf8("오후")};

  private final int[] groups = new int[GROUPS];
  private int secondOfDay;
  private boolean twelveHour;

  /** Reads the tokens before {@code count}; false if they are no time of day. */
  public boolean read(Tokens tokens, int count) {
    if (count < 1 || count > tokens.count()) {
      return false;
    }
    byte[] text = tokens.text();
    int end = tokens.end(count - 1);
    int group = -1;
    boolean inDigits = false;
    boolean morning = false;
    boolean afternoon = false;
    int i = tokens.start(0);
    while (i < end) {
      int digit = digit(text, i, end);
      if (digit >= 0) {
        if (!inDigits) {
          group++;
          if (group == GROUPS) {
            return false;
          }
          groups[group] = 0;
          inDigits = true;
        }
        groups[group] = groups[group] * 10 + digit;
        if (groups[group] > 99) {
          return false;
        }
        i += text[i] < 0 ? 2 : 1;
        continue;
      }
      inDigits = false;
      if (group < 0 && text[i] >= 0 && text[i] > ' ') {
        return false;
      }
      if (isHalfDay(text, i, end)) {
        morning |= text[i] == 'A' || text[i] == 'a';
        afternoon |= text[i] == 'P' || text[i] == 'p';
      } else if (text[i] < 0) {
        morning |= startsWithAny(text, i, end, MORNING);
        afternoon |= startsWithAny(text, i, end, AFTERNOON);
      }
      i++;
    }
    return group == GROUPS - 1 && !(morning && afternoon) && finish(morning, afternoon);
  }

  private boolean finish(boolean morning, boolean afternoon) {
    twelveHour = morning || afternoon;
    int hour = groups[0];
    if (twelveHour) {
      if (hour < 1 || hour > 12) {
        return false;
      }
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    secondOfDay = hour * 3600 + groups[1] * 60 + Math.min(groups[2], 59);
    return hour < 24 && groups[1] < 60 && groups[2] <= 60;
  }

  /** AM, PM, am, pm, and with points as in a.m. */
  private static boolean isHalfDay(byte[] text, int i, int end) {
    int half = text[i] | 0x20;
    if (half != 'a' && half != 'p') {
      return false;
    }
    int next = i + 1 < end && text[i + 1] == '.' ? i + 2 : i + 1;
    boolean m = next < end && (text[next] | 0x20) == 'm';
    boolean wordEnds =
        next + 1 >= end || (text[next + 1] >= 0 && !Character.isLetter(text[next + 1]));
    boolean wordBegins = text[i - 1] >= 0 && !Character.isLetter(text[i - 1]);
    return m && wordEnds && wordBegins;
  }

  /** Also the digits of Arabic and Persian, which take two bytes; -1 for anything else. */
  private static int digit(byte[] text, int i, int end) {
    byte b = text[i];
    if (Ascii.isDigit(b)) {
      return b - '0';
    }
    if (b >= 0 || i + 1 >= end) {
      return -1;
    }
    int low = text[i + 1] & 0xff;
    if (b == (byte) 0xdb && low >= 0xb0 && low <= 0xb9) {
      return low - 0xb0;
    }
    return b == (byte) 0xd9 && low >= 0xa0 && low <= 0xa9 ? low - 0xa0 : -1;
  }

  /** Whether a token holds a digit of any kind that a time may be printed with. */
  public static boolean hasDigit(Tokens tokens, int token) {
    for (int i = tokens.start(token); i < tokens.end(token); i++) {
      if (digit(tokens.text(), i, tokens.end(token)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWithAny(byte[] text, int i, int end, byte[][] words) {
    for (byte[] word : words) {
      if (Ascii.startsWith(text, i, end, word)) {
        return true;
      }
    }
    return false;
  }

  private static byte[] utf8(String word) {
    return word.getBytes(StandardCharsets.UTF_8);
  }

  /** 0 to 86399; a leap second counts as the second before it. */
  public int secondOfDay() {
    return secondOfDay;
  }

  public boolean twelveHour() {
    return twelveHour;
  }
}
