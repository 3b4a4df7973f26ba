package io.tierlens.formats.sql;

import java.util.Arrays;

/**
 * What is known of each parenthesis that is open, the statement itself being the outermost: whether
 * it is a list, where its rows stand, and the last two of its parts, which are the elements of a
 * list or the arms of a union. Reused.
 */
final class Nesting {

  /** No part has begun, or none came before. */
  static final int NONE = -1;

  /** Where a parenthesis stands as to rows of VALUES. */
  enum Rows {
    NONE,
    EXPECTED,
    FIRST,
    BEHIND,
    /** A comma came, which is not written unless something else than a row follows. */
    BETWEEN
  }

  private int[] begins = new int[16];
  private boolean[] lists = new boolean[16];
  private int[] parts = new int[16];
  private int[] earlierBegins = new int[16];
  private int[] earlierEnds = new int[16];
  private Rows[] rows = new Rows[16];
  private int depth;

  void clear() {
    depth = 0;
    set(false, 0, NONE);
  }

  /** A parenthesis opens; its text begins at {@code begin}. */
  void open(boolean list, int begin) {
    depth++;
    if (depth == begins.length) {
      grow(2 * depth);
    }
    set(list, begin, list ? begin : NONE);
  }

  private void set(boolean list, int begin, int part) {
    begins[depth] = begin;
    lists[depth] = list;
    parts[depth] = part;
    earlierBegins[depth] = NONE;
    rows[depth] = Rows.NONE;
  }

  private void grow(int size) {
    begins = Arrays.copyOf(begins, size);
    lists = Arrays.copyOf(lists, size);
    parts = Arrays.copyOf(parts, size);
    earlierBegins = Arrays.copyOf(earlierBegins, size);
    earlierEnds = Arrays.copyOf(earlierEnds, size);
    rows = Arrays.copyOf(rows, size);
  }

  void close() {
    depth--;
  }

  boolean outermost() {
    return depth == 0;
  }

  /** Where the text inside the innermost parenthesis begins. */
  int begin() {
    return begins[depth];
  }

  boolean list() {
    return lists[depth];
  }

  /** The parenthesis holds a query, and is no list. */
  void holdsQuery() {
    lists[depth] = false;
    endParts();
  }

  Rows rows() {
    return rows[depth];
  }

  void rows(Rows next) {
    rows[depth] = next;
  }

  void beginPart(int begin) {
    parts[depth] = begin;
  }

  void endParts() {
    parts[depth] = NONE;
    earlierBegins[depth] = NONE;
  }

  /**
   * Ends the part that has begun, if any. Each is compared once, with the one before it: even of
   * hostile statements the work stays in proportion to their length.
   *
   * @return where the text ends now: behind the earlier part, if this one is the same
   */
  int endPart(byte[] text, int end) {
    int begin = parts[depth];
    if (begin == NONE) {
      return end;
    }
    if (begin < end && text[begin] == ' ') {
      begin++;
    }
    int earlier = earlierBegins[depth];
    if (earlier != NONE && Arrays.equals(text, earlier, earlierEnds[depth], text, begin, end)) {
      return earlierEnds[depth];
    }
    earlierBegins[depth] = begin;
    earlierEnds[depth] = end;
    return end;
  }
}
