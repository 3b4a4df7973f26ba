package io.tierlens.pipeline.suggest;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of YAML with comments behind them. Texts may come from logs, and hold anything. */
final class YamlLines {

  /** Where comments begin, if the line is not longer. */
  private static final int COMMENT_COLUMN = 34;

  /** Evidence longer than this is not read. */
  private static final int MOST_COMMENT = 400;

  private final StringBuilder text = new StringBuilder();

  void blank() {
    text.append('\n');
  }

  /** A line that is a comment; {@code null} or empty for none. */
  void comment(String indent, String comment) {
    text.append(indent).append("# ").append(harmless(comment)).append('\n');
  }

  /** A line and why it is so. */
  void line(String yaml, String because) {
    text.append(yaml);
    if (because != null && !because.isEmpty()) {
      text.append(" ".repeat(Math.max(1, COMMENT_COLUMN - yaml.length())))
          .append("# ")
          .append(harmless(because));
    }
    text.append('\n');
  }

  /** A key with its value, or the key in a comment with what to fill in. */
  void entry(String indent, String key, Told<String> told) {
    if (told.known()) {
      line(indent + key + ": " + scalar(told.value()), told.because());
    } else {
      line(indent + "# " + key + ":", "FILL IN: " + told.because());
    }
  }

  /** A text as a scalar that means it and nothing else. */
  static String scalar(String value) {
    if (value.matches("[A-Za-z0-9_/][A-Za-z0-9_./-]*|\\d{1,9}")
        && !value.matches("(?i)true|false|yes|no|on|off|null|y|n")) {
      return value;
    }
    if (value.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
      return "'" + value.replace("'", "''") + "'";
    }
    return value
        .codePoints()
        .mapToObj(YamlLines::escaped)
        .collect(Collectors.joining("", "\"", "\""));
  }

  static String list(List<String> values) {
    return values.stream().map(YamlLines::scalar).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String escaped(int c) {
    if (c == '"' || c == '\\') {
      return "\\" + (char) c;
    }
    if (c == '\n') {
      return "\\n";
    }
    return (c >= 0x20 && c < 0x7f) || Character.isLetterOrDigit(c)
        ? Character.toString(c)
        : String.format("\\U%08x", c);
  }

  /** One line without characters that could end it or drive a terminal. */
  static String harmless(String comment) {
    StringBuilder shown = new StringBuilder();
    comment
        .codePoints()
        .limit(MOST_COMMENT)
        .forEach(c -> shown.appendCodePoint(isVisible(c) ? c : '?'));
    return shown.toString();
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
