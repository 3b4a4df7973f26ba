package io.tierlens.formats.bytes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tierlens.formats.MemoryFile;
import io.tierlens.formats.survey.SliceIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file cut anywhere gives the lines of the whole file, each of them once. */
class SlicesTest {

  private static final RecordStart NO_QUOTE =
      (text, start, end) -> start == end || text[start] != '>';

  private record Line(
      long number, long offset, long length, boolean terminated, boolean overlong, String text) {}

  /**
   * Short lines with every terminator, mark, end of the file, and bytes that logs should not hold.
   */
  static Stream<String> texts() {
    List<String> texts = new ArrayList<>();
    for (String end : List.of("\n", "\r\n", "\r", "\r\r\n")) {
      for (String mark : List.of("", "\u00ef\u00bb\u00bf")) {
        for (String body :
            List.of(
                "a|bc||> d|>|e", "|", "||", "> x|y|> z", "one line", "a\0\0b|\0|c\u00ff\u00ffd")) {
          texts.add(mark + body.replace("|", end));
          texts.add(mark + body.replace("|", end) + end);
        }
      }
    }
    return texts.stream().distinct();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void everyCut(String text) throws IOException {
    MemoryFile file = new MemoryFile(text.getBytes(ISO_8859_1));
    for (RecordStart start : List.of(RecordStart.EVERY_LINE, NO_QUOTE)) {
      for (int cap : List.of(1, 2, 100)) {
        List<Line> whole = whole(file, cap);
        for (int bytes = 1; bytes <= text.length() + 1; bytes++) {
          SliceIndex index = SliceIndex.of(file, bytes);
          assertThat(lines(file, index.slices(), index.lineEnd(), start, cap))
              .as("slices of %d bytes", bytes)
              .isEqualTo(whole);
        }
      }
    }
  }

  @Test
  void slicesOfAnyLengthsOfATextWithLinesLongerThanTheBuffer() throws IOException {
    Random random = new Random(11);
    StringBuilder text = new StringBuilder();
    while (text.length() < 1 << 20) {
      int length = random.nextInt(10) == 0 ? random.nextInt(400_000) : random.nextInt(300);
      text.append(random.nextInt(4) == 0 ? "> " : "x").append("y".repeat(length));
      text.append(random.nextBoolean() ? "\n" : "\r\n");
    }
    MemoryFile file = new MemoryFile(text.toString().getBytes(ISO_8859_1));
    List<Line> whole = whole(file, 1000);
    for (int bytes : List.of(1 << 10, 4_321, 1 << 16, (1 << 17) - 1, 1 << 17, 500_000)) {
      SliceIndex index = SliceIndex.of(file, bytes);
      assertThat(index.slices()).hasSize((text.length() + bytes - 1) / bytes);
      assertThat(lines(file, index.slices(), LineEnd.LINE_FEED, NO_QUOTE, 1000)).isEqualTo(whole);
    }
  }

  @Test
  void anEmptyFileIsOneEmptySlice() throws IOException {
    SliceIndex index = SliceIndex.of(new MemoryFile(new byte[0]), 10);
    assertThat(index.slices()).containsExactly(new Slice(0, 0, 0));
    assertThat(index.digest().bytes()).isZero();
    assertThat(whole(new MemoryFile(new byte[0]), 10)).isEmpty();
  }

  @Test
  void aCompressedFileIsNotCut() {
    MemoryFile file = new MemoryFile(Streams.gzip(new byte[100]));
    assertThatThrownBy(() -> SliceIndex.of(file, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("some.log is compressed");
  }

  private static List<Line> whole(LogFile file, int cap) throws IOException {
    try (LineReader reader = new LineReader(Codec.decode(file.open(0)), cap)) {
      return lines(reader);
    }
  }

  private static List<Line> lines(
      LogFile file, List<Slice> slices, LineEnd lineEnd, RecordStart start, int cap)
      throws IOException {
    List<Line> lines = new ArrayList<>();
    for (Slice slice : slices) {
      try (LineReader reader = LineReader.of(file, slice, start, lineEnd, cap)) {
        List<Line> part = lines(reader);
        assertThat(reader.taken()).isEqualTo(part.size());
        lines.addAll(part);
      }
    }
    return lines;
  }

  private static List<Line> lines(LineReader reader) throws IOException {
    List<Line> lines = new ArrayList<>();
    while (reader.next()) {
      int kept = reader.end() - reader.start();
      lines.add(
          new Line(
              reader.number(),
              reader.offset(),
              reader.length(),
              reader.terminated(),
              reader.overlong(),
              new String(reader.buffer(), reader.start(), kept, ISO_8859_1)));
    }
    assertThat(reader.next()).as("the end is the end").isFalse();
    return lines;
  }
}
