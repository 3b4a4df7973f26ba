package io.tierlens.cli.queries;

import java.util.regex.Pattern;

/** Statements as text shows them. */
final class Statements {

  private static final Pattern WHITE_SPACE = Pattern.compile("[ \\t\\r\\n]+");

  private Statements() {}

  /** All of it on one line; what a terminal must not see is made harmless by the page. */
  static String oneLine(String statement) {
    return WHITE_SPACE.matcher(statement).replaceAll(" ").strip();
  }

  /** The beginning of a statement that is longer than this. */
  static String beginning(String statement, int most) {
    String line = oneLine(statement);
    int length = line.codePointCount(0, line.length());
    return length <= most ? line : line.substring(0, line.offsetByCodePoints(0, most)) + " ...";
  }

  /** On one line and without the quotes of names, which only cost room in a table. */
  static String bare(String statement) {
    return oneLine(statement.replace("`", ""));
  }

  /** As much of the beginning as fits. */
  static String head(String line, int width) {
    int length = line.codePointCount(0, line.length());
    return length <= width ? line : line.substring(0, line.offsetByCodePoints(0, width - 2)) + "..";
  }
}
