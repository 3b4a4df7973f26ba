package io.tierlens.formats.survey;

import io.tierlens.formats.bytes.Codec;
import io.tierlens.formats.bytes.LineCounter;
import io.tierlens.formats.bytes.LineEnd;
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
    LineEnd lineEnd = LineEnd.of(file);
    List<Slice> slices = new ArrayList<>();
    try (DigestingStream stored = new DigestingStream(file.open(0))) {
      byte[] buffer = new byte[BUFFER_BYTES];
      LineCounter counter = new LineCounter(lineEnd, true);
      long linesBefore = 0;
      long start = 0;
      long position = 0;
      int read;
      while ((read =
              stored.read(buffer, 0, (int) Math.min(BUFFER_BYTES, start + sliceBytes - position)))
          >= 0) {
        counter.add(buffer, 0, read);
        position += read;
        if (position == start + sliceBytes) {
          slices.add(new Slice(start, position, linesBefore));
          start = position;
          linesBefore = counter.lines();
        }
      }
      if (position > start || slices.isEmpty()) {
        slices.add(new Slice(start, position, linesBefore));
      }
      String sha256 = stored.sha256();
      return new SliceIndex(new FileDigest(stored.count(), sha256, sha256), lineEnd, slices);
    }
  }
}
