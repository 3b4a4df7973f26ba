package io.tierlens.formats.bytes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {

  /** The size of the reader's buffer at first. */
  private static final int BUFFER = 1 << 17;

  private static final byte[] BOM = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  /** Everything that a reader says of a line; the text is compared as one string. */
  private record Line(
      long number, long offset, long length, boolean terminated, boolean overlong, String text) {}

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 100, BUFFER - 2, BUFFER - 1, BUFFER, BUFFER + 1, 2 * BUFFER})
  void everyTerminatorSizeCapChunkMarkAndCodec(int size) throws IOException {
    for (String terminator : List.of("\n", "\r\n", "\r\r\n")) {
      byte[] text = text(size, terminator);
      for (byte[] shown :
          List.of(text, Streams.concat(BOM, text), Arrays.copyOf(text, text.length - 1))) {
        byte[] stored = Streams.gzip(shown);
        for (int cap : List.of(1, BUFFER - 1, BUFFER, BUFFER + 1, 1 << 20)) {
          for (int chunk : List.of(BUFFER - 1, 1 << 30)) {
            assertLines(shown, Streams.inChunks(shown, chunk), cap);
          }
        }
        assertLines(shown, Streams.inChunks(stored, 4096), BUFFER);
      }
    }
  }

  @Test
  void everySmallTextByteByByte() throws IOException {
    byte[] alphabet = {'a', '\r', '\n'};
    for (int length = 0; length <= 7; length++) {
      for (int code = 0; code < Math.pow(3, length); code++) {
        byte[] text = new byte[length];
        for (int i = 0, rest = code; i < length; i++, rest /= 3) {
          text[i] = alphabet[rest % 3];
        }
        for (int cap = 1; cap <= 3; cap++) {
          assertLines(text, Streams.inChunks(text, 1), cap);
        }
      }
    }
  }

  /** Carriage returns everywhere, also where a cap cuts: only the one before a line feed ends. */
  @Test
  void carriageReturnsAtTheCap() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 30; round++) {
      byte[] text = new byte[BUFFER + random.nextInt(2 * BUFFER)];
      for (int i = 0; i < text.length; i++) {
        text[i] = (byte) (random.nextInt(3) == 0 ? '\r' : 'a');
      }
      text[text.length - 1 - random.nextInt(3)] = '\n';
      int cap = random.nextBoolean() ? 1 + random.nextInt(50) : BUFFER - 2 + random.nextInt(5);
      assertLines(text, Streams.inChunks(text, 1 + random.nextInt(BUFFER)), cap);
    }
  }

  /** Lines of about this size, short ones between, so that each begins elsewhere in the buffer. */
  private static byte[] text(int size, String terminator) {
    Random random = new Random(size);
    StringBuilder text = new StringBuilder();
    for (int length : new int[] {size, 3, size, 0, size + 1, Math.max(size - 1, 0)}) {
      for (int i = 0; i < length; i++) {
        text.append(random.nextInt(20) == 0 ? '\r' : (char) ('a' + random.nextInt(26)));
      }
      text.append(terminator);
    }
    return text.toString().getBytes(UTF_8);
  }

  /** Reads the lines of a text and compares all that the reader says with a plain search. */
  private static void assertLines(byte[] text, InputStream stored, int cap) throws IOException {
    List<Line> actual = new ArrayList<>();
    try (LineReader reader = new LineReader(Codec.decode(stored), cap)) {
      while (reader.next()) {
        actual.add(line(reader));
        assertThat(reader.damage()).isEmpty();
      }
      assertThat(reader.next()).isFalse();
      assertThat(reader.number()).isEqualTo(actual.size());
    }
    List<Line> expected = expected(text, cap);
    // Comparing first keeps the message of a failure short.
    if (!actual.equals(expected)) {
      for (int i = 0; i < Math.min(actual.size(), expected.size()); i++) {
        assertThat(actual.get(i)).isEqualTo(expected.get(i));
      }
      assertThat(actual).hasSameSizeAs(expected);
    }
  }

  private static Line line(LineReader reader) {
    String text =
        new String(reader.buffer(), reader.start(), reader.end() - reader.start(), ISO_8859_1);
    return new Line(
        reader.number(),
        reader.offset(),
        reader.length(),
        reader.terminated(),
        reader.overlong(),
        text);
  }

  private static List<Line> expected(byte[] bytes, int cap) {
    String text = new String(bytes, ISO_8859_1);
    List<Line> lines = new ArrayList<>();
    int at = text.startsWith("\u00ef\u00bb\u00bf") ? 3 : 0;
    char end = text.indexOf('\n') < 0 ? '\r' : '\n';
    while (at < text.length()) {
      int newline = text.indexOf(end, at);
      String line = text.substring(at, newline < 0 ? text.length() : newline);
      int offset = at;
      at += line.length() + 1;
      if (newline >= 0 && end == '\n' && line.endsWith("\r")) {
        line = line.substring(0, line.length() - 1);
      }
      boolean overlong = line.length() > cap;
      String kept = overlong ? line.substring(0, cap) : line;
      lines.add(new Line(lines.size() + 1, offset, line.length(), newline >= 0, overlong, kept));
    }
    return lines;
  }

  @Test
  void aBrokenOffGzipShowsAllThatWasThereAndSaysSo() throws IOException {
    byte[] text = text(60, "\n");
    byte[] stored = Streams.gzip(text);
    List<Line> whole = expected(text, 1 << 20);
    for (int length = 2; length < stored.length; length++) {
      byte[] cut = Arrays.copyOf(stored, length);
      List<Line> lines = new ArrayList<>();
      try (LineReader reader = new LineReader(Codec.decode(Streams.inChunks(cut, 13)))) {
        while (reader.next()) {
          if (reader.damage().isEmpty()) {
            lines.add(line(reader));
          } else {
            assertThat(reader.damage().get()).contains("the file ends");
            String rest = line(reader).text();
            String original = lines.size() == whole.size() ? "" : whole.get(lines.size()).text();
            assertThat(original).startsWith(rest.replaceFirst("\r$", ""));
            assertThat(reader.terminated()).isFalse();
            assertThat(reader.next()).as("lines behind the damage").isFalse();
            assertThat(reader.damage()).as("damage stays told").isPresent();
            break;
          }
        }
        assertThat(reader.damage()).as("cut at " + length).isPresent();
        assertThat(reader.number()).isEqualTo(lines.size() + 1);
      }
      assertThat(lines).isEqualTo(whole.subList(0, lines.size()));
    }
  }

  @Test
  void otherFailuresAreNotTakenForDamage() {
    InputStream failing =
        new FilterInputStream(InputStream.nullInputStream()) {
          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            throw new IOException("the disk is gone");
          }
        };
    assertThatThrownBy(() -> new LineReader(failing).next())
        .isInstanceOf(IOException.class)
        .hasMessage("the disk is gone");
  }

  @Test
  void aCapBelowOneIsRefused() {
    assertThatThrownBy(() -> new LineReader(InputStream.nullInputStream(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("maxLineBytes");
  }

  /** What is read again is the same, wherever the buffer's edges are, and as often as one likes. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, BUFFER - 1, BUFFER, 3 * BUFFER})
  void goesBackToALineThatItHolds(int longest) throws IOException {
    Random random = new Random(longest);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      text.append("x".repeat(random.nextInt(longest))).append(i).append(i % 3 == 0 ? "\r\n" : "\n");
    }
    byte[] bytes = text.toString().getBytes(ISO_8859_1);
    List<Line> expected = expected(bytes, 1 << 24);
    LineReader reader = new LineReader(Streams.inChunks(bytes, 1 + random.nextInt(5000)));
    assertThat(reader.goBack()).isFalse();
    for (int i = 0; i < expected.size(); i++) {
      assertThat(reader.next()).isTrue();
      reader.hold();
      int ahead = random.nextInt(expected.size() - i + 1);
      for (int k = 0; k < ahead; k++) {
        assertThat(reader.next()).isEqualTo(i + k + 1 < expected.size());
      }
      assertThat(reader.goBack()).isTrue();
      assertThat(reader.goBack()).isFalse();
      assertThat(line(reader)).isEqualTo(expected.get(i));
      assertThat(reader.taken()).isEqualTo(i + 1L);
    }
    assertThat(reader.next()).isFalse();
    assertThat(reader.number()).isEqualTo(60);
  }

  @Test
  void doesNotGoBackBehindALineAboveTheCap() throws IOException {
    String text = "a\n" + "b".repeat(3 * BUFFER) + "\nc\n";
    LineReader reader = new LineReader(Streams.inChunks(text.getBytes(ISO_8859_1), 999), 10);
    assertThat(reader.next()).isTrue();
    reader.hold();
    assertThat(reader.next()).isTrue();
    assertThat(reader.goBack()).isFalse();
    assertThat(reader.next()).isTrue();
    assertThat(line(reader).text()).isEqualTo("c");
    assertThat(reader.offset()).isEqualTo(text.indexOf('c'));
  }
}
