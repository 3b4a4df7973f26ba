package io.tierlens.formats.endpoint;

import io.tierlens.formats.bytes.Ascii;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of paths, such as {@code /shop/*}{@code /reviews/*}: {@code *} is exactly one segment
 * or, within one, any bytes of it; {@code **} as the last segment is any number of them, also none.
 * Path parameters, doubled slashes and a slash at the end do not matter, in paths and patterns.
 */
final class PathPattern {
  private static final String REST = "**";

  private final List<SegmentPattern> segments = new ArrayList<>();
  private final boolean open;

  /**
   * Compiles a pattern.
   *
   * @throws IllegalArgumentException if it can fit no path; the message says why
   */
  PathPattern(String text) {
    require(text.startsWith("/"), "a pattern begins with a slash, such as /shop/*");
    require(
        text.indexOf('?') < 0, "a pattern is held against the path, so leave out what follows ?");
    require(
        text.indexOf(';') < 0, "path parameters do not matter, so leave out ; and what follows");
    require(text.indexOf("//") < 0, "doubled slashes do not matter, so write a single one");
    String[] parts = text.split("/", -1);
    int count = parts[parts.length - 1].isEmpty() ? parts.length - 1 : parts.length;
    boolean rest = parts[count - 1].equals(REST);
    for (int i = 1; i < (rest ? count - 1 : count); i++) {
      require(
          !parts[i].contains(REST),
          "** stands for the rest of a path, so it can only be the last segment");
      segments.add(new SegmentPattern(parts[i]));
    }
    open = rest;
  }

  private static void require(boolean condition, String why) {
    if (!condition) {
      throw new IllegalArgumentException(why);
    }
  }

  /** Whether a path, which begins with a slash, is one of this. */
  boolean matches(byte[] path, int start, int end) {
    int at = segmentStart(path, start, end);
    for (SegmentPattern segment : segments) {
      if (at == end || !segment.begins(path, at, end)) {
        return false;
      }
      int segmentEnd = at;
      while (segmentEnd < end && path[segmentEnd] != '/' && path[segmentEnd] != ';') {
        segmentEnd++;
      }
      if (!segment.matches(path, at, segmentEnd)) {
        return false;
      }
      at = segmentStart(path, Ascii.until(path, segmentEnd, end, '/'), end);
    }
    return open || at == end;
  }

  /** Passes over slashes and over segments that are only parameters. */
  private static int segmentStart(byte[] path, int from, int end) {
    int at = from;
    while (at < end) {
      if (path[at] == '/') {
        at++;
      } else if (path[at] == ';') {
        at = Ascii.until(path, at, end, '/');
      } else {
        return at;
      }
    }
    return end;
  }
}
