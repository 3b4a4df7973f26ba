package io.tierlens.pipeline.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Keys of rows, from host, file and line alone, so that a second ingest gives the same ones. Within
 * a file no two lines share a key, because the mixing is one to one.
 */
final class RowKey {

  private final long seed;

  RowKey(String host, String file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      // Without a host the file alone must do.
      digest.update((host == null ? "" : host).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(file.getBytes(StandardCharsets.UTF_8));
      seed = ByteBuffer.wrap(digest.digest()).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The key of the row whose record begins on a line. */
  long of(long line) {
    // The finalizer of SplitMix64.
    long z = seed + line * 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
