package io.tierlens.formats.sysstat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.record.LogRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuspectRowsTest {
  private static final List<String> NAMES =
      List.of("CPU", "%user", "%nice", "%system", "%iowait", "%steal", "%idle");

  private final SuspectRows suspect = new SuspectRows();
  private final LogRecord row = new LogRecord(CpuRecord.TYPE);

  private void note(String... cells) {
    CpuColumns columns = CpuColumns.of(NAMES);
    for (int i = 0; i < cells.length; i++) {
      byte[] text = Ascii.bytes(cells[i]);
      assertThat(columns.read(i + 1, text, 0, text.length)).isNull();
    }
    row.clear(1);
    columns.fill(row, CpuColumns.ALL);
    suspect.note(columns);
  }

  @Test
  void rowsAreCountedByReason() {
    note("0.00", "0.00", "0.00", "0.00", "0.00", "0.00");
    note("0.00", "0.00", "0.00", "0.00", "100.00", "0.00");
    note("0.00", "0.00", "0.00", "0.00", "0.00", "0.00");
    note("0.00", "0.00", "0.00", "0.00", "99.99", "0.01");
    note("1.00", "0.00", "0.00", "0.00", "0.00", "98.00");
    assertThat(suspect.facts())
        .containsOnly(
            entry("CPU rows all zero", "2"),
            entry("CPU rows with steal 100", "1"),
            entry("CPU rows that do not sum to 100", "1"));
  }

  @Test
  void nothingIsSaidOfRowsThatCanBeBelieved() {
    note("1.00", "0.00", "0.00", "0.00", "0.00", "99.00");
    assertThat(suspect.facts()).isEmpty();
  }
}
