package io.tierlens.formats.apache;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.endpoint.EndpointRules;
import java.util.Arrays;

/**
 * Folds the variable parts of a request into its endpoint: {@code GET /shop/{sku}.html}. The result
 * depends on the method, the path and the user's rules alone and stays the same from release to
 * release. The first of the {@link EndpointRules} that fits gives the name; where none does:
 *
 * <ul>
 *   <li>Segments of digits become {@code {number}}, dates {@code {date}}, UUIDs {@code {uuid}},
 *       eight or more hexadecimal digits {@code {hex}}, session ids {@code {session}}, other random
 *       text {@code {token}}, what is full of percent escapes {@code {text}}; {@link SegmentShape}
 *       tells them. Of a dotted name ({@code app.3f2a9c11.js}) single parts do, of a file's name
 *       also what is behind the last hyphen ({@code main-3f2a9c11.js}).
 *   <li>In the last segment a code such as {@code os28110} becomes {@code {sku}}; its extension
 *       stays. File names of images become {@code {file}}; folder and extension stay.
 *   <li>A run of {@code name=value} segments becomes its names: {@code
 *       /scan/fi=products/st=db/ml=20.html} is {@code /scan/{fi,st,ml}.html}.
 *   <li>Path parameters ({@code ;jsessionid=...}) and doubled slashes go. Segments above 64 bytes
 *       become {@code {text}}; what follows the sixteenth segment or name becomes {@code ...}.
 *   <li>{@code http://host/path} is folded as {@code /path}; the target of CONNECT is {@code
 *       {authority}}. A method above 20 bytes is {@code {method}}.
 * </ul>
 *
 * <p>Everything else stays as logged. So an endpoint is its own endpoint, and has at most {@link
 * #MAX_BYTES} bytes. Time is linear in the path's length. One buffer is reused. For one thread.
 */
final class EndpointFolder {
  private static final int MAX_SEGMENTS = 16;
  private static final int MAX_SEGMENT_BYTES = 64;

  /** Twice that of a segment: it may be shorter with its parts folded. */
  private static final int MAX_DOTTED_BYTES = 128;

  private static final int MAX_NAMES = 16;

  /** A longer name is no name: base64 ends in equals signs as well. */
  private static final int MAX_NAME_BYTES = 32;

  /** Too low: methods of WebDAV are cut. Too high: a client's rubbish is an endpoint. */
  private static final int MAX_METHOD_BYTES = 20;

  /**
   * No endpoint is longer, but by a name that a rule gives: sixteen segments of 64 bytes, sixteen
   * names of 32, an extension, a method; rounded up.
   */
  static final int MAX_BYTES = 2048;

  private static final byte[] NUMBER = Ascii.bytes("{number}");
  private static final byte[] DATE = Ascii.bytes("{date}");
  private static final byte[] UUID = Ascii.bytes("{uuid}");
  private static final byte[] HEX = Ascii.bytes("{hex}");
  private static final byte[] SESSION = Ascii.bytes("{session}");
  private static final byte[] TOKEN = Ascii.bytes("{token}");
  private static final byte[] SKU = Ascii.bytes("{sku}");
  private static final byte[] FILE = Ascii.bytes("{file}");
  private static final byte[] TEXT = Ascii.bytes("{text}");
  private static final byte[] MORE = Ascii.bytes("...");
  private static final byte[] METHOD = Ascii.bytes("{method}");
  private static final byte[] AUTHORITY = Ascii.bytes("{authority}");
  private static final byte[] CONNECT = Ascii.bytes("CONNECT");
  private static final byte[] SCHEME_END = Ascii.bytes("://");

  private final EndpointRules rules;
  private byte[] folded = new byte[256];
  private int length;
  private int names;

  /** A folder that holds every request against the user's rules first. */
  EndpointFolder(EndpointRules rules) {
    this.rules = rules;
  }

  byte[] bytes() {
    return folded;
  }

  int length() {
    return length;
  }

