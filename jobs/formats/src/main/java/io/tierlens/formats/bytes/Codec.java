package io.tierlens.formats.bytes;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** How a file's text is stored, told by its first bytes and never by its name. */
public enum Codec {
  GZIP("1f8b.*"),
  /** {@code BZh}, then the level and the mark of a block, or of the end in an empty one. */
  BZIP2("425a68..(314159265359|177245385090).*"),
  /** A frame, or one to be passed over, with which parallel compressors begin. */
  ZSTD("(28b52ffd|5.2a4d18).*"),
  /** As Windows writes the output of commands. */
  UTF_16_LITTLE("fffe.*"),
  UTF_16_BIG("feff.*"),
  /** As it is: UTF-8, or any encoding that writes ASCII as it is. */
  PLAIN(".*");

  /** Too small: a system call for every few lines. Too large: no gain was seen over 64 KiB. */
  private static final int BUFFER_BYTES = 1 << 16;

  private static final int MAGIC_BYTES = 10;

  /** Of the first bytes in hexadecimal digits. */
  private final String firstBytes;

  Codec(String firstBytes) {
    this.firstBytes = firstBytes;
  }

  /**
   * The text behind stored bytes.
   *
   * @param stored the file's own bytes from the first one on
   * @return the decompressed bytes; concatenated members or frames are read as one text. Broken or
   *     missing compressed bytes show as a ZipException or EOFException on reading, never here
   */
  public static InputStream decode(InputStream stored) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(stored, BUFFER_BYTES);
    return switch (of(buffered)) {
      case PLAIN -> buffered;
      case GZIP -> new GzipStream(buffered, BUFFER_BYTES);
      case BZIP2 -> new LibraryStream(buffered, in -> new BZip2CompressorInputStream(in, true), 1);
      case ZSTD -> new LibraryStream(buffered, ZstdInputStreamNoFinalizer::new, BUFFER_BYTES);
      case UTF_16_LITTLE -> new Utf8Stream(buffered, StandardCharsets.UTF_16LE);
      case UTF_16_BIG -> new Utf8Stream(buffered, StandardCharsets.UTF_16BE);
    };
  }

  /**
   * How a file is stored.
   *
   * @param file any part of its first bytes is read, no more
   */
  public static Codec of(LogFile file) throws IOException {
    try (BufferedInputStream stored = new BufferedInputStream(file.open(0), MAGIC_BYTES)) {
      return of(stored);
    }
  }

  private static Codec of(BufferedInputStream stored) throws IOException {
    stored.mark(MAGIC_BYTES);
    String first = HexFormat.of().formatHex(stored.readNBytes(MAGIC_BYTES));
    stored.reset();
    return Arrays.stream(values())
        .filter(codec -> first.matches(codec.firstBytes))
        .findFirst()
        .orElseThrow();
  }
}
