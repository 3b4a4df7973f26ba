package io.tierlens.formats.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Held against the decoder of the Java library. */
class Utf8Test {
  private final CharsetDecoder decoder = UTF_8.newDecoder();

  @Test
  void everyOneAndTwoBytes() {
    for (int first = 0; first < 256; first++) {
      assertAsTheLibrary(first);
      for (int second = 0; second < 256; second++) {
        assertAsTheLibrary(first, second);
      }
    }
  }

  @Test
  void everyThreeBytesThatBeginASequence() {
    for (int first = 0xe0; first < 0xf0; first++) {
      for (int second = 0x78; second < 0xc8; second++) {
        for (int third = 0x78; third < 0xc8; third++) {
          assertAsTheLibrary(first, second, third);
        }
      }
    }
  }

  @Test
  void fourBytesAtTheEdgesOfEachRange() {
    int[] edges = {0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff};
    for (int first = 0xee; first < 0x100; first++) {
      for (int second : edges) {
        for (int third : edges) {
          for (int fourth : edges) {
            assertAsTheLibrary(first, second, third, fourth);
          }
        }
      }
    }
  }

  @Test
  void escapingKeepsEachValidSequenceAndShowsEachOtherByte() {
    Random random = new Random(11);
    for (int round = 0; round < 3000; round++) {
      byte[] text = mixture(random);
      byte[] padded = new byte[text.length + 2];
      padded[0] = (byte) 0xc3;
      padded[padded.length - 1] = (byte) 0xa9;
      System.arraycopy(text, 0, padded, 1, text.length);
      byte[] escaped = Utf8.escapeInvalid(padded, 1, padded.length - 1);
      assertThat(escaped).isEqualTo(escapedByTrial(text));
      assertThat(isValid(escaped)).isTrue();
      assertThat(Utf8.text(padded, 1, padded.length - 1)).isEqualTo(new String(escaped, UTF_8));
    }
  }

  private static byte[] mixture(Random random) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int i = random.nextInt(12); i > 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> text.write(random.nextInt(256));
        case 1 -> text.write('a');
        case 2 -> text.writeBytes("\u20ac".getBytes(UTF_8));
        default -> text.write("\ud83d\ude00".getBytes(UTF_8), 0, 1 + random.nextInt(4));
      }
    }
    return text.toByteArray();
  }

  /** At each place, the shortest range that the library takes; else the byte is shown. */
  private byte[] escapedByTrial(byte[] text) {
    ByteArrayOutputStream escaped = new ByteArrayOutputStream();
    int i = 0;
    while (i < text.length) {
      int length = 1;
      while (length <= 4 && !(i + length <= text.length && isValid(text, i, length))) {
        length++;
      }
      if (length <= 4) {
        escaped.write(text, i, length);
        i += length;
      } else {
        escaped.writeBytes(String.format("\\x%02x", text[i] & 0xff).getBytes(UTF_8));
        i++;
      }
    }
    return escaped.toByteArray();
  }

  private void assertAsTheLibrary(int... values) {
    byte[] text = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      text[i] = (byte) values[i];
    }
    if (Utf8.isValid(text, 0, text.length) != isValid(text)) {
      assertThat(Utf8.isValid(text, 0, text.length)).as("% x", text).isEqualTo(isValid(text));
    }
  }

  private boolean isValid(byte[] text) {
    return isValid(text, 0, text.length);
  }

  private boolean isValid(byte[] text, int start, int length) {
    try {
      decoder.decode(ByteBuffer.wrap(text, start, length));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
