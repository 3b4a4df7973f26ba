package io.tierlens.formats.sadf;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.sysstat.CpuColumns;
import io.tierlens.formats.sysstat.MetricRecord;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** {@code sadf -d} and {@code -dh}: rows parted by semicolons, under headers that name columns. */
final class TableForm extends ExportForm {
  private static final byte[] HEADER = Ascii.bytes("# hostname;interval;timestamp;");
  private static final String NO_HEADER =
      "no header above names the columns, and the figures are no CPU modes, which would make up"
          + " 100: sysstat before 8.1.2 prints no header with -d or sar -H;"
          + " export with its `sadf -p` (or `sar -h`), which names every figure";

  private static final double HALF_DIGIT = 0.005;

  private final Cells cells = new Cells(';');
  private final StampCells stamp;
  private final RowLayout layout = new RowLayout();
  private final Figures figures = new Figures();
  private final HeaderlessCpu headerless = new HeaderlessCpu();

  private TableHeader header;

  /** A restart has the same header printed again: what was learned of its rows still holds. */
  private byte[] headerText = {};

  private SampleTimes times;
  private int lastDecimals;

  private int part;
  private int column;
  private boolean wanted;

  TableForm(LineReader lines, Account account, SampleRows rows) {
    super(lines, account, rows);
    stamp = new StampCells(rows);
  }

  @Override
  LogRecord take() {
    part = layout.parts();
    int start = lines.start();
    if (Ascii.skipBlanks(lines.buffer(), start, lines.end()) == lines.end()) {
      return ignore("blank line");
    }
    if (!cells.split(lines, lines.end())) {
      return reject("a carriage return within the row");
    }
    if (Ascii.startsWith(lines.buffer(), start, lines.end(), HEADER)) {
      return takeHeader();
    }
    if (lines.buffer()[start] == '#') {
      return ignore("comment");
    }
    String wrong = stamp.read(cells);
    if (wrong != null) {
      return reject(wrong);
    }
    if (stamp.isNote(cells)) {
      return takeNote();
    }
    if (stamp.interval() == 0) {
      return reject("no time has passed since the sample before");
    }
    if (stamp.isNewHost() || times == null) {
      times = rows.newTimes();
    }
    return header == null ? takeHeaderless() : takeRow();
  }

  private LogRecord takeHeader() {
    times = null;
    int start = lines.start();
    int end = lines.end();
    if (header != null
        && Arrays.equals(lines.buffer(), start, end, headerText, 0, headerText.length)) {
      return ignore("column header");
    }
    TableHeader found = TableHeader.of(cells);
    if (!found.isUsable()) {
      header = null;
      return reject("a header that names no column of figures");
    }
    header = found;
    headerText = Arrays.copyOfRange(lines.buffer(), start, end);
    lastDecimals = 0;
    rows.facts().form(header.isWide() ? "sadf -dh" : "sadf -d");
    for (ColumnGroup group : header.groups()) {
      if (group.cpu() != null) {
        rows.facts().recording().cpuSection(group.cpu());
      }
    }
    return ignore("column header");
  }

  private LogRecord takeNote() {
    if (stamp.isRestart(cells)) {
      stamp.restart(cells.text(), cells.start(StampCells.FIRST), cells.end(StampCells.FIRST));
      times = null;
      return ignore("LINUX RESTART");
    }
    return stamp.isComment(cells)
        ? ignore("comment")
        : reject("neither a restart nor a comment, yet without an interval");
  }

  private LogRecord takeHeaderless() {
    CpuColumns columns = headerless.of(cells, StampCells.FIRST);
    int cpu = cpuAt(StampCells.FIRST);
    if (columns == null || cpu == CpuColumns.NOT_A_CPU) {
      return reject(NO_HEADER);
    }
    rows.facts().form("sadf -d without headers");
    rows.facts().recording().cpuSection(columns);
    rows.row(times, stamp, cells, StampCells.FIRST);
    account.recordLine();
    return rows.cpu(lines.number(), times, columns, cpu);
  }

  private int cpuAt(int cell) {
    return CpuItem.number(cells.text(), cells.start(cell), cells.end(cell));
  }

