package io.tierlens.formats.sadf;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Which cells of a row are which section's. The header of a wide row does not say how many items a
 * section has: the row is laid out in the only way in which items and figures stand where they
 * must.
 */
final class RowLayout {

  /** So many places are tried for a row; more would take too long, and no machine has them. */
  private static final long MOST_PLACES = 1L << 24;

  /** More interrupt columns would have to be tried one by one. */
  private static final int MOST_WIDTHS = 1024;

  /** An interface of every machine, and of no machine a disk. */
  private static final byte[] LOOPBACK = Ascii.bytes("lo");

  private static final byte[] SUM = Ascii.bytes("sum");
  private static final int MANY = 2;

  private boolean interleaved;
  private int parts;
  private int[] groups = new int[64];
  private int[] firsts = new int[64];
  private int[] widths = new int[64];

  /** Of the last row whose cells had to be told apart. */
  private TableHeader likeHeader;

  private int likeCount;
  private final List<String> likeItems = new ArrayList<>();

  private TableHeader header;
  private Cells cells;
  private final CellKinds kinds = new CellKinds();
  private byte[] ways = {};
  private int anyCpuWidth;
  private int lastAnyCpuWidth;

  /** How many items a group has, where that is known; 0 where not. */
  private int[] counts = {};

  /** Lays out a row; null if it could be, else what is wrong. */
  String lay(TableHeader header, Cells cells) {
    if (header == likeHeader && isLikeLast(cells)) {
      return null;
    }
    likeHeader = null;
    this.header = header;
    this.cells = cells;
    parts = 0;
    interleaved = false;
    if (header.cells() >= 0) {
      return layFixed();
    }
    if (header.groups().size() == 1 && !header.groups().get(0).repeats()) {
      add(0, TableHeader.FIRST_COLUMN, cells.count() - TableHeader.FIRST_COLUMN);
      return widths[0] > 1 ? null : wrongCount();
    }
    if ((long) header.groups().size() * cells.count() > MOST_PLACES) {
      return "the row has more cells than can be told apart; export without -h";
    }
    kinds.find(cells);
    String wrong = layOpen();
    if (wrong == null) {
      remember();
    }
    return wrong;
  }

  /** A row with the same items in the same cells as the last one is laid out as that was. */
  private boolean isLikeLast(Cells row) {
    if (row.count() != likeCount) {
      return false;
    }
    for (int i = 0; i < parts; i++) {
      String item = likeItems.get(i);
      if (item != null && !item.equals(row.string(firsts[i] + group(i).item()))) {
        return false;
      }
    }
    return true;
  }

  private void remember() {
    likeHeader = header;
    likeCount = cells.count();
    likeItems.clear();
    for (int i = 0; i < parts; i++) {
      likeItems.add(group(i).hasItem() ? cells.string(firsts[i] + group(i).item()) : null);
    }
  }

  private String layFixed() {
    interleaved = repeatsItem();
    if (interleaved) {
      add(0, TableHeader.FIRST_COLUMN, header.groups().get(0).width());
      return null;
    }
    if (cells.count() != header.cells()) {
      return wrongCount();
    }
    int at = TableHeader.FIRST_COLUMN;
    List<ColumnGroup> list = header.groups();
    for (int i = 0; i < list.size(); i++) {
      add(i, at, list.get(i).width());
      at += list.get(i).width();
    }
    return null;
  }

  /** Whether the item stands before each of its figures, as sysstat 9 does with terminals. */
  private boolean repeatsItem() {
    ColumnGroup group = header.groups().get(0);
    int figures = group.width() - 1;
    int item = TableHeader.FIRST_COLUMN;
    boolean fits =
        header.groups().size() == 1
            && group.hasItem()
            && group.item() == 0
            && figures > 1
            && cells.count() == item + 2 * figures;
    for (int i = 1; fits && i < figures; i++) {
      fits = cells.string(item + 2 * i).equals(cells.string(item));
    }
    return fits;
  }

  private String wrongCount() {
    int columns = TableHeader.FIRST_COLUMN;
    for (ColumnGroup group : header.groups()) {
      columns += group.width();
    }
    return "the row has " + cells.count() + " cells, its header " + columns + " columns";
  }

