package io.tierlens.formats.xentop;

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
    byte[] text =
        String.join("\n", head.lines()).concat("\n").getBytes(StandardCharsets.ISO_8859_1);
    Account account = new Account(reject -> {});
    LineReader lines = new LineReader(new ByteArrayInputStream(text));
    try (RecordReader reader = new XentopReader(lines, ANY_TIMES, account)) {
      while (reader.next()) {
        // The account counts.
      }
      Map<String, String> facts = reader.observations().facts();
      return account.recordLines() == 0 ? Optional.empty() : Optional.of(guess(account, facts));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  private static boolean isHeader(String line) {
    int name = line.indexOf("NAME");
    return name >= 0 && line.indexOf("STATE", name) > 0 && line.indexOf("CPU(sec)", name) > 0;
  }

  private static Guess guess(Account account, Map<String, String> facts) {
    long fitting = account.lines() - account.rejectedLines();
    String stamps = facts.get("stamps");
    List<String> evidence = new ArrayList<>();
    evidence.add(fitting + " of the first " + account.lines() + " lines fit");
    evidence.add("Xen " + facts.get("xen by columns"));
    evidence.add(
        stamps.contains("option")
            ? "no stamps with a date: "
                + ReadOptions.START
                + " (and "
                + ReadOptions.INTERVAL
                + ", if no time of day is printed) must be told"
            : "stamps: " + stamps);
    int confidence = (int) (100 * fitting / account.lines());
    return new Guess(Xentop.KIND, confidence, Map.of(), evidence);
  }
}
