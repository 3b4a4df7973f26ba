package io.tierlens.cli.report.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Short names of runs for tables and drawings: different runs keep different names. */
public final class RunNames {

  private final Map<String, String> byRun = new LinkedHashMap<>();

  private RunNames() {}

  /**
   * Names of at most this many columns. What all names begin with is cut first.
   *
   * @param shown how a text is made harmless
   * @param width at least 10
   */
  public static RunNames of(List<String> runs, UnaryOperator<String> shown, int width) {
    RunNames names = new RunNames();
    List<String> texts = new ArrayList<>(runs.stream().map(shown).toList());
    if (texts.stream().anyMatch(name -> Columns.of(name) > width)) {
      int common = common(texts);
      texts.replaceAll(name -> name.substring(common));
    }
    for (int i = 0; i < runs.size(); i++) {
      String name = Printable.fit(texts.get(i), width);
      for (int n = 2; names.byRun.containsValue(name); n++) {
        String number = "#" + n;
        name = Printable.fit(texts.get(i), width - number.length()) + number;
      }
      names.byRun.put(runs.get(i), name);
    }
    return names;
  }

  /** The short name of a run. */
  public String of(String run) {
    return byRun.get(run);
  }

  /** Columns of the longest. */
  public int width() {
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
