package io.tierlens.cli.report.words;

/** Makes text that comes from a log harmless to show: a log may hold anything. */
public final class Printable {

  /** Stands for what was cut out. */
  private static final String CUT = "..";

  private Printable() {}

  /**
   * Writes control characters, half surrogates and the characters that reorder a line as {@code
   * \\uhhhh}, so that they can't drive a terminal or hide text; other text is left alone.
   */
  public static String text(String raw) {
    return escape(raw, false);
  }

  /** As {@link #text}, and writes all that is not ASCII as {@code \\uhhhh}. */
  public static String ascii(String raw) {
    return escape(raw, true);
  }

  /** Cuts the middle of a text that is wider than this many columns, at least 4. */
  public static String fit(String text, int width) {
    if (Columns.of(text) <= width) {
      return text;
    }
    int head = (width - CUT.length()) / 2;
    int tail = width - CUT.length() - head;
    return start(text, head) + CUT + end(text, tail);
  }

  /** Cuts the end of a text that is wider than this many columns, at least 2. */
  public static String head(String text, int width) {
    return Columns.of(text) <= width ? text : start(text, width - CUT.length()) + CUT;
  }

  /** As much of the start of a text as these columns hold. */
  public static String start(String text, int width) {
    int end = 0;
    int columns = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      columns += Columns.of(c);
      if (columns > width) {
        break;
      }
      end += Character.charCount(c);
    }
    return text.substring(0, end);
  }

  private static String end(String text, int width) {
    int start = text.length();
    int columns = 0;
    while (start > 0) {
      int c = text.codePointBefore(start);
      columns += Columns.of(c);
      if (columns > width) {
        break;
      }
      start -= Character.charCount(c);
    }
    return text.substring(start);
  }

  private static String escape(String raw, boolean asciiOnly) {
    StringBuilder shown = null;
    for (int i = 0; i < raw.length(); ) {
      int c = raw.codePointAt(i);
      int next = i + Character.charCount(c);
      boolean keep = c < 0x80 ? c >= 0x20 && c != 0x7f : !asciiOnly && visible(c);
      if (!keep && shown == null) {
        shown = new StringBuilder(raw.length() + 16).append(raw, 0, i);
      }
      if (shown != null) {
        if (keep) {
          shown.appendCodePoint(c);
        } else {
          for (int j = i; j < next; j++) {
            shown.append(String.format("\\u%04x", (int) raw.charAt(j)));
          }
        }
      }
      i = next;
    }
    return shown == null ? raw : shown.toString();
  }

  private static boolean visible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
