package io.tierlens.formats.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Folds equal neighbours of a union as pt-query-digest does. */
final class PtUnions {

  private static final Pattern SELECT = Pattern.compile("(?<![0-9a-z_])select\\s");

  /**
   * Bytes compared for each byte of the statement. Too low: unions of some hundred different arms
   * are left as they are. Too high: a hostile statement takes minutes.
   */
  private static final int WORK_PER_BYTE = 50;

  private final String sql;
  private long work;

  /** Behind the last of the equal arms, and whether UNION ALL stood before it. */
  private int foldEnd;

  private boolean foldAll;

  private PtUnions(String sql) {
    this.sql = sql;
    work = (long) WORK_PER_BYTE * (sql.length() + 100);
  }

  static String fold(String sql) {
    return sql.contains(" union") ? new PtUnions(sql).fold() : sql;
  }

  private String fold() {
    StringBuilder text = new StringBuilder(sql.length());
    int copied = 0;
    int from = 0;
    Matcher select = SELECT.matcher(sql);
    while (work > 0 && select.find(from)) {
      from = select.end();
      int end = endOfRepeatedArm(select.start(), select.end());
      if (end >= 0) {
        text.append(sql, copied, end).append(" /*repeat union");
        text.append(foldAll ? " all*/" : "*/");
        copied = foldEnd;
        from = foldEnd;
      }
    }
    return text.append(sql, copied, sql.length()).toString();
  }

  /** The end of the shortest arm that begins here and is repeated behind it, or -1. */
  private int endOfRepeatedArm(int begin, int behindSelect) {
    int union = sql.indexOf(" union", behindSelect);
    while (union >= 0 && work > 0) {
      work--;
      int end = union;
      foldEnd = -1;
      int next = behindUnion(end);
      while (next >= 0 && isArm(begin, end, next)) {
        foldAll = sql.startsWith(" all ", next - 5);
        foldEnd = next + end - begin;
        next = behindUnion(foldEnd);
      }
      if (foldEnd >= 0) {
        return end;
      }
      union = sql.indexOf(" union", union + 1);
    }
    return -1;
  }

  private int behindUnion(int at) {
    if (sql.startsWith(" union all ", at)) {
      return at + " union all ".length();
    }
    return sql.startsWith(" union ", at) ? at + " union ".length() : -1;
  }

  private boolean isArm(int begin, int end, int other) {
    int length = end - begin;
    int i = 0;
    while (i < length
        && other + i < sql.length()
        && sql.charAt(begin + i) == sql.charAt(other + i)) {
      i++;
    }
    work -= i;
    return i == length;
  }
}
