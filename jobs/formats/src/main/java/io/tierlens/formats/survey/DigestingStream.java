package io.tierlens.formats.survey;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and digests the bytes that pass. */
final class DigestingStream extends FilterInputStream {

  private static final int DRAIN_BYTES = 1 << 16;

  private final MessageDigest digest;
  private long count;

  DigestingStream(InputStream in) {
    super(in);
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      digest.update((byte) value);
      count++;
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      digest.update(buffer, offset, read);
      count += read;
    }
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    return readNBytes((int) Math.min(bytes, DRAIN_BYTES)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Reads to the end. */
  void drain() throws IOException {
    byte[] buffer = new byte[DRAIN_BYTES];
    while (read(buffer, 0, buffer.length) >= 0) {
      // The reading itself counts and digests.
    }
  }

  long count() {
    return count;
  }

  /** Of all bytes so far, lower-case hex; call it once, at the end. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
