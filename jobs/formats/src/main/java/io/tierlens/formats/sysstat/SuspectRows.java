package io.tierlens.formats.sysstat;

import io.tierlens.formats.record.LogRecord;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the CPU rows of one file that are not to be believed, by reason, for its observations. A
 * row counts whether or not anybody wants it shown, so it must hold all that {@link CpuColumns}
 * fills.
 */
public final class SuspectRows {
  private static final String FACT = "CPU rows ";

  private long allZero;
  private long stealHundred;

  /** Takes a row of {@link CpuRecord} as {@link CpuColumns} filled it. */
  public void note(LogRecord row) {
    if (row.isNull(CpuRecord.SUSPECT)) {
      return;
    }
    if (CpuColumns.isAllZero(row)) {
      allZero++;
    } else {
      stealHundred++;
    }
  }

  /**
   * How many there were: {@code CPU rows all zero}, {@code CPU rows with steal 100}; a reason that
   * no row had is left out.
   */
  public Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    if (allZero > 0) {
      facts.put(FACT + "all zero", Long.toString(allZero));
    }
    if (stealHundred > 0) {
      facts.put(FACT + "with steal 100", Long.toString(stealHundred));
    }
    return Collections.unmodifiableMap(facts);
  }
}
