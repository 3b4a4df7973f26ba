package io.tierlens.formats.sql;

/** Takes ASC out behind ORDER BY as pt-query-digest does: to the end, and also of longer words. */
final class PtOrder {

  private static final String ORDER = "order by ";
  private static final String ASCENDING = " asc";

  private PtOrder() {}

  static String withoutAscending(String sql) {
    int order = sql.indexOf(ORDER);
    while (order > 0 && isPartOfWord(sql.charAt(order - 1))) {
      order = sql.indexOf(ORDER, order + 1);
    }
    if (order < 0) {
      return sql;
    }
    int copied = order + ORDER.length();
    StringBuilder text = new StringBuilder(sql.length()).append(sql, 0, copied);
    // Something is sorted by before each ASC.
    int found = sql.indexOf(ASCENDING, copied + 1);
    while (found >= 0) {
      text.append(sql, copied, found);
      copied = found + ASCENDING.length();
      found = sql.indexOf(ASCENDING, copied + 1);
    }
    return text.append(sql, copied, sql.length()).toString();
  }

  private static boolean isPartOfWord(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
