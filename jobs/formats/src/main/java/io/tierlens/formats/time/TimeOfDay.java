package io.tierlens.formats.time;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Tokens;
import java.util.Arrays;

/**
 * The time of day that begins a line, as any locale prints it: three groups of digits with anything
 * between them, and in a 12 hour clock the mark of the half day before or behind them. A zone's
 * name or offset beside them is passed over. Reused.
 */
public final class TimeOfDay {
  private static final int GROUPS = 3;

  /** Bytes of a time that is kept for the next line; all but a few languages print less. */
  private static final int LONGEST_KEPT = 48;

  private final HalfDay halfDay = new HalfDay();
  private final int[] groups = new int[GROUPS];
  private int group;
  private boolean morning;
  private boolean afternoon;
  private int secondOfDay;
  private boolean twelveHour;

  /** The text that the fields above were read from. */
  private final byte[] last = new byte[LONGEST_KEPT];

  private int lastLength;

  /** Reads the tokens before {@code count}; false if they are no time of day. */
  public boolean read(Tokens tokens, int count) {
    if (count < 1 || count > tokens.count()) {
      return false;
    }
    byte[] text = tokens.text();
    int start = tokens.start(0);
    int end = tokens.end(count - 1);
    // Rows of a sample follow each other.
    if (lastLength > 0 && Arrays.equals(text, start, end, last, 0, lastLength)) {
      return true;
    }
    lastLength = 0;
    if (!readText(text, start, end)) {
      return false;
    }
    if (end - start <= last.length) {
      lastLength = end - start;
      System.arraycopy(text, start, last, 0, lastLength);
    }
    return true;
  }

  private boolean readText(byte[] text, int start, int end) {
    group = -1;
    morning = false;
    afternoon = false;
    int i = start;
    while (i < end) {
      int behind = behindDigits(text, i, end);
      if (behind > i) {
        if (group == GROUPS) {
          return false;
        }
      } else {
        behind = behindWord(text, i, end);
        if (behind == i) {
          // Before the figures: a word at most, as the name of the zone. A name such as rxkB/s or
          // %user is that of a column.
          if ((group < 0 && text[i] > ' ') || text[i] == '/' || text[i] == '%') {
            return false;
          }
          behind = group == GROUPS - 1 && isSign(text[i]) ? behindZone(text, i + 1, end) : i + 1;
        }
      }
      i = behind;
    }
    return group == GROUPS - 1 && !(morning && afternoon) && finish();
  }

  /** Takes a group of digits that begins here; the same index if none does. */
  private int behindDigits(byte[] text, int from, int end) {
    int i = from;
    int number = 0;
    while (i < end) {
      int digit = digit(text, i, end);
      if (digit < 0) {
        break;
      }
      if (number > 9) {
        group = GROUPS;
        return i + 1;
      }
      number = number * 10 + digit;
      i += length(text, i, end);
    }
    if (i > from) {
      group++;
      if (group < GROUPS) {
        groups[group] = number;
      }
    }
    return i;
  }

  /** Takes a word that begins here; the same index if none does. */
  private int behindWord(byte[] text, int from, int end) {
    if (!isOfWord(text[from]) || text[from] == '.') {
      return from;
    }
    boolean capitals = true;
    int i = from;
    while (i < end && isOfWord(text[i]) && digit(text, i, end) < 0) {
      capitals &= text[i] < 'a';
      i += length(text, i, end);
    }
    HalfDay.Half half = halfDay.read(text, from, i);
    morning |= half == HalfDay.Half.MORNING;
    afternoon |= half == HalfDay.Half.AFTERNOON;
    return group >= 0 || capitals || half != HalfDay.Half.NEITHER ? i : from;
  }

  /** Letters of any language, and the points of {@code p.m.}. */
  private static boolean isOfWord(byte b) {
    return b < 0 || b == '.' || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
  }

  private static boolean isSign(byte b) {
    return b == '+' || b == '-';
  }

  private static int behindZone(byte[] text, int from, int end) {
    int i = from;
    while (i < end && Ascii.isDigit(text[i])) {
      i++;
    }
    return i;
  }

  private boolean finish() {
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

  /** Also the digits of other scripts; -1 for anything else. */
  private static int digit(byte[] text, int i, int end) {
    byte b = text[i];
    if (b >= 0) {
      return Ascii.isDigit(b) ? b - '0' : -1;
    }
    int length = length(text, i, end);
    if (length == 1) {
      return -1;
    }
    int character = b & (0x7f >> length);
    for (int k = 1; k < length; k++) {
      character = character << 6 | (text[i + k] & 0x3f);
    }
    return Character.digit(character, 10);
  }

  /** Bytes of the character that begins here; 1 where it is none of UTF-8, as in older charsets. */
  private static int length(byte[] text, int i, int end) {
    int b = text[i] & 0xff;
    if (b < 0xc0) {
      return 1;
    }
    int length = b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4;
    for (int k = i + 1; k < i + length; k++) {
      if (k >= end || (text[k] & 0xc0) != 0x80) {
        return 1;
      }
    }
    return length;
  }

  /** Whether a token holds a digit of any kind that a time may be printed with. */
  public static boolean hasDigit(Tokens tokens, int token) {
    int end = tokens.end(token);
    for (int i = tokens.start(token); i < end; i += length(tokens.text(), i, end)) {
      if (digit(tokens.text(), i, end) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** 0 to 86399; a leap second counts as the second before it. */
  public int secondOfDay() {
    return secondOfDay;
  }

  public boolean twelveHour() {
    return twelveHour;
  }
}