  private LogRecord takeRow() {
    String wrong = layout.lay(header, cells);
    if (wrong == null) {
      wrong = readFigures();
    }
    if (wrong != null) {
      return rejectRow(wrong);
    }
    int decimals = figures.decimals();
    if (!lines.terminated() && decimals < lastDecimals) {
      return rejectRow("the file ends within this row");
    }
    lastDecimals = decimals;
    ColumnGroup group = layout.group(0);
    if (header.isWide() || !group.hasItem()) {
      rows.sample(times, stamp.time(), stamp.interval());
    } else {
      rows.row(times, stamp, cells, layout.cell(0, group.item()));
    }
    account.recordLine();
    wanted = rows.wantsMetrics(times);
    part = 0;
    column = 0;
    return more();
  }

  private LogRecord rejectRow(String wrong) {
    part = layout.parts();
    return reject(wrong);
  }

  private String readFigures() {
    for (int i = 0; i < layout.parts(); i++) {
      String wrong = layout.group(i).cpu() != null ? readCpu(i) : readPart(i);
      if (wrong != null) {
        return wrong;
      }
    }
    return null;
  }

  private String readCpu(int at) {
    CpuColumns columns = layout.group(at).cpu();
    if (cpuAt(layout.cell(at, 0)) == CpuColumns.NOT_A_CPU) {
      return "column CPU holds no number of a CPU";
    }
    int last = layout.width(at) - 1;
    for (int i = 1; i <= last; i++) {
      int cell = layout.cell(at, i);
      String wrong = columns.read(i, cells.text(), cells.start(cell), cells.end(cell));
      if (wrong != null) {
        return wrong;
      }
    }
    figures.read(cells, layout.cell(at, last));
    return null;
  }

  private String readPart(int at) {
    ColumnGroup group = layout.group(at);
    for (int i = 0; i < layout.width(at); i++) {
      if (group.isFigure(i) && !figures.read(cells, layout.cell(at, i))) {
        String name = new String(group.metric(i), StandardCharsets.UTF_8);
        return "column " + name + " holds no number";
      }
    }
    if (group.hasItem() && cells.isEmpty(layout.cell(at, group.item()))) {
      return "column " + group.names().get(group.item()) + " is empty";
    }
    return group.anyCpu() ? proveAllCpus(layout.cell(at, 1), layout.width(at) - 1) : null;
  }

  /** The header does not say whether the first of the CPUs' columns is about all of them. */
  private String proveAllCpus(int first, int count) {
    if (count < 2) {
      return null;
    }
    double rest = 0;
    for (int i = 1; i < count; i++) {
      rest += figures.value(first + i);
    }
    double off = Math.abs(figures.value(first) - rest);
    return off <= HALF_DIGIT * (count + 1)
        ? null
        : "the first column of CPU* is not the sum of the others, so it is not told which CPU"
            + " each is about; export with -P ALL, or with -p";
  }

  @Override
  LogRecord more() {
    while (part < layout.parts()) {
      ColumnGroup group = layout.group(part);
      LogRecord record = group.cpu() != null ? cpuOfPart(group) : figureOfPart(group);
      if (record != null) {
        return record;
      }
    }
    return null;
  }

  private LogRecord cpuOfPart(ColumnGroup group) {
    int cpu = cpuAt(layout.cell(part, 0));
    if (layout.parts() > 1) {
      // The cells of a later part were read since.
      readCpu(part);
    }
    part++;
    return rows.cpu(lines.number(), times, group.cpu(), cpu);
  }

  private LogRecord figureOfPart(ColumnGroup group) {
    int width = layout.width(part);
    while (wanted && column < width && !group.isFigure(column)) {
      column++;
    }
    if (!wanted || column == width) {
      part++;
      column = 0;
      return null;
    }
    int cell = layout.cell(part, column);
    LogRecord record = rows.metric(lines.number(), times, group.section(), group.metric(column));
    if (group.hasItem()) {
      setItem(record, group, layout.cell(part, group.item()));
    }
    if (!figures.isMissing(cell)) {
      record.setDouble(MetricRecord.VALUE, figures.value(cell));
    }
    column++;
    return record;
  }

  private void setItem(LogRecord record, ColumnGroup group, int cell) {
    byte[] text = cells.text();
    int start = cells.start(cell);
    int end = cells.end(cell);
    byte[] together = group.allItems();
    if (together != null && CpuItem.isMinusOne(text, start, end)) {
      record.setText(MetricRecord.ITEM, together, 0, together.length);
    } else {
      record.setText(MetricRecord.ITEM, text, start, end);
    }
  }
}
