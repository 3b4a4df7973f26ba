package io.tierlens.formats.apache;

import io.tierlens.formats.bytes.Ascii;

/** What a segment of a path looks like, for {@link EndpointFolder}. */
enum SegmentShape {
  /** Digits only. */
  NUMBER,
  /** {@code 2026-11-25} or {@code 2026-11}, of the years 1900 to 2099. */
  DATE,
  /** {@code 123e4567-e89b-12d3-a456-426614174000}, also within {@code %7B} and {@code %7D}. */
  UUID,
  /** Hexadecimal digits only, eight or more, with both digits and letters. */
  HEX,
  /**
   * A session id as Interchange makes them, {@code a5hwWra6}: eight letters and digits, upper and
   * lower case and digits all among them, three or more breaks within (see {@link #TOKEN}). {@code
   * iPhone14} has two. Also {@code (S(...))} of ASP.NET.
   */
  SESSION,
  /**
   * Random text, such as base64url: sixteen or more letters, digits, {@code -} and {@code _}, two
   * or more of them digits, with a break for every four bytes. A break is a digit next to a letter,
   * or a capital next to a small letter before it: words and names have few.
   */
  TOKEN,
  /**
   * The code of an article, an order, a file: letters, digits, {@code -} and {@code _}, with three
   * or more digits that make up a third or more of it. {@code os28110} is one, {@code index2},
   * {@code utf8} and {@code bootstrap-337} are not.
   */
  CODE,
  /**
   * Three or more percent escapes or bytes beyond ASCII: a title, a name, what was searched for.
   */
  TEXT,
  /** Holds a dot, so it has parts. */
  DOTTED,
  /** Anything else. */
  WORD;

  private static final int UUID_LENGTH = 36;

  /** Shorter ones are often words or numbers of versions. */
  private static final int MIN_HEX_LENGTH = 8;

  /** Interchange's own length. Others are as likely names. */
  private static final int SESSION_LENGTH = 8;

  /** Too low: names such as MyApp2Go are ids. Too high: more ids are taken for names. */
  private static final int MIN_SESSION_BREAKS = 3;

  /** Too low: names are tokens. Too high: tokens of 96 bits stay. */
  private static final int MIN_TOKEN_LENGTH = 16;

  private static final int TOKEN_BYTES_PER_BREAK = 4;
  private static final int MIN_TOKEN_DIGITS = 2;
  private static final int MIN_CODE_DIGITS = 3;

  /** Longer ones are names with a date or a number within. */
  private static final int MAX_CODE_LENGTH = 40;

  /** Two are one letter with an accent, or the spaces between three words of a page's name. */
  private static final int MIN_TEXT_ESCAPES = 3;

  /** Base64 is filled up to a multiple of four. */
  private static final int MAX_PADDING = 2;

  private static final int DIGIT = 1;
  private static final int LOWER = 2;
  private static final int UPPER = 4;
  private static final int DASH = 8;
  private static final int HEX_DIGIT = 16;
  private static final int OTHER_LETTER = 32;
  private static final int CASES = DIGIT | LOWER | UPPER;

  /** Of each byte what it is; 0 is none of these. */
  private static final byte[] KINDS = kinds();

  /** 1 for each pair of cases, the first times eight, that is a break. */
  private static final byte[] BREAKS = breaks();

  private static final byte[] SESSION_START = Ascii.bytes("(S(");
  private static final byte[] SESSION_END = Ascii.bytes("))");
  private static final byte[] OPENING_BRACE = Ascii.bytes("%7b");
  private static final byte[] CLOSING_BRACE = Ascii.bytes("%7d");

  static SegmentShape of(byte[] text, int start, int end) {
    int digits = 0;
    int dashes = 0;
    int breaks = 0;
    int seen = 0;
    int before = 0;
    for (int i = start; i < end; i++) {
      int kind = KINDS[text[i] & 0xff];
      if (kind == 0) {
        return withOtherBytes(text, start, i, end);
      }
      digits += kind & DIGIT;
      dashes += kind & DASH;
      seen |= kind;
      int now = kind & CASES;
      breaks += BREAKS[before << 3 | now];
      before = now;
    }
    int length = end - start;
    if (digits == 0) {
      // Nothing without a digit is folded: most segments are done here.
      return WORD;
    }
    if (digits == length) {
      return NUMBER;
    }
    boolean hex = (seen & OTHER_LETTER) == 0;
    if (hex && dashes == 0 && length >= MIN_HEX_LENGTH) {
      return HEX;
    }
    if (hex && dashes == 4 * DASH && isUuid(text, start, length)) {
      return UUID;
    }
    if ((seen & (LOWER | UPPER)) == 0 && isDate(text, start, length)) {
      return DATE;
    }
    if (length == SESSION_LENGTH
        && (seen & (CASES | DASH)) == CASES
        && breaks >= MIN_SESSION_BREAKS) {
      return SESSION;
    }
    if (length >= MIN_TOKEN_LENGTH
        && digits >= MIN_TOKEN_DIGITS
        && TOKEN_BYTES_PER_BREAK * breaks >= length) {
      return TOKEN;
    }
    boolean code = digits >= MIN_CODE_DIGITS && 3 * digits >= length && length <= MAX_CODE_LENGTH;
    return code ? CODE : WORD;
  }

