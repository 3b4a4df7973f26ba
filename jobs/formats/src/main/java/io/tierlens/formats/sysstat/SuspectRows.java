package io.tierlens.formats.sysstat;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts the CPU rows of one file that are not to be believed, for its observations. */
public final class SuspectRows {
  private final Map<Suspect, Long> rows = new EnumMap<>(Suspect.class);

  /** Takes note of the row that was {@link CpuColumns#fill filled} last. */
  public void note(CpuColumns columns) {
    if (columns.suspect() != null) {
      rows.merge(columns.suspect(), 1L, Long::sum);
    }
  }

  /**
   * How many there were: {@code CPU rows all zero}, {@code CPU rows with steal 100}; a reason that
   * no row had is left out.
   */
  public Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    rows.forEach((why, count) -> facts.put("CPU rows " + why.description(), Long.toString(count)));
    return Collections.unmodifiableMap(facts);
  }
}
