package io.tierlens.formats.record;

import io.tierlens.formats.bytes.LineReader;
import java.io.Serializable;

/**
 * Input that could not be read, kept with its reason.
 *
 * @param line number of the first line, from 1
 * @param lines how many lines the reject covers
 * @param byteOffset where the first line begins in the decompressed text
 * @param reason what is wrong, in words, without the text itself
 * @param raw the text, cut at {@link #MAX_RAW_BYTES} bytes; bytes that are not UTF-8 as {@code
 *     \xhh}
 * @param rawLength the length of the whole text in bytes
 */
public record Reject(
    long line, long lines, long byteOffset, String reason, String raw, long rawLength)
    implements Serializable {

  private static final long serialVersionUID = 1;

  public static final int MAX_RAW_BYTES = 8 << 10;

  /** Rejects the line that the reader stands on. */
  public static Reject of(LineReader at, String reason) {
    int kept = Math.min(at.end() - at.start(), MAX_RAW_BYTES);
    String raw = Utf8.text(at.buffer(), at.start(), at.start() + kept);
    return new Reject(at.number(), 1, at.offset(), reason, raw, at.length());
  }

  /** Rejects several lines from {@code line} on; of {@code raw} as much is kept as may be. */
  public static Reject of(long line, long lines, long byteOffset, String reason, byte[] raw) {
    String kept = Utf8.text(raw, 0, Math.min(raw.length, MAX_RAW_BYTES));
    return new Reject(line, lines, byteOffset, reason, kept, raw.length);
  }
}