  /** Whether the byte may be part of the name in {@code name=value}. */
  static boolean isOfName(byte b) {
    return (KINDS[b & 0xff] & CASES) != 0 || b == '_';
  }

  /** Whether as many escapes stand in it as in no name of a page. */
  static boolean isFreeText(byte[] text, int start, int end) {
    int escapes = 0;
    for (int i = start; i < end; i++) {
      if (text[i] < 0 || isEscape(text, i, end)) {
        escapes++;
      }
    }
    return escapes >= MIN_TEXT_ESCAPES;
  }

  /** The shape of a segment whose byte at {@code other} is no letter, digit, hyphen, underscore. */
  private static SegmentShape withOtherBytes(byte[] text, int start, int other, int end) {
    if (text[other] == '.') {
      return DOTTED;
    }
    if (text[other] == '=' && other > start && isPadding(text, other, end)) {
      return of(text, start, other);
    }
    if (other == start && isSession(text, start, end)) {
      return SESSION;
    }
    if (isUuidInBraces(text, start, end)) {
      return UUID;
    }
    return isFreeText(text, other, end) ? TEXT : WORD;
  }

  private static boolean isPadding(byte[] text, int from, int end) {
    for (int i = from; i < end; i++) {
      if (text[i] != '=') {
        return false;
      }
    }
    return end - from <= MAX_PADDING;
  }

  private static boolean isSession(byte[] text, int start, int end) {
    return end - start > SESSION_START.length + SESSION_END.length
        && Ascii.startsWith(text, start, end, SESSION_START)
        && Ascii.startsWith(text, end - SESSION_END.length, end, SESSION_END);
  }

  private static boolean isUuidInBraces(byte[] text, int start, int end) {
    int from = start + OPENING_BRACE.length;
    int to = end - CLOSING_BRACE.length;
    return to - from == UUID_LENGTH
        && Ascii.startsWithIgnoringCase(text, start, end, OPENING_BRACE)
        && Ascii.startsWithIgnoringCase(text, to, end, CLOSING_BRACE)
        && of(text, from, to) == UUID;
  }

  private static boolean isEscape(byte[] text, int at, int end) {
    return text[at] == '%'
        && at + 2 < end
        && (KINDS[text[at + 1] & 0xff] & HEX_DIGIT) != 0
        && (KINDS[text[at + 2] & 0xff] & HEX_DIGIT) != 0;
  }

  private static boolean isUuid(byte[] text, int start, int length) {
    return length == UUID_LENGTH
        && text[start + 8] == '-'
        && text[start + 13] == '-'
        && text[start + 18] == '-'
        && text[start + 23] == '-';
  }

  /** Whether digits, hyphens and underscores are a date. */
  private static boolean isDate(byte[] text, int start, int length) {
    if ((length != 7 && length != 10) || text[start + 4] != '-') {
      return false;
    }
    int century = twoDigits(text, start);
    int month = twoDigits(text, start + 5);
    boolean day =
        length == 7
            || (text[start + 7] == '-'
                && twoDigits(text, start + 8) >= 1
                && twoDigits(text, start + 8) <= 31);
    return (century == 19 || century == 20)
        && twoDigits(text, start + 2) >= 0
        && month >= 1
        && month <= 12
        && day;
  }

  /** The number, or -1 where there is none. */
  private static int twoDigits(byte[] text, int at) {
    return Ascii.isDigit(text[at]) && Ascii.isDigit(text[at + 1])
        ? (text[at] - '0') * 10 + text[at + 1] - '0'
        : -1;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    for (int c = '0'; c <= '9'; c++) {
      kinds[c] = DIGIT | HEX_DIGIT;
    }
    for (int i = 0; i < 26; i++) {
      int letter = i < 6 ? HEX_DIGIT : OTHER_LETTER;
      kinds['a' + i] = (byte) (LOWER | letter);
      kinds['A' + i] = (byte) (UPPER | letter);
    }
    kinds['-'] = DASH;
    kinds['_'] = DASH;
    return kinds;
  }

  private static byte[] breaks() {
    byte[] breaks = new byte[8 * 8];
    breaks[LOWER << 3 | UPPER] = 1;
    for (int letter : new int[] {LOWER, UPPER}) {
      breaks[letter << 3 | DIGIT] = 1;
      breaks[DIGIT << 3 | letter] = 1;
    }
    return breaks;
  }
}
