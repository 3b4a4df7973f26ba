package io.tierlens.formats.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Folds lists and rows of literals behind IN and VALUES as pt-query-digest does. */
final class PtLists {

  private static final Pattern WORD = Pattern.compile("(?<![0-9a-z_])(?:in|values?)(?![a-z0-9_])");

  private PtLists() {}

  static String fold(String sql) {
    StringBuilder text = new StringBuilder(sql.length());
    int copied = 0;
    Matcher word = WORD.matcher(sql);
    int from = 0;
    while (word.find(from)) {
      from = word.end();
      int end = endOfLists(sql, from);
      if (end > from) {
        text.append(sql, copied, from).append("(?+)");
        copied = end;
        from = end;
      }
    }
    return text.append(sql, copied, sql.length()).toString();
  }

  /** Behind the last parenthesis of the lists that begin here, or {@code from} without any. */
  private static int endOfLists(String sql, int from) {
    int end = from;
    while (true) {
      int open = end;
      while (open < sql.length() && isBlankOr(",", sql.charAt(open))) {
        open++;
      }
      if (open == sql.length() || sql.charAt(open) != '(') {
        return end;
      }
      int close = open + 1;
      while (close < sql.length() && isBlankOr(",?", sql.charAt(close))) {
        close++;
      }
      if (close == sql.length() || sql.charAt(close) != ')') {
        return end;
      }
      end = close + 1;
    }
  }

  private static boolean isBlankOr(String others, char c) {
    return c == ' ' || c == '\u000b' || others.indexOf(c) >= 0;
  }
}
