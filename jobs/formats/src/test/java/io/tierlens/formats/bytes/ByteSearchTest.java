package io.tierlens.formats.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteSearchTest {

  /** Bytes that are near each other, and such as carry over from one byte to the next. */
  private static final byte[] ALPHABET = {0, 1, 9, 10, 11, 'a', 0x7f, (byte) 0x80, (byte) 0xff};

  @Test
  void findsWhatAPlainSearchFinds() {
    Random random = new Random(4);
    int found = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] text = new byte[random.nextInt(40)];
      int letters = 1 + random.nextInt(ALPHABET.length);
      for (int i = 0; i < text.length; i++) {
        text[i] = ALPHABET[random.nextInt(letters)];
      }
      int from = random.nextInt(text.length + 1);
      int to = from + random.nextInt(text.length - from + 1);
      byte wanted = ALPHABET[random.nextInt(ALPHABET.length)];
      int first = -1;
      int ascii = to;
      for (int i = to - 1; i >= from; i--) {
        first = text[i] == wanted ? i : first;
        ascii = text[i] < 0 ? i : ascii;
      }
      assertThat(ByteSearch.indexOf(wanted, text, from, to)).isEqualTo(first);
      assertThat(ByteSearch.endOfAscii(text, from, to)).isEqualTo(ascii);
      found += first >= 0 ? 1 : 0;
    }
    assertThat(found).isBetween(4_000, 16_000);
  }
}
