package io.tierlens.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damaged copies of a text, the same for the same seed. */
public final class Mutations {

  private Mutations() {}

  public static byte[] damage(byte[] text, Random random) {
    byte[] damaged = Arrays.copyOf(text, text.length);
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOf(damaged, random.nextInt(damaged.length + 1));
      case 1 -> flip(damaged, random, 1 + random.nextInt(20));
      case 2 -> flip(damaged, random, damaged.length / 10);
      default -> shuffleLines(damaged, random);
    };
  }

  private static byte[] flip(byte[] text, Random random, int times) {
    for (int i = 0; i < times && text.length > 0; i++) {
      text[random.nextInt(text.length)] = (byte) random.nextInt(256);
    }
    return text;
  }

  private static byte[] shuffleLines(byte[] text, Random random) {
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n' || i == text.length - 1) {
        lines.add(Arrays.copyOfRange(text, start, i + 1));
        start = i + 1;
      }
    }
    for (int i = 0; i < 10 && !lines.isEmpty(); i++) {
      lines.add(random.nextInt(lines.size()), lines.remove(random.nextInt(lines.size())));
    }
    byte[] shuffled = new byte[text.length];
    int at = 0;
    for (byte[] line : lines) {
      System.arraycopy(line, 0, shuffled, at, line.length);
      at += line.length;
    }
    return shuffled;
  }
}
