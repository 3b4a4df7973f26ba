package io.tierlens.formats.bytes;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * A part of a file that can be read apart from the rest: the records that begin in a range of its
 * bytes. A record that begins before {@code end} is read whole, wherever it ends.
 *
 * @param start the first byte of the range, from 0
 * @param end behind the last byte of the range
 * @param linesBefore how many lines begin before {@code start}; 0 where nobody asks for the numbers
 *     of lines
 * @param inherited what its records must know of those before, in the words of the reader that made
 *     the {@link Cut}; empty for nothing
 */
public record Slice(long start, long end, long linesBefore, String inherited)
    implements Serializable {

  private static final long serialVersionUID = 1;

  /** All of a file, whatever its length. */
  public static final Slice WHOLE = new Slice(0, Long.MAX_VALUE, 0);

  /** A slice whose records need not know of those before. */
  public Slice(long start, long end, long linesBefore) {
    this(start, end, linesBefore, "");
  }

  public Slice {
    requireNonNull(inherited, "inherited is null");
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("a slice from " + start + " to " + end);
    }
  }
}
