package io.tierlens.formats.sar;

import io.tierlens.formats.Guess;
import io.tierlens.formats.Head;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.TrialReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recognises sar's text by reading the begin of it. */
final class SarSniffer {

  private SarSniffer() {}

  static Optional<Guess> sniff(Head head) {
    if (head.lines().stream().noneMatch(line -> line.startsWith("Linux "))) {
      return Optional.empty();
    }
    TrialReading trial = TrialReading.of(head, new SarText(), ReadOptions.NONE);
    return trial.hasRecords() ? Optional.of(guess(trial)) : Optional.empty();
  }

  private static Guess guess(TrialReading trial) {
    Map<String, String> facts = trial.facts();
    List<String> evidence = new ArrayList<>();
    evidence.add("banner of host " + facts.get("host name") + ", kernel " + facts.get("kernel"));
    evidence.add(trial.evidence());
    if (facts.containsKey("cpu columns")) {
      evidence.add("CPU columns " + facts.get("cpu columns"));
    }
    if (facts.containsKey(SarText.DATE_ORDER_FACT)) {
      evidence.add("date order: " + facts.get(SarText.DATE_ORDER_FACT));
    }
    return new Guess(SarText.KIND, trial.confidence(), Map.of(), evidence);
  }
}
