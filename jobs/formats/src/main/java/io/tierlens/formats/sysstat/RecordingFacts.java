package io.tierlens.formats.sysstat;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What one file of sysstat tells of the recording that it is of, in whichever form. */
public final class RecordingFacts {
  /** The fact that names the machines; several are parted by a semicolon and a blank. */
  public static final String HOST_NAME = "host name";

  private static final String CORES = "cores";

  /** More would not be read by anyone. */
  private static final int MAX_VALUES = 8;

  private final Map<String, Set<String>> facts = new LinkedHashMap<>();
  private final SuspectRows suspects = new SuspectRows();
  private CpuColumns lastColumns;
  private long stepsBack;

  /** Notes a value of a fact; a fact may have several. */
  public void add(String fact, String value) {
    Set<String> values = facts.computeIfAbsent(fact, key -> new LinkedHashSet<>());
    if (values.size() < MAX_VALUES) {
      values.add(value);
    }
  }

  /** The machine, as the file names it. */
  public void host(String name) {
    add(HOST_NAME, name);
  }

  /** How many CPUs the machine has. */
  public void cores(String cores) {
    add(CORES, cores);
  }

  /** How many CPUs the machine has since it was started again. */
  public void restart(String cores) {
    if (!facts.getOrDefault(CORES, Set.of()).contains(cores)) {
      add("cores after a restart", cores);
    }
  }

  /** A CPU section with these columns. */
  public void cpuSection(CpuColumns columns) {
    if (columns != lastColumns) {
      lastColumns = columns;
      add("sysstat form", columns.isAllForm() ? "all (sar -A or -u ALL)" : "short (sar -u)");
      add("cpu columns", String.join(" ", columns.names().subList(1, columns.names().size())));
    }
  }

  /** The row that was {@link CpuColumns#fill filled} last. */
  public void cpuRow(CpuColumns filled) {
    suspects.note(filled);
  }

  /** The clock went back, and nothing says why. */
  public void stepBack() {
    stepsBack++;
  }

  /** All of it, for the file's observations. */
  public Map<String, String> asMap() {
    Map<String, String> told = new LinkedHashMap<>(suspects.facts());
    facts.forEach((fact, values) -> told.put(fact, String.join("; ", values)));
    if (stepsBack > 0) {
      told.put("clock steps back", Long.toString(stepsBack));
    }
    return told;
  }
}
