package io.tierlens.benchmarks;

import io.tierlens.formats.LogFormat;
import io.tierlens.formats.LogFormats;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.Selection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looks for lines that take more than their share of time: it reads runs of what formats look for,
 * of one length and of four times that length. Where the time of a byte grows with the length, a
 * single line of a hostile client can hold up an ingest.
 */
public final class HostileLines {

  private static final int SHORT_BYTES = 1 << 13;
  private static final int LONG_BYTES = 4 * SHORT_BYTES;

  /** Of both lengths the same number of bytes is read. */
  private static final int TEXT_BYTES = 1 << 20;

  private static final int ROUNDS = 8;

  /** Too low: noise is reported. Too high: a square passes, whose ratio is 4. */
  private static final double SUSPICIOUS_RATIO = 2;

  private static final List<String> RUNS =
      List.of(
          "\"", "\\", "\\\"", " ", "[", "]", "\" ", "- ", "\t", "=", "&", "/", ";", ":", "'",
          "%20");

  private static final List<String> BEGINNINGS =
      List.of(
          "",
          "192.0.2.7 - ",
          "192.0.2.7 - - [22/Nov/2026:06:20:31 -0500] \"",
          "192.0.2.7 - - [22/Nov/2026:06:20:31 -0500] \"GET /",
          "192.0.2.7 - - [22/Nov/2026:06:20:31 -0500] \"GET / HTTP/1.1\" 200 12 \"",
          "20261122\ta5\t\t-\t1795349800\t\tVIEWPAGE=",
          "# Time: 2026-11-22T10:56:46.813858Z ",
          "# User@Host: ");

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private HostileLines() {}

  public static void main(String[] arguments) throws IOException {
    System.out.println("| kind | slowest line | ns per byte | of four times the length | ratio |");
    System.out.println("|---|---|---:|---:|---:|");
    for (LogFormat format : LogFormats.all()) {
      List<String> found = new ArrayList<>();
      double worst = -1;
      String row = "";
      for (String beginning : BEGINNINGS) {
        for (String run : RUNS) {
          double shortOnes = nanosPerByte(format, beginning, run, SHORT_BYTES);
          double longOnes = nanosPerByte(format, beginning, run, LONG_BYTES);
          String text = cells(format, beginning, run, shortOnes, longOnes);
          if (longOnes / shortOnes >= SUSPICIOUS_RATIO) {
            found.add(text);
          }
          if (longOnes > worst) {
            worst = longOnes;
            row = text;
          }
        }
      }
      System.out.println(row);
      found.remove(row);
      found.forEach(System.out::println);
    }
  }

  private static String cells(
      LogFormat format, String beginning, String run, double shortOnes, double longOnes) {
    return String.format(
        Locale.ROOT,
        "| %s | %sa run of `%s` | %.2f | %.2f | %.1f |",
        format.kind(),
        beginning.isEmpty() ? "" : "`" + beginning.replace("\t", "\\t") + "` and ",
        run.replace("\t", "\\t"),
        shortOnes,
        longOnes,
        longOnes / shortOnes);
  }

  private static double nanosPerByte(LogFormat format, String beginning, String run, int length)
      throws IOException {
    String line = beginning + run.repeat((length - beginning.length()) / run.length()) + "\n";
    byte[] text = line.repeat(TEXT_BYTES / line.length()).getBytes(StandardCharsets.ISO_8859_1);
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = THREADS.getCurrentThreadCpuTime();
      read(format, text);
      least = Math.min(least, THREADS.getCurrentThreadCpuTime() - before);
    }
    return (double) least / text.length;
  }

  private static void read(LogFormat format, byte[] text) throws IOException {
    ReadOptions options =
        format.kind().equals("apache-access")
            ? ReadOptions.NONE.with(ReadOptions.FORMAT, AccessLog.FORMAT)
            : ReadOptions.NONE;
    Account account = new Account(reject -> {});
    LineReader lines = new LineReader(new ByteArrayInputStream(text));
    try (RecordReader reader = format.open(lines, options, Selection.ALL, account)) {
      while (reader.next()) {
        // The account counts.
      }
    }
    if (account.lines() != lines.taken()) {
      throw new IllegalStateException(format.kind() + " lost lines");
    }
  }
}