  /** Folds a request; {@link #bytes()} then begins with {@link #length()} bytes of its endpoint. */
  void fold(byte[] method, int methodStart, int methodEnd, byte[] path, int start, int end) {
    length = 0;
    names = 0;
    if (methodEnd - methodStart > MAX_METHOD_BYTES) {
      append(METHOD);
    } else {
      append(method, methodStart, methodEnd);
    }
    append((byte) ' ');
    if (Ascii.equal(method, methodStart, methodEnd, CONNECT)) {
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
      byte[] name = rules.nameOf(method, methodStart, methodEnd, path, from, end);
      if (name == null) {
        foldPath(path, from, end);
      } else {
        append(name);
      }
    }
  }

  /** Passes over the scheme and authority of {@code http://host/path}. */
  private static int pathStart(byte[] path, int start, int end) {
    int i = start;
    while (i < end && Ascii.isLetter(path[i])) {
      i++;
    }
    if (i == start || !Ascii.startsWith(path, i, end, SCHEME_END)) {
      return start;
    }
    return Ascii.until(path, i + SCHEME_END.length, end, '/');
  }

  private void foldPath(byte[] path, int start, int end) {
    int lastEnd = lastSegmentEnd(path, start, end);
    int methodLength = length;
    int at = start;
    int segments = 0;
    while (at < lastEnd) {
      while (path[at] == '/') {
        at++;
      }
      if (path[at] == ';') {
        at = Ascii.until(path, at, lastEnd, '/');
        continue;
      }
      append((byte) '/');
      if (segments++ == MAX_SEGMENTS) {
        append(MORE);
        return;
      }
      int nameEnd = nameEnd(path, at, lastEnd);
      if (isName(path, at, nameEnd, lastEnd)) {
        at = foldNames(path, at, nameEnd, lastEnd);
      } else {
        int segmentEnd = segmentEnd(path, nameEnd, lastEnd);
        int next = Ascii.until(path, segmentEnd, lastEnd, '/');
        foldSegment(path, at, segmentEnd, next == lastEnd);
        at = next;
      }
    }
    if (lastEnd < end || length == methodLength) {
      append((byte) '/');
    }
  }

  /** Where the last segment that is more than path parameters ends; {@code start} without one. */
  private static int lastSegmentEnd(byte[] path, int start, int end) {
    int last = end;
    while (true) {
      while (last > start && path[last - 1] == '/') {
        last--;
      }
      int from = last;
      while (from > start && path[from - 1] != '/') {
        from--;
      }
      if (from == last || path[from] != ';') {
        return last;
      }
      last = from;
    }
  }

  /** Where the segment ends, or its parameters begin. */
  private static int segmentEnd(byte[] path, int from, int end) {
    int i = from;
    while (i < end && path[i] != '/' && path[i] != ';') {
      i++;
    }
    return i;
  }

  /** Where the bytes end of which a name may be made. */
  private static int nameEnd(byte[] path, int from, int end) {
    int i = from;
    while (i < end && SegmentShape.isOfName(path[i])) {
      i++;
    }
    return i;
  }

  /** Whether the bytes up to {@code nameEnd} are the name of a {@code name=value} segment. */
  private static boolean isName(byte[] path, int start, int nameEnd, int end) {
    return nameEnd < end
        && path[nameEnd] == '='
        && nameEnd > start
        && nameEnd - start <= MAX_NAME_BYTES
        && SegmentShape.of(path, start, nameEnd) != SegmentShape.TOKEN;
  }

