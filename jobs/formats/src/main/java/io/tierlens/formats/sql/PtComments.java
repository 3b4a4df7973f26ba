package io.tierlens.formats.sql;

/** Takes comments out as pt-query-digest does, which does not look for strings about them. */
final class PtComments {

  private PtComments() {}

  /** Without block comments, but with those that the server runs; at least one byte is in them. */
  static String withoutBlocks(String sql) {
    StringBuilder text = new StringBuilder(sql.length());
    int copied = 0;
    int begin = sql.indexOf("/*");
    while (begin >= 0) {
      if (begin + 2 < sql.length() && sql.charAt(begin + 2) != '!') {
        int end = sql.indexOf("*/", begin + 3);
        if (end < 0) {
          break;
        }
        text.append(sql, copied, begin);
        copied = end + 2;
        begin = sql.indexOf("/*", copied);
      } else {
        begin = sql.indexOf("/*", begin + 1);
      }
    }
    return text.append(sql, copied, sql.length()).toString();
  }

  /** Without comments to the end of the line, but for those in which a quote stands. */
  static String withoutLines(String sql) {
    StringBuilder text = new StringBuilder(sql.length());
    int i = 0;
    while (i < sql.length()) {
      if (sql.charAt(i) != '#' && !sql.startsWith("--", i)) {
        text.append(sql.charAt(i++));
        continue;
      }
      int stop = i;
      while (stop < sql.length() && "'\"\r\n".indexOf(sql.charAt(stop)) < 0) {
        stop++;
      }
      boolean quote = stop < sql.length() && (sql.charAt(stop) == '\'' || sql.charAt(stop) == '"');
      if (quote) {
        text.append(sql, i, stop);
      }
      i = stop;
    }
    return text.toString();
  }
}
