package io.tierlens.benchmarks;

import io.tierlens.formats.LogFormats;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** What a slow query log adds up to, to hold beside the figures of other programs. */
public final class SlowLogFigures {
  private long entries;
  private long commands;
  private long queryTimeUs;
  private long lockTimeUs;
  private long rowsExamined;
  private final Set<String> fingerprints = new HashSet<>();

  private SlowLogFigures() {}

  /**
   * Prints a line for each file: entries, administrator commands among them, microseconds of query
   * time and of lock time, rows examined, fingerprints, rejects; with tabs between.
   *
   * @param arguments the files
   */
  public static void main(String[] arguments) throws IOException {
    for (String file : arguments) {
      long[] rejects = {0};
      SlowLogFigures figures = new SlowLogFigures();
      figures.read(Path.of(file), new Account(reject -> rejects[0]++));
      System.out.printf(
          "%d\t%d\t%d\t%d\t%d\t%d\t%d%n",
          figures.entries,
          figures.commands,
          figures.queryTimeUs,
          figures.lockTimeUs,
          figures.rowsExamined,
          figures.fingerprints.size(),
          rejects[0]);
    }
  }

  private void read(Path file, Account account) throws IOException {
    LineReader lines = new LineReader(Files.newInputStream(file));
    try (RecordReader reader =
        LogFormats.ofKind("mysql-slow-log")
            .orElseThrow()
            .open(lines, ReadOptions.NONE, Selection.ALL, account)) {
      while (reader.next()) {
        add(reader.record());
      }
    }
  }

  private void add(LogRecord record) {
    entries++;
    queryTimeUs += number(record, "query_time_us");
    lockTimeUs += number(record, "lock_time_us");
    rowsExamined += number(record, "rows_examined");
    int fingerprint = record.type().index("fingerprint");
    if (record.isNull(fingerprint)) {
      commands++;
    } else {
      fingerprints.add(record.textAt(fingerprint));
    }
  }

  private static long number(LogRecord record, String field) {
    int index = record.type().index(field);
    return record.isNull(index) ? 0 : record.longAt(index);
  }
}
