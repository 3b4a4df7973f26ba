package io.tierlens.formats.sar;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.record.Observations;
import io.tierlens.formats.sysstat.CpuColumns;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What the banners and headers of one file tell of the file as a whole. */
final class SarFacts {

  /** More would not be read by anyone. */
  private static final int MAX_VALUES = 8;

  private final Map<String, Set<String>> facts = new LinkedHashMap<>();
  private BannerDate.Order certainOrder;
  private boolean assumed;
  private long stepsBack;
  private boolean units;

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
    add("date order", reading.evidence());
    if (reading.certain() && reading.order() != BannerDate.Order.YMD) {
      certainOrder = reading.order();
    }
    assumed |= !reading.certain();
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
    if (stepsBack > 0) {
      told.put("clock steps back", Long.toString(stepsBack));
    }
    Map<String, String> learned =
        certainOrder != null && assumed
            ? Map.of(ReadOptions.DATE_ORDER, BannerDate.name(certainOrder))
            : Map.of();
    return new Observations(told, learned);
  }
}
