package io.tierlens.formats;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;

/** What happens to logs: they are cut, and bytes of them go wrong. Seeded, so that it repeats. */
public final class Damage {

  private static final byte[] LIKELY = {
    0, '\n', '\r', '\t', ' ', '"', '\\', '[', ']', '-', ':', '>', '#', '%', (byte) 0xff
  };

  private Damage() {}

  /** Gives every beginning of the text. */
  public static void cuts(byte[] text, Consumer<byte[]> test) {
    for (int length = 0; length <= text.length; length++) {
      test.accept(Arrays.copyOf(text, length));
    }
  }

  /** Gives texts in which some bytes are others, gone or doubled. */
  public static void flips(byte[] text, long seed, int rounds, Consumer<byte[]> test) {
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      byte[] wrong = text.clone();
      for (int i = 1 + random.nextInt(5); i > 0; i--) {
        int at = random.nextInt(wrong.length);
        switch (random.nextInt(4)) {
          case 0 -> wrong[at] = (byte) random.nextInt(256);
          case 1 -> wrong[at] = LIKELY[random.nextInt(LIKELY.length)];
          case 2 -> System.arraycopy(wrong, at, wrong, random.nextInt(at + 1), wrong.length - at);
          default ->
              Arrays.fill(wrong, at, Math.min(wrong.length, at + random.nextInt(40)), (byte) 0);
        }
      }
      test.accept(wrong);
    }
  }

  /** Gives bytes without any sense, then some with the marks of logs. */
  public static void garbage(long seed, int rounds, Consumer<byte[]> test) {
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      for (int i = 0; round % 2 == 1 && i < bytes.length; i++) {
        if (random.nextInt(3) == 0) {
          bytes[i] = LIKELY[random.nextInt(LIKELY.length)];
        }
      }
      test.accept(bytes);
    }
  }
}
