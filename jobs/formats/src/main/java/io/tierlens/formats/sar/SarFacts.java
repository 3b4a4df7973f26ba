package io.tierlens.formats.sar;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.record.Observations;
import io.tierlens.formats.sysstat.CpuColumns;
import io.tierlens.formats.sysstat.SuspectRows;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What the banners and headers of one file tell of the file as a whole. */
final class SarFacts {

  /** More would not be read by anyone. */
  private static final int MAX_VALUES = 8;

  private final Map<String, Set<String>> facts = new LinkedHashMap<>();
  private final Set<String> certainOrders = new LinkedHashSet<>();
  private final Set<String> assumedOrders = new LinkedHashSet<>();
  private final SuspectRows suspects = new SuspectRows();
  private long stepsBack;
  private long hoursBack;
  private boolean units;

  SarFacts(ReadOptions options) {
    add(
        "zone",
        options
            .text(ReadOptions.TIME_ZONE)
            .map(zone -> "none in the text; read as " + zone + ", as told")
            .orElse("none in the text; read as UTC, as none is told"));
  }

  void banner(Banner banner) {
    add("host name", banner.host());
    add("kernel", banner.kernel());
    if (banner.cores() != null) {
      add("cores", banner.cores());
    }
  }

  void restart(String cores) {
    if (!facts.getOrDefault("cores", Set.of()).contains(cores)) {
      add("cores after a restart", cores);
    }
  }

  void date(BannerDate.Reading reading) {
    add(SarText.DATE_ORDER_FACT, reading.evidence());
    if (reading.order() == BannerDate.Order.YMD) {
      return;
    }
    switch (reading.ground()) {
      case CERTAIN -> certainOrders.add(BannerDate.name(reading.order()));
      case ASSUMED -> assumedOrders.add(BannerDate.name(reading.order()));
      case ALIKE, TOLD -> {
        // Neither says how other dates are to be read.
      }
    }
  }

  void clock(boolean twelveHour) {
    add("clock", twelveHour ? "12 h" : "24 h");
  }

  void cpuSection(Section section, CpuColumns columns) {
    add("sysstat form", columns.isAllForm() ? "all (sar -A or -u ALL)" : "short (sar -u)");
    add("cpu columns", String.join(" ", section.names().subList(1, section.columns())));
  }

  /** A section of a newer sar, or of one so old that it translated the names of columns. */
  void unknownSection(Section section) {
    add("sections not known by name", String.join(" ", section.names()));
  }

  /** Figures had units behind them. */
  void units() {
    units = true;
  }

  void cpuRow(CpuColumns filled) {
    suspects.note(filled);
  }

  void hourBack() {
    hoursBack++;
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
    Map<String, String> told = new LinkedHashMap<>();
    facts.forEach((fact, values) -> told.put(fact, String.join("; ", values)));
    if (units) {
      told.put("figures", "rounded to units (--human)");
    }
    told.putAll(suspects.facts());
    if (hoursBack > 0) {
      told.put(SarText.HOUR_BACK_FACT, Long.toString(hoursBack));
    }
    if (stepsBack > 0) {
      told.put("clock steps back", Long.toString(stepsBack));
    }
    // One sar prints all of its dates alike; two of them in one file may not.
    boolean tells = certainOrders.size() == 1;
    return new Observations(
        told,
        tells ? Map.of(ReadOptions.DATE_ORDER, certainOrders.iterator().next()) : Map.of(),
        assumedOrders.isEmpty()
            ? Map.of()
            : Map.of(ReadOptions.DATE_ORDER, String.join(" or ", assumedOrders)));
  }
}
