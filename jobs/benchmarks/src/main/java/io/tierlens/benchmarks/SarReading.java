package io.tierlens.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.tierlens.formats.LogFormats;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.Selection;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Reads the text of sar with our reader, and looks at every value that it gives. */
public final class SarReading {

  private static final double NANOS = 1e9;

  private long records;
  private long rejects;
  private final RecordValues values = new RecordValues();

  private SarReading() {}

  /**
   * Prints a line for each pass: its number, CPU seconds, wall seconds, records, rejects and the
   * sum of all values, with tabs between. Records and rejects are those of one reading.
   *
   * @param arguments the file; how often a pass reads it; the number of passes
   */
  public static void main(String[] arguments) throws IOException {
    OperatingSystemMXBean process =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    Path file = Path.of(arguments[0]);
    int times = Integer.parseInt(arguments[1]);
    for (int pass = 1; pass <= Integer.parseInt(arguments[2]); pass++) {
      long cpu = process.getProcessCpuTime();
      long wall = System.nanoTime();
      SarReading reading = new SarReading();
      for (int time = 0; time < times; time++) {
        reading.read(file);
      }
      System.out.printf(
          Locale.ROOT,
          "%d\t%.3f\t%.3f\t%d\t%d\t%x%n",
          pass,
          (process.getProcessCpuTime() - cpu) / NANOS,
          (System.nanoTime() - wall) / NANOS,
          reading.records / times,
          reading.rejects / times,
          reading.values.sum());
    }
  }

  private void read(Path file) throws IOException {
    Account account = new Account(reject -> rejects++);
    LineReader lines = new LineReader(Files.newInputStream(file));
    try (RecordReader reader =
        LogFormats.ofKind("sar")
            .orElseThrow()
            .open(lines, ReadOptions.NONE, Selection.ALL, account)) {
      while (reader.next()) {
        records++;
        values.add(reader.record());
      }
    }
  }
}
