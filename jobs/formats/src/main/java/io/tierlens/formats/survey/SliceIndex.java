package io.tierlens.formats.survey;

import io.tierlens.formats.bytes.Codec;
import io.tierlens.formats.bytes.LineEnd;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.bytes.LogFile;
import io.tierlens.formats.bytes.Slice;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a file that is not compressed can be cut, with the number of lines before each cut.
 *
 * @param slices make up the file, in its order
 */
public record SliceIndex(FileDigest digest, LineEnd lineEnd, List<Slice> slices)
    implements Serializable {

  private static final long serialVersionUID = 1;

  private static final int BUFFER_BYTES = 1 << 18;

  public SliceIndex {
    slices = List.copyOf(slices);
  }

  /**
   * Reads a file once, without looking at what its lines say.
   *
   * @param sliceBytes the length of all slices but the last
   * @throws IllegalArgumentException if the file is compressed
   */
  public static SliceIndex of(LogFile file, long sliceBytes) throws IOException {
    if (Codec.of(file) != Codec.PLAIN) {
      throw new IllegalArgumentException(file.name() + " is compressed and cannot be cut");
    }
    LineEnd lineEnd = lineEnd(file);
    List<Slice> slices = new ArrayList<>();
    try (DigestingStream stored = new DigestingStream(file.open(0))) {
      byte[] buffer = new byte[BUFFER_BYTES];
      long lines = 0;
      long start = 0;
      long position = 0;
      // A line begins behind a line's end, and the first one at the file's beginning.
      boolean lineBegins = true;
      long startedBefore = 0;
      int read;
      while ((read =
              stored.read(buffer, 0, (int) Math.min(BUFFER_BYTES, start + sliceBytes - position)))
          >= 0) {
        for (int i = 0; i < read; i++) {
          lines += lineBegins ? 1 : 0;
          lineBegins = buffer[i] == lineEnd.last();
        }
        position += read;
        if (position == start + sliceBytes) {
          slices.add(new Slice(start, position, startedBefore));
          start = position;
          startedBefore = lines;
        }
      }
      if (position > start || slices.isEmpty()) {
        slices.add(new Slice(start, position, startedBefore));
      }
      String sha256 = stored.sha256();
      return new SliceIndex(new FileDigest(stored.count(), sha256, sha256), lineEnd, slices);
    }
  }

  private static LineEnd lineEnd(LogFile file) throws IOException {
    try (LineReader lines = new LineReader(file.open(0))) {
      lines.next();
      return lines.lineEnd();
    }
  }
}
