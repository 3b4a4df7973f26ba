package io.tierlens.formats.apache;

import io.tierlens.formats.bytes.Ascii;
import java.util.Arrays;
import java.util.Locale;

/** What a segment of a path looks like, for {@link EndpointFolder}. */
enum SegmentShape {
  /** Digits only. */
  NUMBER,
  /** {@code 123e4567-e89b-12d3-a456-426614174000}. */
  UUID,
  /** Hexadecimal digits only, eight or more, with both digits and letters. */
  HEX,
  /**
   * The code of an article, an order, a file: letters, digits, {@code -} and {@code _}, with three
   * or more digits that make up a third or more of it. {@code os28110} is one, {@code index2},
   * {@code utf8} and {@code bootstrap-337} are not.
   */
  CODE,
  /** Holds a dot, so it has parts. */
  DOTTED,
  /** Anything else. */
  WORD;

  private static final int UUID_LENGTH = 36;

  /** Shorter ones are often words or numbers of versions. */
  private static final int MIN_HEX_LENGTH = 8;

  private static final int MIN_CODE_DIGITS = 3;

  /** Longer ones are names with a date or a number within. */
  private static final int MAX_CODE_LENGTH = 40;

  private static final int MAX_EXTENSION_LENGTH = 5;

  private static final byte[][] IMAGES =
      extensions("gif", "jpg", "jpeg", "png", "webp", "avif", "svg", "ico", "bmp");

  static SegmentShape of(byte[] text, int start, int end) {
    int length = end - start;
    int digits = 0;
    int hexLetters = 0;
    int others = 0;
    int dashes = 0;
    for (int i = start; i < end; i++) {
      byte c = text[i];
      if (c == '.') {
        return DOTTED;
      } else if (Ascii.isDigit(c)) {
        digits++;
      } else if (isHexLetter(c)) {
        hexLetters++;
      } else if (c == '-' || c == '_') {
        dashes++;
      } else if (Ascii.isLetter(c)) {
        others++;
      } else {
        return WORD;
      }
    }
    if (length > 0 && digits == length) {
      return NUMBER;
    }
    if (digits + hexLetters == length && length >= MIN_HEX_LENGTH && digits > 0) {
      return HEX;
    }
    if (others == 0 && dashes == 4 && isUuid(text, start, length)) {
      return UUID;
    }
    boolean code = digits >= MIN_CODE_DIGITS && 3 * digits >= length && length <= MAX_CODE_LENGTH;
    return code ? CODE : WORD;
  }

  private static boolean isUuid(byte[] text, int start, int length) {
    return length == UUID_LENGTH
        && text[start + 8] == '-'
        && text[start + 13] == '-'
        && text[start + 18] == '-'
        && text[start + 23] == '-';
  }

  /** Where the dot of an extension stands, or {@code end} in a name without one. */
  static int extensionStart(byte[] text, int start, int end) {
    boolean letters = false;
    for (int i = end - 1; i >= start && end - i <= MAX_EXTENSION_LENGTH + 1; i--) {
      if (text[i] == '.') {
        return letters ? i : end;
      }
      if (Ascii.isLetter(text[i])) {
        letters = true;
      } else if (!Ascii.isDigit(text[i])) {
        return end;
      }
    }
    return end;
  }

  static boolean isImage(byte[] text, int start, int end) {
    for (byte[] image : IMAGES) {
      if (Arrays.equals(text, start, end, image, 0, image.length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHexLetter(byte c) {
    return (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static byte[][] extensions(String... names) {
    byte[][] extensions = new byte[2 * names.length][];
    for (int i = 0; i < names.length; i++) {
      extensions[2 * i] = Ascii.bytes(names[i]);
      extensions[2 * i + 1] = Ascii.bytes(names[i].toUpperCase(Locale.ROOT));
    }
    return extensions;
  }
}
