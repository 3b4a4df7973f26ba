package io.tierlens.formats.sadf;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.Numbers;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Selection;
import io.tierlens.formats.sysstat.CpuColumns;
import io.tierlens.formats.sysstat.CpuRecord;
import io.tierlens.formats.sysstat.MetricRecord;
import io.tierlens.formats.time.SadfTime;
import io.tierlens.formats.time.WallClock;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Fills the records of any form, and keeps what all of them need: the host, its CPUs, the time. */
final class SampleRows {
  private static final long MICROS = 1_000_000;
  private static final int UNKNOWN = -1;

  /** In seconds; no sample is thirty years long. */
  private static final long LONGEST_INTERVAL = 1_000_000_000;

  private final Selection selection;
  private final WallClock clock;
  private final SadfFacts facts = new SadfFacts();
  private final LogRecord cpuRecord;
  private final LogRecord metricRecord;

  private byte[] host = {};
  private long cpus = UNKNOWN;
  private long notBefore = Long.MIN_VALUE;

  SampleRows(ReadOptions options, Selection selection) {
    this.selection = selection;
    clock = new WallClock(options.timeZone());
    cpuRecord = new LogRecord(CpuRecord.TYPE, selection);
    metricRecord = new LogRecord(MetricRecord.TYPE, selection);
  }

  SadfFacts facts() {
    return facts;
  }

  /** The host of the rows that follow; whether it is another than before. */
  boolean host(byte[] text, int start, int end) {
    if (Arrays.equals(text, start, end, host, 0, host.length)) {
      return false;
    }
    host = Arrays.copyOfRange(text, start, end);
    cpus = UNKNOWN;
    notBefore = Long.MIN_VALUE;
    facts.recording().host(new String(host, StandardCharsets.UTF_8));
    return true;
  }

  /** How many CPUs the host has from here on. */
  void cpus(long count) {
    cpus = count;
  }

  /** The host was started again then; times from here on are later. */
  void restart(SadfTime time) {
    long floor = notBefore;
    notBefore = time.isInstant() ? time.seconds() : clock.instant(time.seconds(), floor);
  }

  SampleTimes newTimes() {
    return new SampleTimes(clock, notBefore);
  }

  /** A row that is a sample of its own. */
  void sample(SampleTimes times, SadfTime time, long interval) {
    facts.stamp(time);
    times.sample(time, interval);
    noteStepBack(times);
  }

  /** A row of a sample that has one for each item. */
  void row(SampleTimes times, StampCells stamp, Cells cells, int item) {
    facts.stamp(stamp.time());
    times.row(stamp.time(), stamp.interval(), cells.text(), cells.start(item), cells.end(item));
    noteStepBack(times);
  }

  private void noteStepBack(SampleTimes times) {
    if (times.backward()) {
      facts.recording().stepBack();
    }
  }

  /** A length of time in seconds, or {@link Numbers#NOT_A_NUMBER}. */
  static long interval(byte[] text, int start, int end) {
    long seconds = Numbers.whole(text, start, end);
    return seconds > LONGEST_INTERVAL ? Numbers.NOT_A_NUMBER : seconds;
  }

  /** Whether anybody wants the figures of these times other than those of CPU modes. */
  boolean wantsMetrics(SampleTimes times) {
    return selection.wants(MetricRecord.TYPE) && selection.holds(times.end() * MICROS);
  }

  /** The record of a CPU whose cells were read; null if nobody wants it. */
  LogRecord cpu(long line, SampleTimes times, CpuColumns columns, int cpu) {
    cpuRecord.clear(line);
    columns.fill(cpuRecord, cpu);
    facts.recording().cpuRow(columns);
    if (!selection.wants(CpuRecord.TYPE) || !selection.holds(times.end() * MICROS)) {
      return null;
    }
    cpuRecord.setLong(CpuRecord.INTERVAL_START, times.start() * MICROS);
    cpuRecord.setLong(CpuRecord.INTERVAL_END, times.end() * MICROS);
    if (host.length > 0) {
      cpuRecord.setText(CpuRecord.HOST_NAME, host, 0, host.length);
    }
    if (cpus != UNKNOWN) {
      cpuRecord.setLong(CpuRecord.CPUS, cpus);
    }
    return cpuRecord;
  }

  /** A figure without item and value; callers set what it has of them. */
  LogRecord metric(long line, SampleTimes times, byte[] section, byte[] metric) {
    metricRecord.clear(line);
    metricRecord.setLong(MetricRecord.INTERVAL_START, times.start() * MICROS);
    metricRecord.setLong(MetricRecord.INTERVAL_END, times.end() * MICROS);
    metricRecord.setText(MetricRecord.SECTION, section, 0, section.length);
    metricRecord.setText(MetricRecord.METRIC, metric, 0, metric.length);
    if (host.length > 0) {
      metricRecord.setText(MetricRecord.HOST_NAME, host, 0, host.length);
    }
    return metricRecord;
  }
}
