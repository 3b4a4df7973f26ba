package io.tierlens.formats.xentop;

import io.tierlens.formats.bytes.Tokens;
import io.tierlens.formats.record.Observations;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What one dump tells of itself as a whole. */
final class XentopFacts {

  /** There only if stamps have no year and the options do not tell it. */
  static final String YEARLESS = "stamps without a year";

  /** Nobody reads more of them. */
  private static final int MOST_NAMES = 10;

  private final Set<String> eras = new LinkedHashSet<>();
  private String version;
  private long samples;
  private long stepsBack;
  private long wrapped;
  private DomainColumns counted;
  private long countedWrapped;

  void columns(DomainColumns columns) {
    eras.add(columns.since40() ? "4.0 or later (VBD_RSECT)" : "before 4.0 (no VBD_RSECT)");
  }

  /** The words behind the time of day: {@code Xen 3.0.3}. */
  void program(Tokens tokens, int first) {
    if (version == null && tokens.count() == first + 2) {
      version = tokens.string(first + 1);
    }
  }

  void sample(boolean stepsBack) {
    samples++;
    this.stepsBack += stepsBack ? 1 : 0;
  }

  /** Takes over the counters without meaning that were found under one header. */
  void wrapped(DomainColumns columns) {
    if (columns == null) {
      return;
    }
    wrapped += columns.wrapped() - (counted == columns ? countedWrapped : 0);
    counted = columns;
    countedWrapped = columns.wrapped();
  }

  Observations observations(SampleTimes times, DomainHistory domains) {
    Map<String, String> facts = new LinkedHashMap<>();
    if (!eras.isEmpty()) {
      facts.put("xen by columns", String.join("; ", eras));
    }
    if (version != null) {
      facts.put("xen version", version);
    }
    facts.put("stamps", times.basis());
    if (times.yearless()) {
      facts.put(YEARLESS, "option year would tell the times of samples");
    }
    facts.put("samples", Long.toString(samples));
    facts.put("domains", Integer.toString(domains.count()));
    if (times.scheduledSeconds() > 0 && samples > 1) {
      facts.put("interval by counters", domains.spacing().words(times.scheduledSeconds(), samples));
    }
    if (!domains.shared().isEmpty()) {
      facts.put(
          "domains whose cut names collide",
          domains.shared().stream()
              .limit(MOST_NAMES)
              .map(KnownDomain::toString)
              .collect(Collectors.joining(", ")));
    }
    if (stepsBack > 0) {
      facts.put("stamps step back", Long.toString(stepsBack));
    }
    if (wrapped > 0) {
      facts.put("counters without meaning", Long.toString(wrapped));
    }
    return new Observations(facts, Map.of());
  }
}
