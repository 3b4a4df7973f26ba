package io.tierlens.formats.sadf;

import java.util.ArrayList;
import java.util.List;

/** A line such as {@code # hostname;interval;timestamp;CPU;%user;%idle[...];proc/s;cswch/s}. */
final class TableHeader {

  /** Before the columns stand host, interval and time. */
  static final int FIRST_COLUMN = 3;

  private static final String REPEATED = "[...]";

  private final List<ColumnGroup> groups;
  private final boolean wide;
  private final int cells;

  private TableHeader(List<ColumnGroup> groups) {
    this.groups = List.copyOf(groups);
    boolean open = false;
    int columns = FIRST_COLUMN;
    for (ColumnGroup group : groups) {
      open |= group.repeats() || group.anyCpu();
      columns += group.width();
    }
    wide = groups.size() > 1 || groups.stream().anyMatch(ColumnGroup::repeats);
    cells = open ? -1 : columns;
  }

  /** The header whose cells these are. */
  static TableHeader of(Cells line) {
    List<ColumnGroup> groups = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = FIRST_COLUMN; i < line.count(); i++) {
      String name = line.string(i);
      if (!names.isEmpty() && beginsGroup(names, name)) {
        groups.add(new ColumnGroup(names, false));
        names.clear();
      }
      boolean repeated = name.endsWith(REPEATED);
      names.add(repeated ? name.substring(0, name.length() - REPEATED.length()) : name);
      if (repeated) {
        groups.add(new ColumnGroup(names, true));
        names.clear();
      }
    }
    if (!names.isEmpty()) {
      groups.add(new ColumnGroup(names, false));
    }
    return new TableHeader(groups);
  }

  private static boolean beginsGroup(List<String> before, String name) {
    String first = before.get(0);
    if (ColumnGroup.isItem(name)) {
      // The item of USB devices stands behind their names.
      return !before.stream().allMatch(ColumnGroup::isText);
    }
    boolean itemJustBefore = ColumnGroup.isItem(before.get(before.size() - 1));
    if (itemJustBefore || !KnownSection.beginsPlain(name)) {
      return false;
    }
    if (ColumnGroup.isItem(first)) {
      return true;
    }
    KnownSection own = KnownSection.of(first, false);
    return own == null || !own.has(name) || before.contains(KnownSection.COMMIT);
  }

  /** Whether it names a column of figures, and none without a name. */
  boolean isUsable() {
    boolean named =
        groups.stream().allMatch(group -> group.names().stream().noneMatch(String::isEmpty));
    return named && groups.stream().anyMatch(ColumnGroup::hasFigure);
  }

  List<ColumnGroup> groups() {
    return groups;
  }

  /** Whether a row holds more than one section or item, as with {@code -h}. */
  boolean isWide() {
    return wide;
  }

  /** How many cells a row has, or -1 if rows differ. */
  int cells() {
    return cells;
  }
}