  private String layOpen() {
    boolean anyCpu = header.groups().stream().anyMatch(ColumnGroup::anyCpu);
    if (!anyCpu) {
      return walk(countWaysOfLikeItems());
    }
    if (lastAnyCpuWidth > 0) {
      anyCpuWidth = lastAnyCpuWidth;
      if (countWaysOfLikeItems() == 1) {
        return walk(1);
      }
    }
    int longest = figuresBehindSum();
    boolean several = header.groups().stream().anyMatch(group -> group.anyCpu() && group.repeats());
    int total = 0;
    int fitting = 0;
    for (int width = several ? Math.max(1, longest) : 1; width <= longest; width++) {
      anyCpuWidth = width + 1;
      int found = countWaysOfLikeItems();
      total += found;
      fitting = found > 0 ? anyCpuWidth : fitting;
    }
    if (total != 1) {
      return walk(Math.min(total, MANY));
    }
    anyCpuWidth = fitting;
    lastAnyCpuWidth = fitting;
    return walk(countWaysOfLikeItems());
  }

  /**
   * As {@link #countWays}, of ways in which two sections of network interfaces, or of CPUs, have as
   * many items as each other: so one that can be told tells the other, which may stand behind disks
   * of as many columns.
   */
  private int countWaysOfLikeItems() {
    counts = new int[header.groups().size()];
    int found = countWays();
    while (found == MANY && countLikeItems()) {
      found = countWays();
    }
    return found;
  }

  /** Takes over the number of items from groups that begin and end in one place in all ways. */
  private boolean countLikeItems() {
    int stride = cells.count() + 1;
    boolean news = false;
    BitSet starts = new BitSet();
    starts.set(TableHeader.FIRST_COLUMN);
    for (int g = 0; g < header.groups().size(); g++) {
      BitSet ends = new BitSet();
      ColumnGroup group = header.groups().get(g);
      int width = width(group) * Math.max(1, counts[g]);
      BitSet items = (BitSet) starts.clone();
      for (int at = items.nextSetBit(0); at >= 0; at = items.nextSetBit(at + 1)) {
        if (ways[g * stride + at] > 0) {
          int next = at + width;
          if (ways[(g + 1) * stride + next] > 0) {
            ends.set(next);
          }
          if (isOpen(g) && goesOn(group, at, width) && ways[g * stride + next] > 0) {
            items.set(next);
          }
        }
      }
      if (isOpen(g) && starts.cardinality() == 1 && ends.cardinality() == 1) {
        int count = (ends.nextSetBit(0) - starts.nextSetBit(0)) / width;
        news |= countOfLike(group, count);
      }
      starts = ends;
    }
    return news;
  }

  private boolean isOpen(int group) {
    return header.groups().get(group).repeats() && counts[group] == 0;
  }

  private boolean countOfLike(ColumnGroup told, int count) {
    boolean news = false;
    for (int g = 0; g < counts.length; g++) {
      ColumnGroup group = header.groups().get(g);
      if (isOpen(g)
          && told.hasItem()
          && group.hasItem()
          && group.names().get(group.item()).equals(told.names().get(told.item()))) {
        counts[g] = count;
        news = true;
      }
    }
    return news;
  }

  /** The first interrupt of a sample is the sum of all; behind it stand its figures. */
  private int figuresBehindSum() {
    for (int i = TableHeader.FIRST_COLUMN; i < cells.count(); i++) {
      if (kinds.of(i) == CellKinds.Kind.TEXT
          && Ascii.equal(cells.text(), cells.start(i), cells.end(i), SUM)) {
        int run = 0;
        while (i + 1 + run < cells.count() && kinds.of(i + 1 + run) == CellKinds.Kind.FRACTION) {
          run++;
        }
        return Math.min(run, MOST_WIDTHS);
      }
    }
    return 0;
  }

  /**
   * In how many ways the row can be laid out, {@link #MANY} for all from there on. Place {@code
   * (group, cell)} of the table tells in how many ways the cells from there to the end can be, if
   * the group's columns begin there.
   */
  private int countWays() {
    int count = cells.count();
    int stride = count + 1;
    int groupCount = header.groups().size();
    int size = (groupCount + 1) * stride;
    if (ways.length < size) {
      ways = new byte[size];
    }
    Arrays.fill(ways, groupCount * stride, size, (byte) 0);
    ways[groupCount * stride + count] = 1;
    for (int g = groupCount - 1; g >= 0; g--) {
      ColumnGroup group = header.groups().get(g);
      int width = width(group);
      for (int at = count; at >= TableHeader.FIRST_COLUMN; at--) {
        int found = 0;
        if (counts[g] > 0) {
          int behind = behindItems(g, at, width);
          found = behind < 0 ? 0 : ways[(g + 1) * stride + behind];
        } else if (at + width <= count && fits(group, at, width)) {
          found = ways[(g + 1) * stride + at + width];
          if (group.repeats() && goesOn(group, at, width)) {
            found += ways[g * stride + at + width];
          }
        }
        ways[g * stride + at] = (byte) Math.min(found, MANY);
      }
    }
    return TableHeader.FIRST_COLUMN > count ? 0 : ways[TableHeader.FIRST_COLUMN];
  }