  /** Folds {@code fi=products/st=db/ml=20.html}; returns where the run ends. */
  private int foldNames(byte[] path, int start, int firstNameEnd, int lastEnd) {
    append((byte) '{');
    int at = start;
    int nameEnd = firstNameEnd;
    int valueEnd;
    boolean first = true;
    while (true) {
      if (names < MAX_NAMES) {
        if (!first) {
          append((byte) ',');
        }
        append(path, at, nameEnd);
      } else if (first || names == MAX_NAMES) {
        append(MORE);
      }
      first = false;
      names++;
      valueEnd = segmentEnd(path, nameEnd, lastEnd);
      at = Ascii.until(path, valueEnd, lastEnd, '/');
      int following = at;
      while (following < lastEnd && path[following] == '/') {
        following++;
      }
      int followingEnd = nameEnd(path, following, lastEnd);
      if (!isName(path, following, followingEnd, lastEnd)) {
        break;
      }
      at = following;
      nameEnd = followingEnd;
    }
    append((byte) '}');
    if (at == lastEnd) {
      append(path, FileExtension.start(path, nameEnd, valueEnd), valueEnd);
    }
    return at;
  }

  private void foldSegment(byte[] path, int start, int end, boolean last) {
    int stemEnd = last ? FileExtension.start(path, start, end) : end;
    if (stemEnd == start) {
      appendOrText(path, start, end);
      return;
    }
    boolean file = stemEnd < end;
    // What begins with a brace is folded already.
    if (file && path[start] != '{' && FileExtension.isImage(path, stemEnd + 1, end)) {
      append(FILE);
    } else {
      foldStem(path, start, stemEnd, last, file);
    }
    append(path, stemEnd, end);
  }

  private void foldStem(byte[] path, int start, int end, boolean last, boolean file) {
    SegmentShape shape = SegmentShape.of(path, start, end);
    if (shape == SegmentShape.DOTTED) {
      foldParts(path, start, end);
    } else if (shape == SegmentShape.WORD && file) {
      foldHash(path, start, end);
    } else if (shape == SegmentShape.WORD || (shape == SegmentShape.CODE && !last)) {
      appendOrText(path, start, end);
    } else {
      append(placeholder(shape));
    }
  }

  private static byte[] placeholder(SegmentShape shape) {
    return switch (shape) {
      case NUMBER -> NUMBER;
      case DATE -> DATE;
      case UUID -> UUID;
      case HEX -> HEX;
      case SESSION -> SESSION;
      case TOKEN -> TOKEN;
      case CODE -> SKU;
      case TEXT -> TEXT;
      case DOTTED, WORD -> throw new AssertionError(shape);
    };
  }

  /** Folds what a build puts behind the last hyphen of a file's name. */
  private void foldHash(byte[] path, int start, int end) {
    int hash = end;
    while (hash > start && path[hash - 1] != '-') {
      hash--;
    }
    if (end - start > MAX_SEGMENT_BYTES || hash == start || !isHash(path, hash, end)) {
      appendOrText(path, start, end);
      return;
    }
    append(path, start, hash);
    foldPart(path, hash, end);
  }

  private static boolean isHash(byte[] path, int start, int end) {
    return switch (SegmentShape.of(path, start, end)) {
      case UUID, HEX, SESSION, TOKEN -> true;
      default -> false;
    };
  }

  private void foldPart(byte[] path, int start, int end) {
    switch (SegmentShape.of(path, start, end)) {
      case UUID -> append(UUID);
      case HEX -> append(HEX);
      // Files have no sessions: eight random bytes are the hash of a build.
      case SESSION, TOKEN -> append(TOKEN);
      default -> append(path, start, end);
    }
  }

  /** Folds only what is surely no version number: {@code jquery-3.6.0} stays. */
  private void foldParts(byte[] path, int start, int end) {
    if (end - start > MAX_DOTTED_BYTES || SegmentShape.isFreeText(path, start, end)) {
      append(TEXT);
      return;
    }
    int before = length;
    int at = start;
    while (at <= end) {
      int partEnd = Ascii.until(path, at, end, '.');
      if (at > start) {
        append((byte) '.');
      }
      foldPart(path, at, partEnd);
      at = partEnd + 1;
    }
    if (length - before > MAX_SEGMENT_BYTES) {
      length = before;
      append(TEXT);
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
}
