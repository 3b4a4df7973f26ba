package io.tierlens.cli.report.text;

import io.tierlens.cli.report.words.Columns;
import io.tierlens.cli.report.words.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Short names of runs for the columns of a table: different runs keep different names. */
final class RunNames {

  private final Map<String, String> byRun = new LinkedHashMap<>();

  private RunNames() {}

  /**
   * Names of at most this many columns. What all names begin with is cut first.
   *
   * @param width at least 10
   */
  static RunNames of(List<String> runs, Page page, int width) {
    RunNames names = new RunNames();
    List<String> shown = new ArrayList<>(runs.stream().map(page::shown).toList());
    if (shown.stream().anyMatch(name -> Columns.of(name) > width)) {
      int common = common(shown);
      shown.replaceAll(name -> name.substring(common));
    }
    for (int i = 0; i < runs.size(); i++) {
      String name = Printable.fit(shown.get(i), width);
      for (int n = 2; names.byRun.containsValue(name); n++) {
        String number = "#" + n;
        name = Printable.fit(shown.get(i), width - number.length()) + number;
      }
      names.byRun.put(runs.get(i), name);
    }
    return names;
  }

  /** The short name of a run. */
  String of(String run) {
    return byRun.get(run);
  }

  /** Columns of the longest. */
  int width() {
    return byRun.values().stream().mapToInt(Columns::of).max().orElse(0);
  }

  /** Length of what all names begin with, up to the end of a word. */
  private static int common(List<String> names) {
    String first = names.get(0);
    int common = first.length();
    for (String name : names) {
      int same = 0;
      while (same < Math.min(common, name.length()) && first.charAt(same) == name.charAt(same)) {
        same++;
      }
      common = same;
    }
    while (common > 0 && Character.isLetterOrDigit(first.charAt(common - 1))) {
      common--;
    }
    int cut = common;
    boolean whole =
        names.stream()
            .allMatch(n -> n.length() > cut && Character.isLetterOrDigit(n.codePointAt(cut)));
    return whole && names.size() > 1 ? cut : 0;
  }
}