  /** The cell behind all items of a group whose number is known, or -1 if they do not fit. */
  private int behindItems(int g, int at, int width) {
    ColumnGroup group = header.groups().get(g);
    if (at + (long) counts[g] * width > cells.count()) {
      return -1;
    }
    int item = at;
    for (int i = 0; i < counts[g]; i++) {
      boolean follows = i == 0 || goesOn(group, item - width, width);
      if (!follows || !fits(group, item, width)) {
        return -1;
      }
      item += width;
    }
    return item;
  }

  private int width(ColumnGroup group) {
    return group.anyCpu() ? anyCpuWidth : group.width();
  }

  private boolean fits(ColumnGroup group, int at, int width) {
    for (int i = 0; i < width; i++) {
      CellKinds.Kind kind = kinds.of(at + i);
      if (group.hasItem() && i == group.item()) {
        if (!canBeItem(group, at + i)) {
          return false;
        }
      } else if (group.isFigure(i)
          && (kind == CellKinds.Kind.TEXT || (group.anyCpu() && kind == CellKinds.Kind.WHOLE))) {
        return false;
      }
    }
    return true;
  }

  private boolean canBeItem(ColumnGroup group, int cell) {
    CellKinds.Kind kind = kinds.of(cell);
    if (group.isNumbered()) {
      return kind == CellKinds.Kind.WHOLE;
    }
    if (group.isNumberedOrNamed()) {
      return kind == CellKinds.Kind.WHOLE || kind == CellKinds.Kind.TEXT;
    }
    boolean loopback = Ascii.equal(cells.text(), cells.start(cell), cells.end(cell), LOOPBACK);
    return kind == CellKinds.Kind.TEXT && !(loopback && group.isDisk());
  }

  /** Whether the item behind the one that begins here can be the same section's. */
  private boolean goesOn(ColumnGroup group, int at, int width) {
    int here = at + group.item();
    int next = here + width;
    if (!group.isNumbered() || next >= cells.count()) {
      return true;
    }
    return number(next) > number(here);
  }

  private long number(int cell) {
    return Numbers.whole(cells.text(), cells.start(cell), cells.end(cell));
  }

  private String walk(int found) {
    if (found != 1) {
      return found == 0
          ? "the cells do not fit the columns of the header"
          : "the cells fit the columns of the header in more than one way; export without -h";
    }
    int stride = cells.count() + 1;
    int at = TableHeader.FIRST_COLUMN;
    for (int g = 0; g < header.groups().size(); g++) {
      ColumnGroup group = header.groups().get(g);
      int width = width(group);
      int left = counts[g];
      boolean more;
      do {
        add(g, at, width);
        left--;
        more =
            counts[g] > 0
                ? left > 0
                : group.repeats() && goesOn(group, at, width) && ways[g * stride + at + width] > 0;
        at += width;
      } while (more);
    }
    return null;
  }

  private void add(int group, int first, int width) {
    if (parts == groups.length) {
      groups = Arrays.copyOf(groups, parts * 2);
      firsts = Arrays.copyOf(firsts, parts * 2);
      widths = Arrays.copyOf(widths, parts * 2);
    }
    groups[parts] = group;
    firsts[parts] = first;
    widths[parts] = width;
    parts++;
  }

  /** How many times the columns of a section stand in the row. */
  int parts() {
    return parts;
  }

  ColumnGroup group(int part) {
    return header.groups().get(groups[part]);
  }

  /** The cell of a part's column. */
  int cell(int part, int column) {
    return firsts[part] + (interleaved && column > 0 ? 2 * column - 1 : column);
  }

  /** How many columns a part has. */
  int width(int part) {
    return widths[part];
  }
}
