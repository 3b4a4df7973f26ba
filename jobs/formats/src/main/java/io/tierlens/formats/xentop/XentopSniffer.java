package io.tierlens.formats.xentop;

import io.tierlens.formats.Guess;
import io.tierlens.formats.Head;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.TrialReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recognises a dump by reading the begin of it. */
final class XentopSniffer {

  /** Any times do: only whether lines can be read is asked. */
  private static final ReadOptions ANY_TIMES =
      ReadOptions.NONE
          .with(ReadOptions.START, "1970-01-01T00:00:00Z")
          .with(ReadOptions.INTERVAL, "1s");

  private XentopSniffer() {}

  static Optional<Guess> sniff(Head head) {
    if (head.lines().stream().noneMatch(XentopSniffer::isHeader)) {
      return Optional.empty();
    }
    TrialReading trial = TrialReading.of(head, new Xentop(), ANY_TIMES);
    return trial.hasRecords() ? Optional.of(guess(trial)) : Optional.empty();
  }

  private static boolean isHeader(String line) {
    int name = line.indexOf("NAME");
    return name >= 0 && line.indexOf("STATE", name) > 0 && line.indexOf("CPU(sec)", name) > 0;
  }

  private static Guess guess(TrialReading trial) {
    Map<String, String> facts = trial.facts();
    List<String> evidence = new ArrayList<>();
    evidence.add(trial.evidence());
    evidence.add("Xen " + facts.get("xen by columns"));
    evidence.add(times(facts));
    return new Guess(Xentop.KIND, trial.confidence(), Map.of(), evidence);
  }

  private static String times(Map<String, String> facts) {
    if (facts.containsKey(XentopFacts.YEARLESS)) {
      return "stamps without a year: " + ReadOptions.YEAR + " must be told";
    }
    String stamps = facts.get("stamps");
    return stamps.contains("option")
        ? "no stamps with a date: "
            + ReadOptions.START
            + " (and "
            + ReadOptions.INTERVAL
            + ", if no time of day is printed) must be told"
        : "stamps: " + stamps;
  }
}
