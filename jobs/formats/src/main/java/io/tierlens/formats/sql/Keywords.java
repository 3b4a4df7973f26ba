package io.tierlens.formats.sql;

import io.tierlens.formats.bytes.Ascii;

/** What the normal form has to know of a word; a set of traits, 0 for names. */
final class Keywords {

  /** A parenthesis behind it is parted from it by a blank: it calls no function. */
  static final int NO_CALL = 1;

  /** A sign behind it belongs to a number; behind other words it is an operator. */
  static final int BEFORE_SIGN = 2;

  /** {@code null}, {@code true} and {@code false} behind it are values. */
  static final int BEFORE_VALUE = 4;

  /** Is a value where a value can be. */
  static final int VALUE = 8;

  /** A list of any length follows it. */
  static final int BEFORE_LIST = 16;

  /** Rows of any number follow it. */
  static final int BEFORE_ROWS = 32;

  /** Begins a query, so that the parenthesis before it opens no list. */
  static final int QUERY = 64;

  static final int UNION = 128;

  /** Ends the last arm of a union. */
  static final int BEHIND_UNION = 256;

  /** Stands before each row in {@code values row(1), row(2)}. */
  static final int ROW = 512;

  /** Too small: words share a slot and are compared in vain. It is a power of two. */
  private static final int SLOTS = 512;

  private static final int LONGEST = 13;

  private static final byte[][] WORDS = new byte[SLOTS][];
  private static final int[] TRAITS = new int[SLOTS];

  static {
    int operand = NO_CALL | BEFORE_SIGN | BEFORE_VALUE;
    add(operand, "and", "or", "xor", "between", "when", "then", "else", "case", "where", "having");
    add(operand, "return", "on", "like", "regexp", "rlike", "div");
    add(operand | QUERY, "select");
    add(BEFORE_SIGN | BEFORE_VALUE, "distinct", "mod");
    add(NO_CALL | BEFORE_SIGN, "not", "by", "offset", "interval", "from", "for");
    add(NO_CALL | BEFORE_SIGN | BEHIND_UNION, "limit");
    add(BEFORE_SIGN, "default");
    add(VALUE, "null", "true", "false");
    add(NO_CALL | BEFORE_LIST, "in");
    add(NO_CALL | BEFORE_LIST | BEFORE_ROWS | QUERY, "values");
    add(NO_CALL | BEFORE_LIST | BEFORE_ROWS, "value");
    add(BEFORE_LIST, "field");
    add(ROW, "row");
    add(NO_CALL | QUERY, "with");
    add(NO_CALL | UNION, "union");
    add(BEHIND_UNION, "order");
    add(NO_CALL, "exists", "any", "all", "some", "as", "using", "is", "set", "join", "lateral");
    add(NO_CALL, "straight_join", "over", "key", "index", "except", "intersect", "minus", "into");
    add(NO_CALL, "do", "while", "until", "elseif", "explain");
  }

  private Keywords() {}

  private static void add(int traits, String... words) {
    for (String word : words) {
      byte[] bytes = Ascii.bytes(word);
      int slot = slot(bytes, 0, bytes.length);
      while (WORDS[slot] != null) {
        slot = (slot + 1) & (SLOTS - 1);
      }
      WORDS[slot] = bytes;
      TRAITS[slot] = traits;
    }
  }

  /** The traits of a word in lower case. */
  static int traits(byte[] text, int from, int to) {
    int length = to - from;
    if (length < 2 || length > LONGEST) {
      return 0;
    }
    int slot = slot(text, from, to);
    while (WORDS[slot] != null) {
      if (Ascii.equal(text, from, to, WORDS[slot])) {
        return TRAITS[slot];
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    return 0;
  }

  private static int slot(byte[] text, int from, int to) {
    int hash = text[from] * 31 + text[from + 1] * 7 + text[to - 1] * 3 + (to - from) * 61;
    return hash & (SLOTS - 1);
  }
}
