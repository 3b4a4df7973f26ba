package io.tierlens.formats.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A line cut at blanks. Tabs and control characters count as blanks; terminal colour sequences do
 * too, but one within a word does not part it, so that output that was coloured for a screen reads
 * like any other. Reused from line to line.
 */
public final class Tokens {
  private static final byte ESCAPE = 0x1b;
  private static final int INITIAL_TOKENS = 64;

  private byte[] text = new byte[0];
  private byte[] plain = new byte[0];
  private int[] starts = new int[INITIAL_TOKENS];
  private int[] ends = new int[INITIAL_TOKENS];
  private int count;

  /** Cuts {@code [start, end)} of the text, which must stay as it is while the tokens are read. */
  public void split(byte[] line, int start, int end) {
    split(line, start, end, false);
  }

  /**
   * As above.
   *
   * @param joined whether colours were taken out before; what then looks like one was parted by one
   */
  private void split(byte[] line, int start, int end, boolean joined) {
    text = line;
    count = 0;
    int i = start;
    while (true) {
      while (i < end && isBlank(line[i])) {
        i = line[i] == ESCAPE ? behindColour(line, i, end) : i + 1;
      }
      if (i >= end) {
        return;
      }
      int from = i;
      while (i < end && !isBlank(line[i])) {
        i++;
      }
      if (!joined && isColour(line, i, end)) {
        splitWithoutColours(line, start, end);
        return;
      }
      add(from, i);
    }
  }

  /** Programs print {@code 35.0}, the end of its colour, and then its unit. */
  private void splitWithoutColours(byte[] line, int start, int end) {
    if (plain.length < end - start) {
      plain = new byte[end - start];
    }
    int length = 0;
    int i = start;
    while (i < end) {
      if (isColour(line, i, end)) {
        i = behindColour(line, i, end);
      } else {
        plain[length++] = line[i++];
      }
    }
    split(plain, 0, length, true);
  }

  private static boolean isBlank(byte b) {
    return b >= 0 && b <= ' ';
  }

  private static boolean isColour(byte[] line, int at, int end) {
    return at < end && line[at] == ESCAPE && line[behindColour(line, at, end) - 1] == 'm';
  }

  private static int behindColour(byte[] line, int at, int end) {
    int i = at + 1;
    if (i >= end || line[i] != '[') {
      return i;
    }
    i++;
    while (i < end && (line[i] == ';' || Ascii.isDigit(line[i]))) {
      i++;
    }
    return i < end && line[i] == 'm' ? i + 1 : i;
  }

  private void add(int from, int to) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    starts[count] = from;
    ends[count] = to;
    count++;
  }

  public int count() {
    return count;
  }

  /** The bytes that hold the tokens. */
  public byte[] text() {
    return text;
  }

  /** Index in {@link #text()} of the token's first byte. */
  public int start(int token) {
    return starts[token];
  }

  /** Index in {@link #text()} behind the token's last byte. */
  public int end(int token) {
    return ends[token];
  }

  public int length(int token) {
    return ends[token] - starts[token];
  }

  public byte first(int token) {
    return text[starts[token]];
  }

  public byte last(int token) {
    return text[ends[token] - 1];
  }

  public boolean equal(int token, byte[] word) {
    return equal(token, word, 0, word.length);
  }

  public boolean equal(int token, byte[] other, int from, int to) {
    return Arrays.equals(text, starts[token], ends[token], other, from, to);
  }

  /** A copy of the line from this token to the last one, blanks between them and all. */
  public byte[] from(int token) {
    return Arrays.copyOfRange(text, starts[token], ends[count - 1]);
  }

  /** Whether {@link #from} would give these bytes. */
  public boolean equalFrom(int token, byte[] words) {
    return Arrays.equals(text, starts[token], ends[count - 1], words, 0, words.length);
  }

  /** Whether the token begins as a number does: a digit, or a sign or point before one. */
  public boolean numeric(int token) {
    int i = starts[token];
    if (text[i] == '-' || text[i] == '+') {
      i++;
    }
    if (i < ends[token] && text[i] == '.') {
      i++;
    }
    return i < ends[token] && Ascii.isDigit(text[i]);
  }

  /** The token's text; for cold paths. */
  public String string(int token) {
    return new String(text, starts[token], length(token), StandardCharsets.UTF_8);
  }
}
