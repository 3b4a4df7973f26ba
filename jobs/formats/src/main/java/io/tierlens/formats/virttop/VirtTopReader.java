package io.tierlens.formats.virttop;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.CsvLine;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.bytes.Numbers;
import io.tierlens.formats.domain.DomainRecord;
import io.tierlens.formats.domain.PrintedFigure;
import io.tierlens.formats.domain.SampleSchedule;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LineRecordReader;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Observations;
import io.tierlens.formats.record.Selection;
import io.tierlens.formats.time.WallClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes the lines of virt-top, of which each holds a record for each domain; see {@link VirtTop}.
 */
final class VirtTopReader extends LineRecordReader {
  private static final int NOT_A_TIME = -1;
  private static final double NANOS = 1e9;
  private static final double MICROS = 1e6;
  private static final double KIB = 1024;

  private final Selection selection;
  private final LogRecord record;
  private final SampleSchedule schedule;
  private final CsvLine line = new CsvLine();
  private final PrintedFigure printed = new PrintedFigure();
  private final List<DomainFigures> figures = new ArrayList<>();
  private final KnownGuests guests = new KnownGuests();

  private VirtTopColumns columns;
  private String headerFault = "no header above";

  private int domains;
  private int shown;
  private long instant = Long.MIN_VALUE;
  private double hostCpus;
  private double hardwareKib;
  private double seconds;

  private long samples;
  private String host;

  VirtTopReader(LineReader lines, ReadOptions options, Selection selection, Account account) {
    super(lines, account);
    this.selection = selection;
    this.record = new LogRecord(DomainRecord.TYPE, selection);
    this.schedule = new SampleSchedule(options, new WallClock(options.timeZone()));
  }

  @Override
  protected boolean takeLine() {
    if (lines.start() == lines.end()) {
      return ignore("blank line");
    }
    if (!line.read(lines.buffer(), lines.start(), lines.end())) {
      return reject("no line of comma-separated values: its quotes do not match");
    }
    if (VirtTopColumns.isHeader(line)) {
      return takeHeader();
    }
    if (columns == null) {
      return reject(headerFault);
    }
    if (!lines.terminated()) {
      line.dropLast();
    }
    String wrong = check();
    if (wrong != null) {
      domains = 0;
      return reject(wrong);
    }
    return takeSample();
  }

  private boolean takeHeader() {
    VirtTopColumns found = new VirtTopColumns(line);
    String fault = found.fault();
    columns = fault == null ? found : null;
    guests.interrupt();
    if (fault != null) {
      headerFault = "the header above is of no use: " + fault;
      return reject("a header of no use: " + fault);
    }
    return ignore("column header");
  }

  /** What is wrong with the line, or null: then all its cells can be read. */
  private String check() {
    domains = columns.domains(line.count());
    if (domains < 0) {
      return line.count() + " fields, which are not " + columns.shape();
    }
    String active = columns.active(line);
    if (!active.isEmpty() && !active.equals(Integer.toString(domains))) {
      return "fields of " + domains + " domains where " + active + " are active: a cut line";
    }
    if (secondOfDay(columns.time(line)) == NOT_A_TIME) {
      return "column Time is no time of day";
    }
    if (!printed.read(columns.physicalCpus(line))) {
      return "column Physical CPUs holds no number";
    }
    hostCpus = printed.value();
    if (!printed.read(columns.hardwareMemory(line))) {
      return "column Total hardware memory (KB) holds no number";
    }
    hardwareKib = printed.value();
    for (int i = 0; i < domains; i++) {
      if (i == figures.size()) {
        figures.add(new DomainFigures());
      }
      String wrong = figures.get(i).read(columns, line, i);
      if (wrong != null) {
        return wrong;
      }
    }
    return schedule.hasStart()
        ? null
        : "the file has times of day only: option start must tell the date";
  }

  private boolean takeSample() {
    if (host == null && !columns.hostname(line).isEmpty()) {
      host = CsvLine.decoded(columns.hostname(line));
    }
    long before = instant;
    instant = schedule.timeOfDay(secondOfDay(columns.time(line)));
    samples++;
    guests.begin(instant);
    seconds = seconds(before);
    shown = 0;
    if (domains == 0) {
      return ignore("sample without domains");
    }
    account.recordLine();
    return showMore();
  }

