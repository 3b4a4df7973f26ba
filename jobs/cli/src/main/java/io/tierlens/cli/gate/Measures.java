package io.tierlens.cli.gate;

import io.tierlens.cli.report.model.CpuMode;
import io.tierlens.cli.report.model.Dispersion;
import io.tierlens.cli.report.model.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that a condition may be about. */
final class Measures {

  private static final String PER_REQUEST = "_ms_per_request";

  private static final List<Measure> ALL = all();

  private Measures() {}

  static Optional<Measure> named(String name) {
    return ALL.stream().filter(measure -> measure.name().equals(name)).findFirst();
  }

  static List<String> names() {
    return ALL.stream().map(Measure::name).toList();
  }

  private static List<Measure> all() {
    List<Measure> measures = new ArrayList<>();
    measures.add(new TierMeasure("mean", Tier.REQUEST));
    measures.add(new QuantileMeasure("p50", Dispersion::p50Us));
    measures.add(new QuantileMeasure("p95", Dispersion::p95Us));
    measures.add(new QuantileMeasure("p99", Dispersion::p99Us));
    for (Tier tier : Tier.values()) {
      if (tier.isPart()) {
        measures.add(new TierMeasure(tier.key(), tier));
      }
    }
    for (CpuMode mode : CpuMode.values()) {
      measures.add(new CpuMeasure(mode.key() + PER_REQUEST, List.of(mode)));
    }
    List<CpuMode> busy = Stream.of(CpuMode.values()).filter(CpuMode::isBusy).toList();
    measures.add(new CpuMeasure("cpu" + PER_REQUEST, busy));
    return List.copyOf(measures);
  }
}
