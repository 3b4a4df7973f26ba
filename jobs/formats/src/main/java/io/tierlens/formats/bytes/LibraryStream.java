package io.tierlens.formats.bytes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * The text of a decompressor that we did not write, with errors as {@link Codec#decode} promises
 * them: what is wrong with the compressed bytes is a {@link ZipException}, thrown when all that
 * could be decompressed was given; what is wrong with the file below stays what it is.
 */
final class LibraryStream extends InputStream {

  /** Makes the decompressor, which reads the first bytes already. */
  @FunctionalInterface
  interface Opener {
    InputStream open(InputStream stored) throws IOException;
  }

  private final Source source;
  private final Opener opener;
  private final int atOnce;
  private InputStream text;
  private IOException failure;

  /**
   * A stream that decompresses.
   *
   * @param atOnce the most bytes that are asked for in one call; 1 for a library that loses the
   *     bytes before an error when it is asked for more
   */
  LibraryStream(InputStream stored, Opener opener, int atOnce) {
    this.source = new Source(stored);
    this.opener = opener;
    this.atOnce = atOnce;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    int given = 0;
    try {
      if (text == null) {
        text = opener.open(source);
      }
      given = atOnce > 1 ? text.read(target, offset, length) : readSingly(target, offset, length);
    } catch (IOException | RuntimeException e) {
      // Libraries throw whatever their tables throw when the bytes are wrong.
      if (source.failure != null) {
        throw source.failure;
      }
      failure = new ZipException(message(e));
      failure.initCause(e);
      throw failure;
    }
    return given;
  }

  /** Keeps what came before an error; the error comes with the next call. */
  private int readSingly(byte[] target, int offset, int length) throws IOException {
    int given = 0;
    try {
      while (given < length) {
        int next = text.read();
        if (next < 0) {
          return given == 0 && length > 0 ? -1 : given;
        }
        target[offset + given++] = (byte) next;
      }
    } catch (IOException | RuntimeException e) {
      if (given == 0 || source.failure != null) {
        throw e;
      }
      failure = new ZipException(message(e));
      failure.initCause(e);
    }
    return given;
  }

  private static String message(Exception e) {
    return "the compressed bytes are wrong or end too early"
        + (e.getMessage() == null ? "" : ": " + e.getMessage());
  }

  @Override
  public void close() throws IOException {
    if (text != null) {
      text.close();
    }
    source.close();
  }

  /** Remembers that it failed itself, so that a broken disk is not taken for a broken log. */
  private static final class Source extends FilterInputStream {
    private IOException failure;

    Source(InputStream stored) {
      super(stored);
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        return super.read(target, offset, length);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }
}
