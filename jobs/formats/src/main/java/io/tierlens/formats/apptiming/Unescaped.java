package io.tierlens.formats.apptiming;

import java.util.Arrays;

/** Undoes what a writer must do to values that hold a tab, a line feed or a backslash. */
final class Unescaped {

  private Unescaped() {}

  /** A copy of the range, in which each escape is the byte it stands for; others stay. */
  static byte[] bytes(byte[] text, int start, int end) {
    byte[] plain = new byte[end - start];
    int length = 0;
    for (int i = start; i < end; i++) {
      int meant = text[i] == '\\' && i + 1 < end ? meaning(text[i + 1]) : -1;
      if (meant >= 0) {
        i++;
      }
      plain[length++] = meant >= 0 ? (byte) meant : text[i];
    }
    return Arrays.copyOf(plain, length);
  }

  private static int meaning(byte escaped) {
    return switch (escaped) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case '\\' -> '\\';
      default -> -1;
    };
  }
}
