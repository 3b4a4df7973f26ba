package io.tierlens.formats.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tierlens.formats.bytes.Ascii;
import java.util.ArrayList;
import java.util.List;

/**
 * One segment of a pattern: text in which {@code *} stands for any bytes, also none. Each literal
 * is looked for once and from where the one before it ended, so time is linear in the segment's
 * length.
 */
final class SegmentPattern {
  private final byte[] prefix;

  /** What must follow in this order, with anything between. */
  private final byte[][] middle;

  /** Null without a wildcard: the prefix is all. */
  private final byte[] suffix;

  SegmentPattern(String text) {
    List<byte[]> literals = new ArrayList<>();
    for (String literal : text.split("\\*", -1)) {
      literals.add(literal.getBytes(UTF_8));
    }
    int last = literals.size() - 1;
    prefix = literals.get(0);
    suffix = last == 0 ? null : literals.get(last);
    middle =
        last == 0
            ? new byte[0][]
            : literals.subList(1, last).stream()
                .filter(literal -> literal.length > 0)
                .toArray(byte[][]::new);
  }

  /** Whether a segment that begins here may be one of this: quick to say no. */
  boolean begins(byte[] path, int start, int end) {
    return Ascii.startsWith(path, start, end, prefix);
  }

  /** Whether the segment is one of this; {@link #begins} has said yes. */
  boolean matches(byte[] path, int start, int end) {
    int at = start + prefix.length;
    if (suffix == null) {
      return at == end;
    }
    int to = end - suffix.length;
    if (to < at || !Ascii.startsWith(path, to, end, suffix)) {
      return false;
    }
    for (byte[] literal : middle) {
      int found = Ascii.indexOf(path, at, to, literal);
      if (found < 0) {
        return false;
      }
      at = found + literal.length;
    }
    return true;
  }
}
