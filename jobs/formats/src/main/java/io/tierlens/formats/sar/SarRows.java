package io.tierlens.formats.sar;

import io.tierlens.formats.bytes.Tokens;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Selection;
import io.tierlens.formats.sysstat.CpuColumns;
import io.tierlens.formats.sysstat.CpuRecord;
import io.tierlens.formats.sysstat.MetricRecord;
import java.nio.charset.StandardCharsets;

/** Fills the records of rows, with what the banner tells of the machine. */
final class SarRows {
  private static final long MICROS = 1_000_000;

  private final Selection selection;
  private final boolean wantsCpus;
  private final boolean wantsMetrics;
  private final Tokens tokens;
  private final LogRecord cpu;
  private final LogRecord metric;

  private String hostName;
  private byte[] hostBytes;
  private int cpus;

  /**
   * Records for rows.
   *
   * @param tokens hold the row whenever one is read
   */
  SarRows(Selection selection, Tokens tokens) {
    this.selection = selection;
    this.tokens = tokens;
    wantsCpus = selection.wants(CpuRecord.TYPE);
    wantsMetrics = selection.wants(MetricRecord.TYPE);
    cpu = new LogRecord(CpuRecord.TYPE, selection);
    metric = new LogRecord(MetricRecord.TYPE, selection);
  }

  /**
   * The machine of the rows that follow.
   *
   * @param name null without a banner
   * @param cores 0 where they were not printed
   */
  void machine(String name, int cores) {
    hostName = name;
    hostBytes = name == null ? null : name.getBytes(StandardCharsets.UTF_8);
    cpus = cores;
  }

  String hostName() {
    return hostName;
  }

  int cpus() {
    return cpus;
  }

  boolean wantsCpu(Timeline sample) {
    return wantsCpus && selection.holds(sample.end() * MICROS);
  }

  boolean wantsMetrics(Timeline sample) {
    return wantsMetrics && selection.holds(sample.end() * MICROS);
  }

  /** Reads the shares of a CPU behind the time; null if all could be read, else what is wrong. */
  String readCpu(long line, int first, CpuColumns columns) {
    int number = CpuColumns.cpu(tokens.text(), tokens.start(first), tokens.end(first));
    if (number == CpuColumns.NOT_A_CPU) {
      return "column CPU holds neither a number nor all";
    }
    for (int i = 1; i < columns.names().size(); i++) {
      int token = first + i;
      String wrong = columns.read(i, tokens.text(), tokens.start(token), tokens.end(token));
      if (wrong != null) {
        return wrong;
      }
    }
    cpu.clear(line);
    columns.fill(cpu, number);
    return null;
  }

  /** The record of the CPU that was read last. */
  LogRecord cpu(Timeline sample) {
    if (cpus > 0) {
      cpu.setLong(CpuRecord.CPUS, cpus);
    }
    setHostName(cpu, CpuRecord.HOST_NAME);
    cpu.setLong(CpuRecord.INTERVAL_START, sample.start() * MICROS);
    cpu.setLong(CpuRecord.INTERVAL_END, sample.end() * MICROS);
    return cpu;
  }

  /** The record of a figure that was read. */
  LogRecord metric(long line, int first, Section section, int column, Timeline sample) {
    metric.clear(line);
    setHostName(metric, MetricRecord.HOST_NAME);
    metric.setLong(MetricRecord.INTERVAL_START, sample.start() * MICROS);
    metric.setLong(MetricRecord.INTERVAL_END, sample.end() * MICROS);
    byte[] key = section.key();
    metric.setText(MetricRecord.SECTION, key, 0, key.length);
    if (section.hasItem()) {
      metric.setText(
          MetricRecord.ITEM,
          tokens.text(),
          section.itemStart(tokens, first),
          section.itemEnd(tokens, first));
    }
    byte[] name = section.name(column);
    metric.setText(MetricRecord.METRIC, name, 0, name.length);
    if (!section.isMissing(column)) {
      metric.setDouble(MetricRecord.VALUE, section.value(column));
    }
    return metric;
  }

  private void setHostName(LogRecord record, int field) {
    if (hostBytes != null) {
      record.setText(field, hostBytes, 0, hostBytes.length);
    }
  }
}
