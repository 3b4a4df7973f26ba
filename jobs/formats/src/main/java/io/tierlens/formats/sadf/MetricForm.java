package io.tierlens.formats.sadf;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.Decimal;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Reject;
import io.tierlens.formats.sysstat.CpuColumns;
import io.tierlens.formats.sysstat.MetricRecord;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * {@code sadf -p}: a line a figure, with host, interval, time, item, name and value parted by tabs.
 * The lines of one CPU's modes follow each other and become one record, of which the first is the
 * record's line; {@code %idle} is the last of them in all versions.
 */
final class MetricForm extends ExportForm {
  private static final int ITEM = StampCells.FIRST;
  private static final int METRIC = ITEM + 1;
  private static final int VALUE = ITEM + 2;
  private static final int CELLS = ITEM + 3;

  /** More names than any sysstat has are of a file that is none of its exports. */
  private static final int MOST_NAMES = 4096;

  private final Cells cells = new Cells('\t');
  private final StampCells stamp;
  private final MetricSections sections;
  private final CpuGroup cpu = new CpuGroup();
  private final Decimal decimal = new Decimal();

  /** Digits behind the point that the value of a name had last. */
  private final Map<String, Integer> decimals = new HashMap<>();

  /** Time and item of the line before, as printed. */
  private byte[] group = {};

  private int groupLength;

  MetricForm(LineReader lines, Account account, SampleRows rows) {
    super(lines, account, rows);
    stamp = new StampCells(rows);
    sections = new MetricSections(rows);
    rows.facts().form("sadf -p");
  }

  @Override
  LogRecord take() {
    if (Ascii.skipBlanks(lines.buffer(), lines.start(), lines.end()) == lines.end()) {
      rejectOpenGroup();
      return ignore("blank line");
    }
    if (lines.buffer()[lines.start()] == '#') {
      rejectOpenGroup();
      return ignore("comment");
    }
    boolean split = cells.split(lines, lines.end());
    String wrong = split ? stamp.read(cells) : "a carriage return within the line";
    if (wrong != null) {
      rejectOpenGroup();
      return reject(wrong);
    }
    if (stamp.isNewHost()) {
      sections.forget();
    }
    if (stamp.isNote(cells)) {
      rejectOpenGroup();
      return takeNote();
    }
    return takeFigure();
  }

  private LogRecord takeNote() {
    if (stamp.isRestart(cells)) {
      stamp.restart(lines.buffer(), cells.start(ITEM), lines.end());
      sections.forget();
      return ignore("LINUX RESTART");
    }
    return stamp.isComment(cells)
        ? ignore("comment")
        : reject("neither a restart nor a comment, yet without an interval");
  }

  private LogRecord takeFigure() {
    boolean sameGroup = !stamp.isNewHost() && isSameGroup();
    boolean ofCpu = cells.count() == CELLS && isCpuMode();
    if (cpu.isOpen() && !(sameGroup && ofCpu)) {
      rejectOpenGroup();
    }
    if (!sameGroup) {
      rememberGroup();
    }
    if (cells.count() != CELLS) {
      return reject("the line has " + cells.count() + " cells, not " + CELLS);
    }
    return ofCpu ? takeCpu() : takeMetric(sameGroup);
  }

  private boolean isSameGroup() {
    return cells.count() > ITEM
        && Arrays.equals(cells.text(), groupStart(), cells.end(ITEM), group, 0, groupLength);
  }

  private int groupStart() {
    return cells.start(ITEM - 1);
  }

  private void rememberGroup() {
    int start = groupStart();
    groupLength = cells.end(ITEM) - start;
    if (group.length < groupLength) {
      group = new byte[groupLength * 2];
    }
    System.arraycopy(cells.text(), start, group, 0, groupLength);
  }

  private boolean isCpuMode() {
    return CpuGroup.isMode(cells.string(METRIC))
        && CpuGroup.isCpu(cells.text(), cells.start(ITEM), cells.end(ITEM));
  }

