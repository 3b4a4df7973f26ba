package io.tierlens.formats.record;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.ByteSearch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps text columns readable everywhere: Parquet readers refuse invalid UTF-8. */
final class Utf8 {

  private static final byte[] HEX = Ascii.bytes("0123456789abcdef");

  private Utf8() {}

  /** Decodes a range of bytes, those that are not UTF-8 as {@code \xhh}. */
  static String text(byte[] text, int start, int end) {
    return isValid(text, start, end)
        ? new String(text, start, end - start, StandardCharsets.UTF_8)
        : new String(escapeInvalid(text, start, end), StandardCharsets.UTF_8);
  }

  static boolean isValid(byte[] text, int start, int end) {
    int i = ByteSearch.endOfAscii(text, start, end);
    while (i < end) {
      int length = text[i] >= 0 ? 1 : sequenceLength(text, i, end);
      if (length == 0) {
        return false;
      }
      i += length;
    }
    return true;
  }

  /** The same text with each byte that is not valid UTF-8 written as {@code \xhh}. */
  static byte[] escapeInvalid(byte[] text, int start, int end) {
    ByteArrayOutputStream escaped = new ByteArrayOutputStream(end - start + 16);
    int i = start;
    while (i < end) {
      int length = sequenceLength(text, i, end);
      if (length > 0) {
        escaped.write(text, i, length);
        i += length;
      } else {
        escaped.write('\\');
        escaped.write('x');
        escaped.write(HEX[(text[i] >> 4) & 0xf]);
        escaped.write(HEX[text[i] & 0xf]);
        i++;
      }
    }
    return escaped.toByteArray();
  }

  /** Bytes of the well-formed sequence at {@code i} (Unicode table 3-7), 0 if there is none. */
  private static int sequenceLength(byte[] text, int i, int end) {
    int first = text[i] & 0xff;
    if (first < 0x80) {
      return 1;
    }
    if (first < 0xc2 || first > 0xf4) {
      return 0;
    }
    int length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (i + length > end) {
      return 0;
    }
    int second = text[i + 1] & 0xff;
    int lowest = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    int highest = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (second < lowest || second > highest) {
      return 0;
    }
    for (int k = 2; k < length; k++) {
      if ((text[i + k] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
