package io.tierlens.formats.xentop;

import io.tierlens.formats.bytes.Tokens;

/** The column STATE, which tells a row from other lines: {@code --b---}, letters in one order. */
final class RowState {
  static final int LETTERS = 6;
  static final int NOT_FOUND = -1;
  private static final String ORDER = "dsbcpr";

  private RowState() {}

  /** The first token from {@code first} on that is a state with a figure behind it. */
  static int find(Tokens tokens, int first) {
    for (int i = first; i + 1 < tokens.count(); i++) {
      if (tokens.length(i) == LETTERS && isState(tokens, i) && tokens.numeric(i + 1)) {
        return i;
      }
    }
    return NOT_FOUND;
  }

  private static boolean isState(Tokens tokens, int token) {
    byte[] text = tokens.text();
    int start = tokens.start(token);
    for (int i = 0; i < LETTERS; i++) {
      byte b = text[start + i];
      if (b != '-' && b != ORDER.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
