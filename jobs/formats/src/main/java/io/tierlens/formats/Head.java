package io.tierlens.formats;

import io.tierlens.formats.bytes.Codec;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.bytes.LogFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of a file, for recognising its kind.
 *
 * @param fileName as the user knows it; a hint at most
 * @param lines the first lines, decoded as ISO 8859-1 so that no byte is lost
 */
public record Head(String fileName, List<String> lines) {

  /**
   * Too few: a banner or a burst of one kind of line hides the rest. Too many: slow on big logs.
   */
  private static final int MAX_LINES = 200;

  private static final int MAX_LINE_BYTES = 16 << 10;

  public Head {
    lines = List.copyOf(lines);
  }

  public static Head of(LogFile file) throws IOException {
    List<String> lines = new ArrayList<>();
    try (LineReader reader = new LineReader(Codec.decode(file.open(0)), MAX_LINE_BYTES)) {
      while (lines.size() < MAX_LINES && reader.next()) {
        lines.add(
            new String(
                reader.buffer(),
                reader.start(),
                reader.end() - reader.start(),
                StandardCharsets.ISO_8859_1));
      }
    }
    return new Head(file.name(), lines);
  }

  /** The bytes of the lines that are not empty. */
  public List<byte[]> filledLines() {
    return lines.stream()
        .filter(line -> !line.isEmpty())
        .map(line -> line.getBytes(StandardCharsets.ISO_8859_1))
        .toList();
  }
}