  /** How long the interval was, as the domain that worked most tells it; else by the clock. */
  private double seconds(long before) {
    double most = 0;
    double found = Double.NaN;
    for (int i = 0; i < domains; i++) {
      DomainFigures of = figures.get(i);
      double cores = of.cpuShare() / 100 * hostCpus;
      if (of.cpuTime() > most && cores > 0) {
        most = of.cpuTime();
        found = most / NANOS / cores;
      }
    }
    if (Double.isNaN(found) && before != Long.MIN_VALUE && instant > before) {
      return (instant - before) / MICROS;
    }
    return found;
  }

  @Override
  protected boolean showMore() {
    if (shown >= domains) {
      return false;
    }
    if (!selection.holds(instant)) {
      while (shown < domains) {
        see(shown++);
      }
      return false;
    }
    fill(shown++);
    return show(record);
  }

  private boolean see(int domain) {
    return guests.see(columns.cell(line, domain, Cell.NAME), columns.cell(line, domain, Cell.ID));
  }

  private void fill(int domain) {
    String name = columns.cell(line, domain, Cell.NAME);
    Long lastSeen = guests.lastSeen(name);
    boolean measured = see(domain);
    record.clear(lines.number());
    byte[] bytes = CsvLine.bytes(name);
    record.setText(DomainRecord.DOMAIN, bytes, 0, bytes.length);
    record.setLong(DomainRecord.INTERVAL_END, instant);
    if (lastSeen != null) {
      record.setLong(DomainRecord.INTERVAL_START, lastSeen);
    }
    if (hostCpus >= 1 && hostCpus <= Integer.MAX_VALUE) {
      record.setLong(DomainRecord.HOST_CPUS, (long) hostCpus);
    }
    if (!measured) {
      return;
    }
    DomainFigures of = figures.get(domain);
    set(DomainRecord.CPU_PERCENT, cpuPercent(of));
    double memory = of.memoryKib(hardwareKib);
    if (memory >= 0) {
      record.setLong(DomainRecord.MEMORY_KIB, (long) memory);
    }
    set(DomainRecord.VBD_READS_PER_S, of.reads() / seconds);
    set(DomainRecord.VBD_WRITES_PER_S, of.writes() / seconds);
    set(DomainRecord.GUEST_RX_KIB_PER_S, of.received() / KIB / seconds);
    set(DomainRecord.GUEST_TX_KIB_PER_S, of.sent() / KIB / seconds);
  }

  /** In percent of one CPU. */
  private double cpuPercent(DomainFigures of) {
    double byShare = of.cpuShare() * hostCpus;
    return Double.isNaN(byShare) ? of.cpuTime() / NANOS / seconds * 100 : byShare;
  }

  /** What fell, or was not measured, is no rate. */
  private void set(int field, double value) {
    if (value >= 0 && !Double.isInfinite(value)) {
      record.setDouble(field, value);
    }
  }

  /** Of {@code HH:MM:SS}, or -1. */
  private static int secondOfDay(String time) {
    if (time.length() != 8 || time.charAt(2) != ':' || time.charAt(5) != ':') {
      return NOT_A_TIME;
    }
    byte[] text = CsvLine.bytes(time);
    long hour = Numbers.whole(text, 0, 2);
    long minute = Numbers.whole(text, 3, 5);
    long second = Numbers.whole(text, 6, 8);
    boolean exists =
        hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second <= 60;
    return exists ? (int) (hour * 3600 + minute * 60 + Math.min(second, 59)) : NOT_A_TIME;
  }

  @Override
  public Observations observations() {
    Map<String, String> facts = new TreeMap<>();
    if (host != null) {
      facts.put("host", host);
    }
    facts.put(
        "stamps",
        schedule.hasStart()
            ? "time of day as printed, date of option start"
            : "time of day as printed");
    facts.put("samples", Long.toString(samples));
    facts.put("domains", Integer.toString(guests.count()));
    return new Observations(facts, Map.of());
  }
}
