package io.tierlens.formats.bytes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Awkward but lawful streams. */
final class Streams {

  private Streams() {}

  /** Gives at most {@code chunk} bytes at a time and never says that more are at hand. */
  static InputStream inChunks(byte[] bytes, int chunk) {
    return new FilterInputStream(new ByteArrayInputStream(bytes)) {
      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        return super.read(target, offset, Math.min(length, chunk));
      }

      @Override
      public int available() {
        return 0;
      }
    };
  }

  static byte[] gzip(byte[] text) {
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(stored)) {
      gzip.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stored.toByteArray();
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