  private LogRecord takeCpu() {
    if (!cpu.isOpen()) {
      cpu.begin(lines);
    }
    String name = cells.string(METRIC);
    cpu.add(name, cells.text(), cells.start(VALUE), cells.end(VALUE));
    if (stamp.interval() == 0) {
      cpu.spoil("no time has passed since the sample before");
    }
    if (mayBeCut(name)) {
      cpu.spoil("the file ends within this line");
    }
    return cpu.isWhole(name) ? closeGroup() : null;
  }

  private LogRecord closeGroup() {
    CpuColumns columns = cpu.columns();
    String wrong = cpu.wrong();
    if (wrong != null) {
      rejectGroup(wrong);
      return null;
    }
    int number = CpuItem.number(cells.text(), cells.start(ITEM), cells.end(ITEM));
    SampleTimes times = sections.ofCpuModes();
    rows.row(times, stamp, cells, ITEM);
    rows.facts().recording().cpuSection(columns);
    account.recordLine();
    account.continuation(cpu.lines() - 1);
    cpu.close();
    return rows.cpu(cpu.firstLine(), times, columns, number);
  }

  private void rejectOpenGroup() {
    if (cpu.isOpen()) {
      String wrong = cpu.wrong();
      rejectGroup(wrong == null ? "the modes of this CPU end before %idle" : wrong);
    }
  }

  private void rejectGroup(String reason) {
    account.reject(
        Reject.of(cpu.firstLine(), cpu.lines(), cpu.firstOffset(), reason, cpu.firstRaw()));
    cpu.close();
  }

  private LogRecord takeMetric(boolean sameGroup) {
    String name = cells.string(METRIC);
    if (name.isEmpty() || cells.isEmpty(ITEM)) {
      return reject("the line names no item or no figure");
    }
    if (ColumnGroup.isText(name)) {
      return ignore("text about a device");
    }
    MetricSections.Section section = sections.of(name, isItem(), sameGroup);
    boolean number = decimal.read(cells.text(), cells.start(VALUE), cells.end(VALUE));
    if (!number && !Figures.isMissing(cells, VALUE)) {
      return reject("the last cell holds no number");
    }
    if (stamp.interval() == 0) {
      return reject("no time has passed since the sample before");
    }
    if (mayBeCut(name)) {
      return reject("the file ends within this line");
    }
    if (!sameGroup || section.isNew()) {
      noteTime(section);
    }
    account.recordLine();
    return rows.wantsMetrics(section.times()) ? metric(section, number) : null;
  }

  private boolean isItem() {
    return !Ascii.equal(cells.text(), cells.start(ITEM), cells.end(ITEM), "-");
  }

  private void noteTime(MetricSections.Section section) {
    if (isItem()) {
      rows.row(section.times(), stamp, cells, ITEM);
    } else {
      rows.sample(section.times(), stamp.time(), stamp.interval());
    }
  }

  private LogRecord metric(MetricSections.Section section, boolean number) {
    byte[] metric = section.metric(cells.copy(METRIC));
    LogRecord record = rows.metric(lines.number(), section.times(), section.name(), metric);
    if (isItem()) {
      int start = section.itemStart(cells.text(), cells.start(ITEM), cells.end(ITEM));
      record.setText(MetricRecord.ITEM, cells.text(), start, cells.end(ITEM));
    }
    if (number) {
      decimal.read(cells.text(), cells.start(VALUE), cells.end(VALUE));
      record.setDouble(MetricRecord.VALUE, decimal.value());
    }
    return record;
  }

  /** Whether the file ends in a value that lacks digits which others of its name have. */
  private boolean mayBeCut(String name) {
    boolean number = decimal.read(cells.text(), cells.start(VALUE), cells.end(VALUE));
    int now = number ? decimal.decimals() : 0;
    Integer before = decimals.get(name);
    if (before == null || before != now) {
      if (decimals.size() < MOST_NAMES) {
        decimals.put(name, now);
      }
    }
    boolean point = number && cells.text()[cells.end(VALUE) - 1] == '.';
    return !lines.terminated() && (point || (before != null && now < before));
  }

  @Override
  LogRecord more() {
    return null;
  }

  @Override
  LogRecord fault(String reason) {
    rejectOpenGroup();
    return reject(reason);
  }

  @Override
  LogRecord rest() {
    rejectOpenGroup();
    return null;
  }
}
