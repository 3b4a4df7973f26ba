package io.tierlens.formats.survey;

import io.tierlens.formats.bytes.Cut;
import io.tierlens.formats.bytes.LineEnd;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.bytes.Slice;
import io.tierlens.formats.record.RecordReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers, while a whole file is read, the places at which it can be cut into slices. */
public final class Cuts {

  private final long sliceBytes;
  private final List<Slice> slices = new ArrayList<>();
  private Cut last = new Cut(0, 0, "");
  private LineEnd lineEnd;

  /**
   * No cut yet.
   *
   * @param sliceBytes the least length of all slices but the last
   */
  public Cuts(long sliceBytes) {
    if (sliceBytes < 1) {
      throw new IllegalArgumentException("slices of " + sliceBytes + " bytes");
    }
    this.sliceBytes = sliceBytes;
  }

  /** For a file that is not to be cut: all of it is one slice. */
  public static Cuts none() {
    return new Cuts(Long.MAX_VALUE);
  }

  /** The reader has given a record. */
  void after(RecordReader reader, LineReader lines) {
    if (lines.offset() - last.offset() < sliceBytes) {
      return;
    }
    Optional<Cut> cut = reader.cut();
    if (cut.isPresent()) {
      slices.add(sliceTo(cut.get().offset()));
      last = cut.get();
    }
  }

  /** The file has ended. */
  void end(LineReader lines) {
    lineEnd = lines.lineEnd();
    slices.add(sliceTo(Long.MAX_VALUE));
  }

  private Slice sliceTo(long end) {
    return new Slice(last.offset(), end, last.linesBefore(), last.inherited());
  }

  /** What make up the file, in its order; empty before its end. The last one has no end. */
  public List<Slice> slices() {
    return List.copyOf(slices);
  }

  /** What ends the lines of the file; null before its end. */
  public LineEnd lineEnd() {
    return lineEnd;
  }
}
