package io.tierlens.formats.bytes;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * Cuts bytes into lines. One buffer is reused: what {@link #buffer()}, {@link #start()} and {@link
 * #end()} show holds until the next call of {@link #next()}.
 *
 * <p>A line ends at LF, at CR LF, or at the end of the file; in a file that begins without any LF,
 * at CR (see {@link LineEnd}). A UTF-8 byte order mark before the first line is passed over. A line
 * above the cap is still one line: its first bytes are shown, {@link #length()} says how long it
 * really is and {@link #overlong()} is true.
 *
 * <p>When the compressed stream breaks off, what was decoded until then is read as usual; the
 * unfinished rest is one last line, which may be empty, and {@link #damage()} says what happened.
 *
 * <p>A reader of a {@link Slice} gives the lines of the records that begin in the slice, and
 * nothing else: readers of slices that make up a file give its lines, each of them once.
 */
public final class LineReader implements Closeable {

  /**
   * Too low: real statements of 1.5 MB are cut. Too high: a file without line ends fills the
   * memory.
   */
  public static final int DEFAULT_MAX_LINE_BYTES = 16 << 20;

  private static final int INITIAL_BUFFER_BYTES = 1 << 17;

  private final InputStream text;
  private final int maxLineBytes;

  private byte[] buffer = new byte[INITIAL_BUFFER_BYTES];
  private int limit;
  private int position;
  private long bufferOffset;
  private boolean endOfFile;
  private String damage;
  private byte lastDropped;

  private int start;
  private int end;
  private long length;
  private long offset;
  private long number;
  private boolean terminated;
  private boolean damageShown;

  private final Slice slice;
  private final RecordStart recordStart;
  private LineEnd lineEnd;
  private byte lineFeed;
  private boolean begun;
  private boolean endOfSlice;
  private long taken;

  /** Index in the buffer of the line to go back to, or -1. */
  private int held = -1;

  private long heldNumber;
  private long heldTaken;

  public LineReader(InputStream text) {
    this(text, DEFAULT_MAX_LINE_BYTES);
  }

  /**
   * A reader before the first line.
   *
   * @param text decompressed bytes, see {@link Codec}; closed with this reader
   * @param maxLineBytes how much of one line is kept
   */
  public LineReader(InputStream text, int maxLineBytes) {
    this(text, maxLineBytes, Slice.WHOLE, RecordStart.EVERY_LINE, null);
  }

  private LineReader(
      InputStream text, int maxLineBytes, Slice slice, RecordStart recordStart, LineEnd lineEnd) {
    if (maxLineBytes < 1) {
      throw new IllegalArgumentException("maxLineBytes must be positive: " + maxLineBytes);
    }
    this.text = text;
    this.maxLineBytes = maxLineBytes;
    this.slice = slice;
    this.recordStart = recordStart;
    this.lineEnd = lineEnd;
  }

  /**
   * A reader before the first line of a slice.
   *
   * @param file not compressed, unless the slice is all of it
   * @param recordStart where records may begin; slices are cut there
   * @param lineEnd what ends the lines of the whole file, as {@link #lineEnd()} of a reader of its
   *     beginning tells; null to find out, which only the beginning can
   */
  public static LineReader of(
      LogFile file, Slice slice, RecordStart recordStart, LineEnd lineEnd, int maxLineBytes)
      throws IOException {
    if (slice.start() == 0) {
      InputStream text = Codec.decode(file.open(0));
      return new LineReader(text, maxLineBytes, slice, recordStart, lineEnd);
    }
    requireNonNull(lineEnd, "lineEnd is null");
    // From the byte before on: if that one ends a line, the slice's first byte begins one.
    InputStream text = file.open(slice.start() - 1);
    return new LineReader(text, maxLineBytes, slice, recordStart, lineEnd);
  }

  /** Goes to the next line; false at the end of the file or of the slice. */
  public boolean next() throws IOException {
    if (endOfSlice) {
      return false;
    }
    boolean first = !begun;
    if (first) {
      begin();
    }
    if (!advance()) {
      return false;
    }
    if (first && slice.start() > 0) {
      // What goes on with a record of an earlier slice is read there.
      while (!recordStart.at(buffer, start, end)) {
        if (!advance()) {
          return false;
        }
      }
    }
    boolean firstOfFile = first && slice.start() == 0;
    if (offset >= slice.end() && !firstOfFile && recordStart.at(buffer, start, end)) {
      endOfSlice = true;
      number--;
      return false;
    }
    taken++;
    return true;
  }

  private void begin() throws IOException {
    begun = true;
    if (slice.start() == 0) {
      skipByteOrderMark();
      findLineEnd();
      return;
    }
    lineFeed = lineEnd.last();
    bufferOffset = slice.start() - 1;
    advance();
    number = slice.linesBefore();
  }

  private void findLineEnd() throws IOException {
    if (lineEnd == null) {
      int scanned = position;
      while (!endOfFile
          && limit - position < LineEnd.SEARCHED_BYTES
          && ByteSearch.indexOf((byte) '\n', buffer, scanned, limit) < 0) {
        scanned = limit;
        fill();
      }
      // A stream that broke off before its first line feed proves nothing of carriage returns.
      lineEnd = damage == null ? LineEnd.of(buffer, position, limit) : LineEnd.LINE_FEED;
    }
    lineFeed = lineEnd.last();
  }

  /** Keeps the current line and all behind it in memory, so that {@link #goBack()} can return. */
  public void hold() {
    held = start;
    heldNumber = number;
    heldTaken = taken;
  }

  /** Ends what {@link #hold()} began. */
  public void release() {
    held = -1;
  }

  /**
   * Makes the line that was held the current one again, and holds it no longer. False if it cannot
   * be: nothing was held, or a line behind it was above the cap.
   */
  public boolean goBack() throws IOException {
    if (held < 0) {
      return false;
    }
    position = held;
    held = -1;
    endOfSlice = false;
    damageShown = false;
    advance();
    number = heldNumber;
    taken = heldTaken;
    return true;
  }

  private boolean advance() throws IOException {
    start = position;
    offset = bufferOffset + position;
    int scanned = position;
    long dropped = 0;
    while (true) {
      int newline = ByteSearch.indexOf(lineFeed, buffer, scanned, limit);
      if (newline >= 0) {
        finish(newline, newline + 1, dropped, true);
        return true;
      }
      scanned = limit;
      if (endOfFile) {
        if (start == limit && dropped == 0 && (damage == null || damageShown)) {
          // The buffer may have moved under it; a further call must find the end again.
          position = start;
          return false;
        }
        damageShown = true;
        finish(limit, limit, dropped, false);
        return true;
      }
      if (limit - start >= maxLineBytes && limit == buffer.length) {
        // Keep the first maxLineBytes of the line and let the rest of it pass by.
        held = -1;
        int kept = start + maxLineBytes;
        if (limit > kept) {
          lastDropped = buffer[limit - 1];
        }
        dropped += limit - kept;
        bufferOffset += limit - kept;
        limit = kept;
        scanned = kept;
        if (limit == buffer.length) {
          compact();
          scanned = limit;
        }
        if (limit == buffer.length) {
          buffer = Arrays.copyOf(buffer, buffer.length + INITIAL_BUFFER_BYTES);
        }
      }
      int moved = fill();
      scanned -= moved;
    }
  }

  private void finish(int behind, int nextPosition, long dropped, boolean newline) {
    long stored = behind - start + dropped;
    boolean carriageReturn =
        newline && lineFeed == '\n' && stored > 0 && lastByte(behind, dropped) == '\r';
    length = carriageReturn ? stored - 1 : stored;
    end = (int) (start + Math.min(length, maxLineBytes));
    terminated = newline;
    position = nextPosition;
    number++;
  }

  /** The byte before the line's end, which the cap may have dropped from the buffer. */
  private byte lastByte(int behind, long dropped) {
    return dropped > 0 && behind - start == maxLineBytes ? lastDropped : buffer[behind - 1];
  }

  /** Reads more; returns by how much the line in the making moved towards the buffer's begin. */
  private int fill() throws IOException {
    int moved = 0;
    if (limit == buffer.length) {
      moved = compact();
      if (moved == 0) {
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
      }
    }
    int read;
    try {
      read = text.read(buffer, limit, buffer.length - limit);
    } catch (EOFException | ZipException e) {
      damage = "the compressed stream is broken: " + e.getMessage();
      read = -1;
    }
    if (read < 0) {
      endOfFile = true;
    } else {
      limit += read;
    }
    return moved;
  }

  private int compact() {
    int moved = held < 0 ? start : held;
    System.arraycopy(buffer, moved, buffer, 0, limit - moved);
    bufferOffset += moved;
    limit -= moved;
    start -= moved;
    held = held < 0 ? held : 0;
    return moved;
  }

  private void skipByteOrderMark() throws IOException {
    while (limit < 3 && !endOfFile) {
      fill();
    }
    if (limit >= 3
        && buffer[0] == (byte) 0xef
        && buffer[1] == (byte) 0xbb
        && buffer[2] == (byte) 0xbf) {
      position = 3;
    }
  }

  /** The bytes that hold the line; do not change them. */
  public byte[] buffer() {
    return buffer;
  }

  /** Index in {@link #buffer()} of the line's first byte. */
  public int start() {
    return start;
  }

  /** Index in {@link #buffer()} behind the line's last byte, the line end left out. */
  public int end() {
    return end;
  }

  /** The line's length in bytes without its line end, also of what the cap cut off. */
  public long length() {
    return length;
  }

  public boolean overlong() {
    return length > end - start;
  }

  /**
   * The number of this line in the file, from 1; before the first one 0. At the end of a file the
   * count of its lines. In a slice that does not know how many lines are before it, counted from
   * it.
   */
  public long number() {
    return number;
  }

  /** How many lines were given; in the end those of the file or of the slice. */
  public long taken() {
    return taken;
  }

  /** The part of the file that is read. */
  public Slice slice() {
    return slice;
  }

  /** What ends the lines; null before the first one where it was not told. */
  public LineEnd lineEnd() {
    return lineEnd;
  }

  /** Where the line begins in the decompressed text, in bytes from 0. */
  public long offset() {
    return offset;
  }

  /** Where the line behind it begins, likewise. */
  public long nextOffset() {
    return bufferOffset + position;
  }

  /** False for a last line without a line end. */
  public boolean terminated() {
    return terminated;
  }

  /** Set on the last line only, when the compressed stream broke off in or before it. */
  public Optional<String> damage() {
    return damageShown ? Optional.ofNullable(damage) : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
