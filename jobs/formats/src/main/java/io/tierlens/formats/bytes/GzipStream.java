package io.tierlens.formats.bytes;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The text of one or more gzip members, one behind the other, to the last stored byte.
 *
 * <p>{@link java.util.zip.GZIPInputStream} takes anything behind a member that is no further one
 * for the end, and also a further one when its source cannot say that more bytes are at hand; here
 * the first is an error and the second is read. Zero bytes at the end are padding.
 *
 * <p>All that could be decompressed is delivered before an error is thrown: an {@link EOFException}
 * where bytes are missing, a {@link ZipException} where they are wrong.
 */
final class GzipStream extends InputStream {
  private static final int FIRST_MAGIC = 0x1f;
  private static final int SECOND_MAGIC = 0x8b;
  private static final int DEFLATE = 8;
  private static final int HEADER_CHECKSUM = 1 << 1;
  private static final int EXTRA = 1 << 2;
  private static final int NAME = 1 << 3;
  private static final int COMMENT = 1 << 4;
  private static final int RESERVED = 0xe0;

  private final InputStream stored;
  private final byte[] input;
  private int inputPosition;
  private int inputLimit;

  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private boolean inMember;
  private boolean afterMember;
  private IOException failure;

  GzipStream(InputStream stored, int bufferBytes) {
    this.stored = stored;
    this.input = new byte[bufferBytes];
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (failure != null) {
      throw failure;
    }
    try {
      return inflate(target, offset, length);
    } catch (DataFormatException e) {
      String detail = e.getMessage() == null ? "" : ": " + e.getMessage();
      failure = new ZipException("the compressed bytes are wrong" + detail);
      failure.initCause(e);
    } catch (EOFException | ZipException e) {
      failure = e;
    }
    throw failure;
  }

  private int inflate(byte[] target, int offset, int length)
      throws IOException, DataFormatException {
    while (inMember || beginMember()) {
      int inflated = inflater.inflate(target, offset, length);
      if (inflated > 0) {
        checksum.update(target, offset, inflated);
        return inflated;
      }
      if (inflater.finished()) {
        endMember();
      } else if (inflater.needsDictionary()) {
        throw new ZipException("the compressed bytes ask for a dictionary");
      } else {
        // The inflater has taken all that it was given.
        inputPosition = inputLimit;
        if (!fill()) {
          throw new EOFException("the file ends within the compressed text");
        }
        inflater.setInput(input, inputPosition, inputLimit - inputPosition);
      }
    }
    return -1;
  }

  /** False if no further member begins. */
  private boolean beginMember() throws IOException {
    int first = storedByte();
    if (first < 0) {
      return false;
    }
    if (first == 0 && afterMember) {
      skipPadding();
      return false;
    }
    if (first != FIRST_MAGIC || requiredByte() != SECOND_MAGIC) {
      throw new ZipException("bytes that are no gzip follow the compressed text");
    }
    readHeader();
    inflater.reset();
    inflater.setInput(input, inputPosition, inputLimit - inputPosition);
    checksum.reset();
    inMember = true;
    return true;
  }

  private void readHeader() throws IOException {
    int method = requiredByte();
    int flags = requiredByte();
    if (method != DEFLATE || (flags & RESERVED) != 0) {
      throw new ZipException("the gzip header is of an unknown sort");
    }
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(requiredByte() | requiredByte() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      skip(2);
    }
  }

  private void endMember() throws IOException {
    inputPosition = inputLimit - inflater.getRemaining();
    long wanted = little4();
    long length = little4();
    if (wanted != checksum.getValue()) {
      throw new ZipException("the text does not have the checksum that was stored with it");
    }
    if (length != (inflater.getBytesWritten() & 0xffff_ffffL)) {
      throw new ZipException("the text does not have the length that was stored with it");
    }
    inMember = false;
    afterMember = true;
  }

  private void skipPadding() throws IOException {
    int next;
    do {
      next = storedByte();
    } while (next == 0);
    if (next > 0) {
      throw new ZipException("bytes that are no gzip follow the compressed text");
    }
  }

  private long little4() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      value |= (long) requiredByte() << shift;
    }
    return value;
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      requiredByte();
    }
  }

  private void skipText() throws IOException {
    while (requiredByte() != 0) {}
  }

  private int requiredByte() throws IOException {
    int next = storedByte();
    if (next < 0) {
      throw new EOFException("the file ends within a gzip header or trailer");
    }
    return next;
  }

  private int storedByte() throws IOException {
    if (inputPosition == inputLimit && !fill()) {
      return -1;
    }
    return input[inputPosition++] & 0xff;
  }

  private boolean fill() throws IOException {
    int read = stored.read(input, 0, input.length);
    inputPosition = 0;
    inputLimit = Math.max(read, 0);
    return read > 0;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    stored.close();
  }
}
