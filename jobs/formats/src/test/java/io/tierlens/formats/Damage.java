package io.tierlens.formats;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** What happens to logs: they are cut, and bytes of them go wrong. Seeded, so that it repeats. */
public final class Damage {

  private enum Kind {
    BYTES_CHANGED,
    BYTES_MADE_MARKS,
    BYTES_ZEROED,
    BYTES_GONE,
    BYTES_DOUBLED,
    HEAD_GONE,
    TAIL_GONE,
    LINES_GONE,
    LINES_SHUFFLED
  }

  private static final byte[] MARKS = {
    0, '\n', '\r', '\t', ' ', '"', '\\', '[', ']', '-', ':', '>', '#', '%', ';', '\'', (byte) 0xff
  };

  private Damage() {}

  /** Gives every beginning of the text. */
  public static void cuts(byte[] text, Consumer<byte[]> test) {
    for (int length = 0; length <= text.length; length++) {
      test.accept(Arrays.copyOf(text, length));
    }
  }

  /** Gives damaged copies of the text, each kind of damage as often as the others. */
  public static void copies(byte[] text, long seed, int rounds, Consumer<byte[]> test) {
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      test.accept(damaged(text.clone(), Kind.values()[round % Kind.values().length], random));
    }
  }

  private static byte[] damaged(byte[] text, Kind kind, Random random) {
    int at = random.nextInt(text.length);
    int to = Math.min(text.length, at + random.nextInt(400));
    return switch (kind) {
      case BYTES_CHANGED -> {
        for (int i = 1 + random.nextInt(random.nextBoolean() ? 5 : text.length / 10); i > 0; i--) {
          text[random.nextInt(text.length)] = (byte) random.nextInt(256);
        }
        yield text;
      }
      case BYTES_MADE_MARKS -> {
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
          text[random.nextInt(text.length)] = MARKS[random.nextInt(MARKS.length)];
        }
        yield text;
      }
      case BYTES_ZEROED -> {
        Arrays.fill(text, at, to, (byte) 0);
        yield text;
      }
      case BYTES_GONE -> {
        System.arraycopy(text, to, text, at, text.length - to);
        yield Arrays.copyOf(text, text.length - (to - at));
      }
      case BYTES_DOUBLED -> {
        System.arraycopy(text, at, text, random.nextInt(at + 1), text.length - at);
        yield text;
      }
      case HEAD_GONE -> Arrays.copyOfRange(text, at, text.length);
      case TAIL_GONE -> Arrays.copyOf(text, at);
      case LINES_GONE -> {
        List<byte[]> lines = lines(text);
        for (int i = 1 + random.nextInt(20); i > 0 && !lines.isEmpty(); i--) {
          lines.remove(random.nextInt(lines.size()));
        }
        yield joined(lines);
      }
      case LINES_SHUFFLED -> {
        List<byte[]> lines = lines(text);
        int from = random.nextInt(lines.size());
        Collections.shuffle(lines.subList(from, Math.min(lines.size(), from + 20)), random);
        yield joined(lines);
      }
    };
  }

  private static List<byte[]> lines(byte[] text) {
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n' || i == text.length - 1) {
        lines.add(Arrays.copyOfRange(text, start, i + 1));
        start = i + 1;
      }
    }
    return lines;
  }

  private static byte[] joined(List<byte[]> lines) {
    byte[] text = new byte[lines.stream().mapToInt(line -> line.length).sum()];
    int at = 0;
    for (byte[] line : lines) {
      System.arraycopy(line, 0, text, at, line.length);
      at += line.length;
    }
    return text;
  }

  /** Gives bytes without any sense, then some with the marks of logs. */
  public static void garbage(long seed, int rounds, Consumer<byte[]> test) {
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      byte[] bytes = new byte[random.nextInt(round % 10 == 0 ? 4_000 : 400)];
      random.nextBytes(bytes);
      for (int i = 0; round % 2 == 1 && i < bytes.length; i++) {
        if (random.nextInt(3) == 0) {
          bytes[i] = MARKS[random.nextInt(MARKS.length)];
        }
      }
      test.accept(bytes);
    }
  }

  /** Gives texts of up to 30 lines, each of up to {@code most} of the words that a log uses. */
  public static void jumbles(
      List<String> words, int most, long seed, int rounds, Consumer<byte[]> test) {
    Random random = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      StringBuilder text = new StringBuilder();
      for (int line = random.nextInt(30); line >= 0; line--) {
        for (int i = random.nextInt(most + 1); i > 0; i--) {
          text.append(words.get(random.nextInt(words.size()))).append(i > 1 ? " " : "");
        }
        text.append(random.nextInt(5) == 0 ? "\r\n" : "\n");
      }
      test.accept(text.toString().getBytes(UTF_8));
    }
  }
}
