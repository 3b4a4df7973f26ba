package io.tierlens.formats.virttop;

import io.tierlens.formats.Guess;
import io.tierlens.formats.Head;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.TrialReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recognises a file by its header and by reading the begin of it. */
final class VirtTopSniffer {
  private static final String HEADER = "Hostname,Time,Arch,Physical CPUs,";

  /** Any date does: only whether lines can be read is asked. */
  private static final ReadOptions ANY_DATE =
      ReadOptions.NONE.with(ReadOptions.START, "1970-01-01T00:00:00Z");

  private VirtTopSniffer() {}

  static Optional<Guess> sniff(Head head) {
    if (head.lines().stream().noneMatch(line -> line.startsWith(HEADER))) {
      return Optional.empty();
    }
    TrialReading trial = TrialReading.of(head, new VirtTop(), ANY_DATE);
    List<String> evidence = new ArrayList<>();
    evidence.add("a header of virt-top names the columns of the host and of a domain");
    evidence.add(trial.evidence());
    String host = trial.facts().get("host");
    if (host != null) {
      evidence.add("host " + host);
    }
    evidence.add(
        "times of day only: "
            + ReadOptions.START
            + " must tell the date, "
            + ReadOptions.TIME_ZONE
            + " the zone");
    return Optional.of(new Guess(VirtTop.KIND, trial.confidence(), Map.of(), evidence));
  }
}
