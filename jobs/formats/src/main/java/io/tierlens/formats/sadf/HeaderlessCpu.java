package io.tierlens.formats.sadf;

import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.sysstat.CpuColumns;
import io.tierlens.formats.sysstat.CpuRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The CPU modes of rows without any header. Their number tells the columns, as these came one by
 * one over the years; that they are CPU modes at all is told by their sum of 100 percent, which no
 * other row keeps to.
 */
final class HeaderlessCpu {
  private static final int SUMS_TO_100 = CpuRecord.TYPE.index("sums_to_100");

  private final Map<Integer, CpuColumns> byCount = new HashMap<>();
  private final LogRecord proof = new LogRecord(CpuRecord.TYPE);

  HeaderlessCpu() {
    add("CPU", "%user", "%nice", "%system", "%idle");
    add("CPU", "%user", "%nice", "%system", "%iowait", "%idle");
    add("CPU", "%user", "%nice", "%system", "%iowait", "%steal", "%idle");
    add("CPU", "%usr", "%nice", "%sys", "%iowait", "%steal", "%irq", "%soft", "%guest", "%idle");
    add(
        "CPU", "%usr", "%nice", "%sys", "%iowait", "%steal", "%irq", "%soft", "%guest", "%gnice",
        "%idle");
  }

  private void add(String... names) {
    byCount.put(names.length, CpuColumns.of(List.of(names)));
  }

  /** The columns of a row, its cells read; null if it does not prove to be one of CPU modes. */
  CpuColumns of(Cells cells, int first) {
    CpuColumns columns = byCount.get(cells.count() - first);
    if (columns == null) {
      return null;
    }
    for (int i = 1; i < columns.names().size(); i++) {
      int cell = first + i;
      if (columns.read(i, cells.text(), cells.start(cell), cells.end(cell)) != null) {
        return null;
      }
    }
    proof.clear(0);
    columns.fill(proof, CpuColumns.ALL);
    return proof.flagAt(SUMS_TO_100) ? columns : null;
  }
}
