package io.tierlens.formats.sadf;

import io.tierlens.formats.record.Observations;
import io.tierlens.formats.sysstat.CpuColumns;
import io.tierlens.formats.sysstat.SuspectRows;
import io.tierlens.formats.time.SadfTime;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What an export tells of itself as a whole. */
final class SadfFacts {
  static final String FORM = "form";
  static final String STAMPS = "stamps";
  static final String HOST_NAME = "host name";
  private static final String CORES = "cores";

  /** More would not be read by anyone. */
  private static final int MAX_VALUES = 8;

  private final Map<String, Set<String>> facts = new LinkedHashMap<>();
  private final SuspectRows suspect = new SuspectRows();
  private SadfTime.Form lastStamp;
  private CpuColumns lastColumns;
  private long stepsBack;

  void form(String form) {
    add(FORM, form);
  }

  void host(byte[] name) {
    add(HOST_NAME, new String(name, StandardCharsets.UTF_8));
  }

  void cores(long cores) {
    add(CORES, Long.toString(cores));
  }

  void restart(long cores) {
    if (!facts.getOrDefault(CORES, Set.of()).contains(Long.toString(cores))) {
      add("cores after a restart", Long.toString(cores));
    }
  }

  void stamp(SadfTime time) {
    if (time.form() == lastStamp) {
      return;
    }
    lastStamp = time.form();
    switch (lastStamp) {
      case EPOCH -> add(STAMPS, "seconds since 1970");
      case UTC -> add(STAMPS, "UTC");
      case LOCAL -> add(STAMPS, "local time");
      case LOCAL_WITH_NAME ->
          add(
              STAMPS,
              "local time ("
                  + time.zoneName()
                  + ", which sysstat prints all year, is not taken for an offset)");
    }
  }

  /** A CPU section with these columns. */
  void columns(CpuColumns columns) {
    if (columns == lastColumns) {
      return;
    }
    lastColumns = columns;
    add("sysstat form", columns.isAllForm() ? "all (sar -A or -u ALL)" : "short (sar -u)");
    add("cpu columns", String.join(" ", columns.names().subList(1, columns.names().size())));
  }

  /** A CPU row that was just filled. */
  void cpu(CpuColumns filled) {
    suspect.note(filled);
  }

  void stepBack() {
    stepsBack++;
  }

  private void add(String fact, String value) {
    Set<String> values = facts.computeIfAbsent(fact, key -> new LinkedHashSet<>());
    if (values.size() < MAX_VALUES) {
      values.add(value);
    }
  }

  Observations observations() {
    Map<String, String> told = new LinkedHashMap<>(suspect.facts());
    facts.forEach((fact, values) -> told.put(fact, String.join("; ", values)));
    if (stepsBack > 0) {
      told.put("clock steps back", Long.toString(stepsBack));
    }
    return new Observations(told, Map.of());
  }
}
