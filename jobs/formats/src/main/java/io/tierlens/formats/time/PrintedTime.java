package io.tierlens.formats.time;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Numbers;
import io.tierlens.formats.bytes.Tokens;

/**
 * One printed time: an epoch, or a date and a time of day over one or more words, with an offset or
 * without. It works on bytes, as dumps carry a stamp on every line. Reused.
 */
public final class PrintedTime {
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final String WEEKDAYS = "montuewedthufrisatsun";
  private static final long MICROS = 1_000_000;
  private static final int MAX_WORDS = 7;

  private byte[] text;
  private int at;
  private int end;

  private int year;
  private int month;
  private int day;
  private int secondOfDay;
  private long fraction;
  private int offsetSeconds;
  private boolean hasTime;
  private boolean hasOffset;
  private boolean epoch;
  private long epochMicros;
  private int used;

  /** Reads the time that begins at a token; {@link #isEpoch} or {@link #civil} tell what it is. */
  public void read(Tokens tokens, int token, int to) {
    year = 0;
    month = 0;
    day = 0;
    fraction = 0;
    hasTime = false;
    hasOffset = false;
    used = 0;
    strip(tokens, token);
    epoch = readEpoch();
    if (epoch) {
      return;
    }
    strip(tokens, token);
    boolean found = readDate() ? readBehindDate(tokens, token, to) : readWords(tokens, token, to);
    if (!found || !isDate()) {
      used = 0;
    }
  }

  /** Reads a token that is a time of day and nothing else. */
  public boolean readTimeOfDay(Tokens tokens, int token) {
    strip(tokens, token);
    return readTime() && at == end;
  }

  /** Takes the brackets and points around a token away. */
  private void strip(Tokens tokens, int token) {
    text = tokens.text();
    at = tokens.start(token);
    end = tokens.end(token);
    while (at < end && "[(<{\"'".indexOf(text[at]) >= 0) {
      at++;
    }
    while (at < end && "])>}\"',;:|".indexOf(text[end - 1]) >= 0) {
      end--;
    }
  }

  private boolean readEpoch() {
    int digits = digits();
    if (digits != 10 && digits != 13 && digits != 16) {
      return false;
    }
    long whole = number(at, at + digits);
    at += digits;
    long micros = digits == 10 ? whole * MICROS : digits == 13 ? whole * 1000 : whole;
    if (digits == 10) {
      readFraction();
      micros += fraction;
    }
    epochMicros = micros;
    return at == end;
  }

  private int digits() {
    int i = at;
    while (i < end && Ascii.isDigit(text[i])) {
      i++;
    }
    return i - at;
  }

  private long number(int from, int to) {
    return Numbers.whole(text, from, to);
  }

  /** Decimals behind a point or comma, of which micros are kept. */
  private void readFraction() {
    fraction = 0;
    if (at + 1 >= end || (text[at] != '.' && text[at] != ',') || !Ascii.isDigit(text[at + 1])) {
      return;
    }
    at++;
    int digits = digits();
    fraction = Numbers.decimalsInMicroseconds(text, at, at + digits);
    at += digits;
  }

  /** {@code 2009-01-23} or {@code 2009/01/23}; what follows in the token stays. */
  private boolean readDate() {
    if (digits() != 4 || at + 10 > end) {
      return false;
    }
    byte separator = text[at + 4];
    if ((separator != '-' && separator != '/')
        || text[at + 7] != separator
        || !pair(at + 5)
        || !pair(at + 8)) {
      return false;
    }
    year = (int) number(at, at + 4);
    month = (int) number(at + 5, at + 7);
    day = (int) number(at + 8, at + 10);
    at += 10;
    return true;
  }

  private boolean pair(int i) {
    return i + 2 <= end && Ascii.isDigit(text[i]) && Ascii.isDigit(text[i + 1]);
  }

  private boolean readBehindDate(Tokens tokens, int token, int to) {
    int next = token + 1;
    if (at < end) {
      if (text[at] != 'T' && text[at] != 't' && text[at] != '_') {
        return false;
      }
      at++;
      if (!readTime() || !readOffset() || at < end) {
        return false;
      }
    } else {
      if (next < to && isBracketedWord(tokens, next)) {
        next++;
      }
      if (next >= to) {
        return false;
      }
      strip(tokens, next);
      if (!readTime() || !readOffset() || at < end) {
        return false;
      }
      next++;
      if (next < to && readHalfDay(tokens, next)) {
        next++;
      }
    }
    if (!hasOffset && next < to && readOffsetWord(tokens, next)) {
      next++;
    }
    used = next - token;
    return true;
  }

  private static boolean isBracketedWord(Tokens tokens, int token) {
    byte last = tokens.last(token);
    return (tokens.first(token) == '(' && last == ')')
        || (tokens.first(token) == '[' && last == ']' && !tokens.numeric(token));
  }

