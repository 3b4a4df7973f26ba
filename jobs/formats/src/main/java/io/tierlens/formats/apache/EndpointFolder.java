package io.tierlens.formats.apache;

import io.tierlens.formats.bytes.Ascii;
import java.util.Arrays;

/**
 * Folds the variable parts of a request into its endpoint: {@code GET /shop/{sku}.html}. The result
 * depends on the method and path alone and stays the same from release to release:
 *
 * <ul>
 *   <li>Segments of digits become {@code {number}}, UUIDs {@code {uuid}}, eight or more hexadecimal
 *       digits {@code {hex}} (see {@link SegmentShape}); of a dotted file name ({@code
 *       app.3f2a9c11.js}) also single parts do.
 *   <li>In the last segment a code such as {@code os28110} becomes {@code {sku}}; its extension
 *       stays. File names of images become {@code {file}}; folder and extension stay.
 *   <li>A run of {@code name=value} segments becomes its names: {@code
 *       /scan/fi=products/st=db/ml=20.html} is {@code /scan/{fi,st,ml}.html}.
 *   <li>Path parameters ({@code ;jsessionid=...}) and doubled slashes go. Segments above 64 bytes
 *       become {@code {text}}; what follows the sixteenth segment becomes {@code ...}.
 *   <li>{@code http://host/path} is folded as {@code /path}; the target of CONNECT is {@code
 *       {authority}}.
 * </ul>
 *
 * <p>Everything else stays as logged. One buffer is reused. For one thread.
 */
final class EndpointFolder {
  private static final int MAX_SEGMENTS = 16;
  private static final int MAX_SEGMENT_BYTES = 64;
  private static final int MAX_NAMES = 16;

  private static final byte[] NUMBER = Ascii.bytes("{number}");
  private static final byte[] UUID = Ascii.bytes("{uuid}");
  private static final byte[] HEX = Ascii.bytes("{hex}");
  private static final byte[] SKU = Ascii.bytes("{sku}");
  private static final byte[] FILE = Ascii.bytes("{file}");
  private static final byte[] TEXT = Ascii.bytes("{text}");
  private static final byte[] MORE = Ascii.bytes("...");
  private static final byte[] AUTHORITY = Ascii.bytes("{authority}");
  private static final byte[] CONNECT = Ascii.bytes("CONNECT");
  private static final byte[] SCHEME_END = Ascii.bytes("://");

  private byte[] folded = new byte[256];
  private int length;

  byte[] bytes() {
    return folded;
  }

  int length() {
    return length;
  }

  /** Folds a request; {@link #bytes()} then begins with {@link #length()} bytes of its endpoint. */
  void fold(byte[] method, int methodStart, int methodEnd, byte[] path, int start, int end) {
    length = 0;
    append(method, methodStart, methodEnd);
    append((byte) ' ');
    if (Arrays.equals(method, methodStart, methodEnd, CONNECT, 0, CONNECT.length)) {
      append(AUTHORITY);
      return;
    }
    int from = pathStart(path, start, end);
    if (from == end) {
      append((byte) '/');
    } else if (path[from] != '/') {
      // "*" and whatever else is no path.
      appendOrText(path, from, end);
    } else {
      foldPath(path, from, end);
    }
  }

  /** Passes over the scheme and authority of {@code http://host/path}. */
  private static int pathStart(byte[] path, int start, int end) {
    int i = start;
    while (i < end && Ascii.isLetter(path[i])) {
      i++;
    }
    int behindScheme = i + SCHEME_END.length;
    if (i == start
        || behindScheme > end
        || !Arrays.equals(path, i, behindScheme, SCHEME_END, 0, SCHEME_END.length)) {
      return start;
    }
    return indexOf((byte) '/', path, behindScheme, end);
  }

  private void foldPath(byte[] path, int start, int end) {
    int lastEnd = end;
    while (lastEnd > start && path[lastEnd - 1] == '/') {
      lastEnd--;
    }
    int methodLength = length;
    int at = start;
    int segments = 0;
    while (at < lastEnd) {
      while (path[at] == '/') {
        at++;
      }
      int next = indexOf((byte) '/', path, at, lastEnd);
      int segmentEnd = indexOf((byte) ';', path, at, next);
      if (segmentEnd == at) {
        at = next;
        continue;
      }
      append((byte) '/');
      if (segments++ == MAX_SEGMENTS) {
        append(MORE);
        return;
      }
      if (nameEnd(path, at, segmentEnd) > 0) {
        at = foldNames(path, at, lastEnd);
      } else {
        foldSegment(path, at, segmentEnd, next == lastEnd);
        at = next;
      }
    }
    if (lastEnd < end || length == methodLength) {
      append((byte) '/');
    }
  }

