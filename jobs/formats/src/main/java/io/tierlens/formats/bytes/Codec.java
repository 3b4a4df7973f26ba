package io.tierlens.formats.bytes;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** How a file is compressed, told by its first bytes and never by its name. */
public enum Codec {
  PLAIN,
  GZIP;

  /** Too small: a system call for every few lines. Too large: no gain was seen over 64 KiB. */
  private static final int BUFFER_BYTES = 1 << 16;

  private static final int MAGIC_BYTES = 2;

  /**
   * The text behind stored bytes.
   *
   * @param stored the file's own bytes from the first one on
   * @return the decompressed bytes; concatenated gzip members are read as one text. Broken or
   *     missing compressed bytes show as a ZipException or EOFException on reading, never here
   */
  public static InputStream decode(InputStream stored) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(stored, BUFFER_BYTES);
    return switch (of(buffered)) {
      case PLAIN -> buffered;
      case GZIP -> new GzipStream(buffered, BUFFER_BYTES);
    };
  }

  private static Codec of(BufferedInputStream stored) throws IOException {
    stored.mark(MAGIC_BYTES);
    byte[] magic = stored.readNBytes(MAGIC_BYTES);
    stored.reset();
    boolean gzip = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
    return gzip ? GZIP : PLAIN;
  }
}
