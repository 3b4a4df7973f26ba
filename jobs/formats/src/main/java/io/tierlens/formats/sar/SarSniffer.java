package io.tierlens.formats.sar;

import io.tierlens.formats.Guess;
import io.tierlens.formats.Head;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.RecordReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    byte[] text =
        String.join("\n", head.lines()).concat("\n").getBytes(StandardCharsets.ISO_8859_1);
    Account account = new Account(reject -> {});
    LineReader lines = new LineReader(new ByteArrayInputStream(text));
    try (RecordReader reader = new SarReader(lines, ReadOptions.NONE, account)) {
      while (reader.next()) {
        // The account counts.
      }
      Map<String, String> facts = reader.observations().facts();
      return account.recordLines() == 0 ? Optional.empty() : Optional.of(guess(account, facts));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  private static Guess guess(Account account, Map<String, String> facts) {
    long fitting = account.lines() - account.rejectedLines();
    List<String> evidence = new ArrayList<>();
    evidence.add("banner of host " + facts.get("host name") + ", kernel " + facts.get("kernel"));
    evidence.add(fitting + " of the first " + account.lines() + " lines fit");
    if (facts.containsKey("cpu columns")) {
      evidence.add("CPU columns " + facts.get("cpu columns"));
    }
    if (facts.containsKey("date order")) {
      evidence.add("date order: " + facts.get("date order"));
    }
    int confidence = (int) (100 * fitting / account.lines());
    return new Guess(SarText.KIND, confidence, Map.of(), evidence);
  }
}