  /** What {@code date} prints: {@code Fri Jan 23 10:00:00 EST 2009} and its like, in any order. */
  private boolean readWords(Tokens tokens, int token, int to) {
    if (name(WEEKDAYS) == 0) {
      return false;
    }
    int last = Math.min(to, token + MAX_WORDS);
    for (int i = token + 1; i < last; i++) {
      strip(tokens, i);
      int digits = digits();
      int found = month == 0 ? name(MONTHS) : 0;
      if (found > 0) {
        month = found;
      } else if (digits == 4 && at + 4 == end && year == 0) {
        year = (int) number(at, end);
      } else if (digits > 0 && digits <= 2 && at + digits == end && day == 0) {
        day = (int) number(at, end);
      } else if (hasTime || !readTime() || at < end) {
        boolean known = hasTime && (readHalfDay(tokens, i) || readOffsetWord(tokens, i));
        if (!known && !isZoneName(tokens, i)) {
          break;
        }
      }
      used = i + 1 - token;
    }
    return year > 0 && month > 0 && day > 0 && hasTime;
  }

  /** Names of zones but UTC are not unique, so they tell nothing. */
  private static boolean isZoneName(Tokens tokens, int token) {
    int length = tokens.length(token);
    boolean capitals = length >= 3 && length <= 5;
    for (int i = tokens.start(token); i < tokens.end(token); i++) {
      capitals &= tokens.text()[i] >= 'A' && tokens.text()[i] <= 'Z';
    }
    return capitals;
  }

  /** The number, from 1, of the three-letter name that the word is, or 0. */
  private int name(String names) {
    if (end - at != 3) {
      return 0;
    }
    for (int i = 0; i < names.length(); i += 3) {
      if ((text[at] | 0x20) == names.charAt(i)
          && (text[at + 1] | 0x20) == names.charAt(i + 1)
          && (text[at + 2] | 0x20) == names.charAt(i + 2)) {
        return i / 3 + 1;
      }
    }
    return 0;
  }

  private boolean readTime() {
    int digits = digits();
    int minute = at + digits + 1;
    if (digits < 1
        || digits > 2
        || minute + 5 > end
        || text[minute - 1] != ':'
        || text[minute + 2] != ':'
        || !pair(minute)
        || !pair(minute + 3)) {
      return false;
    }
    long hour = number(at, at + digits);
    long minutes = number(minute, minute + 2);
    long seconds = number(minute + 3, minute + 5);
    if (hour > 23 || minutes > 59 || seconds > 60) {
      return false;
    }
    secondOfDay = (int) (hour * 3600 + minutes * 60 + Math.min(seconds, 59));
    at = minute + 5;
    readFraction();
    hasTime = true;
    return true;
  }

  private boolean readHalfDay(Tokens tokens, int token) {
    int start = tokens.start(token);
    if (tokens.length(token) != 2 || (tokens.text()[start + 1] | 0x20) != 'm') {
      return false;
    }
    int half = tokens.text()[start] | 0x20;
    int hour = secondOfDay / 3600;
    if ((half != 'a' && half != 'p') || hour < 1 || hour > 12) {
      return false;
    }
    secondOfDay += (hour % 12 + (half == 'p' ? 12 : 0) - hour) * 3600;
    return true;
  }

  private boolean readOffsetWord(Tokens tokens, int token) {
    strip(tokens, token);
    if (end - at == 3
        && ((text[at] == 'U' && text[at + 1] == 'T' && text[at + 2] == 'C')
            || (text[at] == 'G' && text[at + 1] == 'M' && text[at + 2] == 'T'))) {
      offsetSeconds = 0;
      hasOffset = true;
      return true;
    }
    return at < end && readOffset() && at == end;
  }

  /** {@code Z}, {@code +01:00}, {@code -0500}, {@code +02} or nothing; false if it is damaged. */
  private boolean readOffset() {
    if (at == end) {
      return true;
    }
    if (text[at] == 'Z') {
      at++;
      offsetSeconds = 0;
      hasOffset = true;
      return true;
    }
    int sign = text[at] == '-' ? -1 : text[at] == '+' ? 1 : 0;
    if (sign == 0 || !pair(at + 1)) {
      return false;
    }
    long hours = number(at + 1, at + 3);
    int minute = at + 3 < end && text[at + 3] == ':' ? at + 4 : at + 3;
    long minutes = pair(minute) ? number(minute, minute + 2) : 0;
    at = pair(minute) ? minute + 2 : at + 3;
    offsetSeconds = (int) (sign * (hours * 3600 + minutes * 60));
    hasOffset = true;
    return hours < 24 && minutes < 60;
  }

  private boolean isDate() {
    return CivilDay.exists(year, month, day);
  }

  public boolean isEpoch() {
    return epoch;
  }

  public long epochMicros() {
    return epochMicros;
  }

  /** Of how many tokens the date and time consist; 0 if there is none. */
  public int civil() {
    return used;
  }

  public boolean hasOffset() {
    return hasOffset;
  }

  public int offsetSeconds() {
    return offsetSeconds;
  }

  /** Micros behind the whole second. */
  public long fraction() {
    return fraction;
  }

  public int secondOfDay() {
    return secondOfDay;
  }

  /** Seconds since 1970-01-01 00:00:00 on the wall clock. */
  public long wallSeconds() {
    return CivilDay.sinceEpoch(year, month, day) * 86_400 + secondOfDay;
  }
}