  /** Folds {@code fi=products/st=db/ml=20.html}; returns where the run ends. */
  private int foldNames(byte[] path, int start, int lastEnd) {
    append((byte) '{');
    int at = start;
    int names = 0;
    int valueStart;
    int valueEnd;
    while (true) {
      int next = indexOf((byte) '/', path, at, lastEnd);
      valueStart = nameEnd(path, at, next);
      valueEnd = indexOf((byte) ';', path, at, next);
      if (names < MAX_NAMES) {
        if (names > 0) {
          append((byte) ',');
        }
        append(path, at, valueStart);
      } else if (names == MAX_NAMES) {
        append(MORE);
      }
      names++;
      at = next;
      int following = next;
      while (following < lastEnd && path[following] == '/') {
        following++;
      }
      int followingEnd = indexOf((byte) '/', path, following, lastEnd);
      if (nameEnd(path, following, indexOf((byte) ';', path, following, followingEnd)) < 0) {
        break;
      }
      at = following;
    }
    append((byte) '}');
    if (at == lastEnd) {
      append(path, SegmentShape.extensionStart(path, valueStart, valueEnd), valueEnd);
    }
    return at;
  }

  /** Where the equals sign of {@code name=value} stands, or -1 in another segment. */
  private static int nameEnd(byte[] path, int start, int end) {
    for (int i = start; i < end; i++) {
      if (path[i] == '=') {
        return i > start ? i : -1;
      }
      if (!Ascii.isLetter(path[i]) && !Ascii.isDigit(path[i]) && path[i] != '_') {
        return -1;
      }
    }
    return -1;
  }

  private void foldSegment(byte[] path, int start, int end, boolean last) {
    int stemEnd = last ? SegmentShape.extensionStart(path, start, end) : end;
    if (stemEnd == start) {
      appendOrText(path, start, end);
      return;
    }
    if (stemEnd < end && SegmentShape.isImage(path, stemEnd + 1, end)) {
      append(FILE);
    } else {
      foldStem(path, start, stemEnd, last);
    }
    append(path, stemEnd, end);
  }

  private void foldStem(byte[] path, int start, int end, boolean last) {
    switch (SegmentShape.of(path, start, end)) {
      case NUMBER -> append(NUMBER);
      case UUID -> append(UUID);
      case HEX -> append(HEX);
      case CODE -> {
        if (last) {
          append(SKU);
        } else {
          appendOrText(path, start, end);
        }
      }
      case DOTTED -> foldParts(path, start, end);
      case WORD -> appendOrText(path, start, end);
    }
  }

  /** Folds only what is surely no version number: {@code jquery-3.6.0} stays. */
  private void foldParts(byte[] path, int start, int end) {
    if (end - start > 2 * MAX_SEGMENT_BYTES) {
      append(TEXT);
      return;
    }
    int at = start;
    while (at <= end) {
      int partEnd = indexOf((byte) '.', path, at, end);
      if (at > start) {
        append((byte) '.');
      }
      switch (SegmentShape.of(path, at, partEnd)) {
        case UUID -> append(UUID);
        case HEX -> append(HEX);
        default -> append(path, at, partEnd);
      }
      at = partEnd + 1;
    }
  }

  private void appendOrText(byte[] source, int start, int end) {
    if (end - start > MAX_SEGMENT_BYTES) {
      append(TEXT);
    } else {
      append(source, start, end);
    }
  }

  private void append(byte b) {
    ensureRoom(1);
    folded[length++] = b;
  }

  private void append(byte[] text) {
    append(text, 0, text.length);
  }

  private void append(byte[] source, int start, int end) {
    ensureRoom(end - start);
    System.arraycopy(source, start, folded, length, end - start);
    length += end - start;
  }

  private void ensureRoom(int more) {
    if (folded.length - length < more) {
      folded = Arrays.copyOf(folded, Math.max(folded.length * 2, length + more));
    }
  }

  /** The first such byte's place, or {@code end}. */
  private static int indexOf(byte wanted, byte[] text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text[i] == wanted) {
        return i;
      }
    }
    return end;
  }
}
