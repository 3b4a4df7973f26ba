package io.tierlens.formats.sar;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.record.Observations;
import io.tierlens.formats.sysstat.RecordingFacts;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What the banners and headers of one file tell of the file as a whole. */
final class SarFacts {
  private final RecordingFacts recording;
  private final Set<String> certainOrders = new LinkedHashSet<>();
  private final Set<String> assumedOrders = new LinkedHashSet<>();
  private long hoursBack;
  private boolean units;

  SarFacts(RecordingFacts recording, ReadOptions options) {
    this.recording = recording;
    recording.add(
        "zone",
        options
            .text(ReadOptions.TIME_ZONE)
            .map(zone -> "none in the text; read as " + zone + ", as told")
            .orElse("none in the text; read as UTC, as none is told"));
  }

  void banner(Banner banner) {
    recording.host(banner.host());
    recording.add("kernel", banner.kernel());
    if (banner.cores() != null) {
      recording.cores(banner.cores());
    }
  }

  void date(BannerDate.Reading reading) {
    recording.add(SarText.DATE_ORDER_FACT, reading.evidence());
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
    recording.add("clock", twelveHour ? "12 h" : "24 h");
  }

  /** A section of a newer sar, or of one so old that it translated the names of columns. */
  void unknownSection(Section section) {
    recording.add("sections not known by name", String.join(" ", section.names()));
  }

  /** Figures had units behind them. */
  void units() {
    units = true;
  }

  void hourBack() {
    hoursBack++;
  }

  Observations observations() {
    Map<String, String> told = recording.asMap();
    if (units) {
      told.put("figures", "rounded to units (--human)");
    }
    if (hoursBack > 0) {
      told.put(SarText.HOUR_BACK_FACT, Long.toString(hoursBack));
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
