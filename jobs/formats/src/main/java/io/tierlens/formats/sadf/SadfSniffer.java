package io.tierlens.formats.sadf;

import io.tierlens.formats.Guess;
import io.tierlens.formats.Head;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.TrialReading;
import io.tierlens.formats.sysstat.RecordingFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recognises an export by reading the begin of it. */
final class SadfSniffer {

  private SadfSniffer() {}

  static Optional<Guess> sniff(Head head) {
    if (head.lines().stream().noneMatch(SadfSniffer::canBeExported)) {
      return Optional.empty();
    }
    TrialReading trial = TrialReading.of(head, new Sadf(), ReadOptions.NONE);
    return trial.hasRecords() ? Optional.of(guess(trial)) : Optional.empty();
  }

  /** A cheap look: two separators, or a name that only such JSON has. */
  private static boolean canBeExported(String line) {
    return line.contains("\"timestamp\"")
        || line.indexOf(';') != line.lastIndexOf(';')
        || line.indexOf('\t') != line.lastIndexOf('\t');
  }

  private static Guess guess(TrialReading trial) {
    Map<String, String> facts = trial.facts();
    List<String> evidence = new ArrayList<>();
    evidence.add("exported by " + facts.get(SadfFacts.FORM));
    evidence.add(trial.evidence());
    if (facts.containsKey(RecordingFacts.HOST_NAME)) {
      evidence.add("host " + facts.get(RecordingFacts.HOST_NAME));
    }
    String stamps = facts.get(SadfFacts.STAMPS);
    evidence.add(
        stamps.contains("local time")
            ? "stamps: " + stamps + "; option " + ReadOptions.TIME_ZONE + " must tell where"
            : "stamps: " + stamps + ", so no zone need be told");
    return new Guess(Sadf.KIND, trial.confidence(), Map.of(), evidence);
  }
}
