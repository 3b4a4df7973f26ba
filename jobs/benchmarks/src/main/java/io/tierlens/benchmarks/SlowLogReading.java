package io.tierlens.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.tierlens.formats.LogFormats;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.Field;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.RecordType;
import io.tierlens.formats.record.Selection;
import io.tierlens.formats.survey.Surveyor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a slow log with our reader, and looks at every value that it gives. */
public final class SlowLogReading {

  private static final double NANOS = 1e9;

  /** What only the text of the statement tells. */
  private static final Set<String> OF_THE_STATEMENT =
      Set.of("fingerprint", "fingerprint_id", "statement", "statement_bytes", "request_id", "tags");

  private long entries;

  private final RecordValues values = new RecordValues();

  private SlowLogReading() {}

  /**
   * Prints a line for each pass: its number, CPU seconds, wall seconds, entries, lines and rejects,
   * with tabs between.
   *
   * @param arguments the file; {@code all}, {@code header} or {@code first-pass}, for all columns,
   *     those alone that need no look at the statement, or those that a first pass counts; the
   *     number of passes
   */
  public static void main(String[] arguments) throws IOException {
    OperatingSystemMXBean process =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    Selection selection =
        switch (arguments[1]) {
          case "all" -> Selection.ALL;
          case "header" -> headerOnly();
          case "first-pass" -> firstPass();
          default -> throw new IllegalArgumentException("no such columns: " + arguments[1]);
        };
    for (int pass = 1; pass <= Integer.parseInt(arguments[2]); pass++) {
      long cpu = process.getProcessCpuTime();
      long wall = System.nanoTime();
      SlowLogReading reading = new SlowLogReading();
      Account account = reading.read(Path.of(arguments[0]), selection);
      System.out.printf(
          Locale.ROOT,
          "%d\t%.3f\t%.3f\t%d\t%d\t%d\t%x%n",
          pass,
          (process.getProcessCpuTime() - cpu) / NANOS,
          (System.nanoTime() - wall) / NANOS,
          reading.entries,
          account.lines(),
          account.rejectedLines(),
          reading.values.sum());
    }
  }

  private static Selection headerOnly() {
    RecordType type = LogFormats.ofKind("mysql-slow-log").orElseThrow().recordTypes().get(0);
    return Selection.of(
        type.fields().stream()
            .map(Field::name)
            .filter(name -> !OF_THE_STATEMENT.contains(name))
            .collect(Collectors.toSet()));
  }

  private static Selection firstPass() {
    Set<String> fields = new HashSet<>(Surveyor.COUNTED_FIELDS);
    fields.add("start_time");
    return Selection.of(fields);
  }

  private Account read(Path file, Selection selection) throws IOException {
    Account account = new Account(reject -> values.add(reject.lines()));
    LineReader lines = new LineReader(Files.newInputStream(file));
    try (RecordReader reader =
        LogFormats.ofKind("mysql-slow-log")
            .orElseThrow()
            .open(lines, ReadOptions.NONE, selection, account)) {
      while (reader.next()) {
        entries++;
        values.add(reader.record());
      }
    }
    return account;
  }
}
