package io.tierlens.formats.time;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Numbers;
import java.nio.charset.StandardCharsets;

/**
 * The stamp of a row that sadf exports: {@code 2026-11-22 10:42:07 UTC}, the same without a zone or
 * with the abbreviation of one, or seconds since 1970. Reused.
 *
 * <p>Of the zones only UTC is believed: sysstat prints the abbreviation that is in force in winter,
 * also behind a time of summer.
 */
public final class SadfTime {
  private static final int TIME_LENGTH = "2026-11-22 10:42:07".length();
  private static final long DAY = 86_400;
  private static final int NOT_A_NUMBER = -1;

  /** What the stamp is. */
  public enum Form {
    /** Seconds since 1970-01-01T00:00:00Z. */
    EPOCH,
    UTC,
    /** A time on some wall; nothing tells where. */
    LOCAL,
    /** A time on some wall, with an abbreviation that is not to be relied on. */
    LOCAL_WITH_NAME
  }

  private Form form;
  private long seconds;
  private byte[] text;
  private int zoneStart;
  private int zoneEnd;

  /** Reads a stamp that fills the range; false if it is none, and then nothing else holds. */
  public boolean read(byte[] source, int start, int end) {
    text = source;
    zoneStart = end;
    zoneEnd = end;
    if (end - start < TIME_LENGTH) {
      seconds = EpochSecond.parse(source, start, end);
      form = Form.EPOCH;
      return seconds != Numbers.NOT_A_NUMBER;
    }
    return civil(source, start) && zone(start + TIME_LENGTH, end);
  }

  private boolean civil(byte[] s, int i) {
    boolean signs =
        s[i + 4] == '-'
            && s[i + 7] == '-'
            && s[i + 10] == ' '
            && s[i + 13] == ':'
            && s[i + 16] == ':';
    if (!signs) {
      return false;
    }
    int high = two(s, i);
    int low = two(s, i + 2);
    int month = two(s, i + 5);
    int day = two(s, i + 8);
    int hour = two(s, i + 11);
    int minute = two(s, i + 14);
    int second = two(s, i + 17);
    int year = high * 100 + low;
    boolean all = high >= 0 && low >= 0 && hour >= 0 && minute >= 0 && second >= 0;
    if (!all || hour > 23 || minute > 59 || second > 59 || !CivilDay.exists(year, month, day)) {
      return false;
    }
    seconds = CivilDay.sinceEpoch(year, month, day) * DAY + hour * 3600L + minute * 60L + second;
    return true;
  }

  private static int two(byte[] s, int i) {
    boolean digits = Ascii.isDigit(s[i]) && Ascii.isDigit(s[i + 1]);
    return digits ? (s[i] - '0') * 10 + (s[i + 1] - '0') : NOT_A_NUMBER;
  }

  private boolean zone(int start, int end) {
    if (start == end) {
      form = Form.LOCAL;
      return true;
    }
    zoneStart = start + 1;
    zoneEnd = end;
    form = Ascii.equal(text, zoneStart, zoneEnd, "UTC") ? Form.UTC : Form.LOCAL_WITH_NAME;
    return text[start] == ' ' && isName(zoneStart, zoneEnd);
  }

  private boolean isName(int start, int end) {
    for (int i = start; i < end; i++) {
      byte b = text[i];
      if (!Ascii.isLetter(b) && !Ascii.isDigit(b) && b != '+' && b != '-') {
        return false;
      }
    }
    return end > start;
  }

  public Form form() {
    return form;
  }

  /** Whether {@link #seconds()} is an instant, and needs no zone to become one. */
  public boolean isInstant() {
    return form == Form.EPOCH || form == Form.UTC;
  }

  /** Seconds since 1970: in UTC if {@link #isInstant()}, else on the wall clock. */
  public long seconds() {
    return seconds;
  }

  /** The zone's abbreviation as printed, empty without one; for cold paths. */
  public String zoneName() {
    return new String(text, zoneStart, zoneEnd - zoneStart, StandardCharsets.ISO_8859_1);
  }
}
