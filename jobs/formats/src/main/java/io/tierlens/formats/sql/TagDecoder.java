package io.tierlens.formats.sql;

import io.tierlens.formats.record.KeyPool;
import java.util.Arrays;

/**
 * Decodes what is url-encoded in a tag. A percent sign without two hexadecimal digits stands for
 * itself, as does a plus. Reused.
 */
final class TagDecoder {

  private byte[] bytes = new byte[64];
  private int size;
  private int start;

  void clear() {
    size = 0;
  }

  /** Decodes a value; false if it stands as it is, so that there is nothing to decode. */
  boolean decode(byte[] text, int from, int to) {
    if (!isEncoded(text, from, to)) {
      return false;
    }
    start = size;
    if (size + to - from > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + to - from));
    }
    int i = from;
    while (i < to) {
      byte b = text[i++];
      if (b == '%' && i + 1 < to && digit(text[i]) >= 0 && digit(text[i + 1]) >= 0) {
        b = (byte) (digit(text[i]) << 4 | digit(text[i + 1]));
        i += 2;
      } else if (b == '\\' && i < to) {
        b = text[i++];
      }
      bytes[size++] = b;
    }
    return true;
  }

  /** The array that holds the last value; later values do not change it. */
  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  int end() {
    return size;
  }

  /** A key, decoded, as the pool has it. */
  byte[] key(KeyPool pool, byte[] text, int from, int to) {
    if (!decode(text, from, to)) {
      return pool.key(text, from, to);
    }
    byte[] key = pool.key(bytes, start, size);
    size = start;
    return key;
  }

  private static boolean isEncoded(byte[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] == '%' || text[i] == '\\') {
        return true;
      }
    }
    return false;
  }

  private static int digit(byte b) {
    return Character.digit(b, 16);
  }
}
