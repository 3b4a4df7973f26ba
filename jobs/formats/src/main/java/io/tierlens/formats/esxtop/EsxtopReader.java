package io.tierlens.formats.esxtop;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.CsvLine;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.domain.DomainRecord;
import io.tierlens.formats.domain.PrintedFigure;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LineRecordReader;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Observations;
import io.tierlens.formats.record.Selection;
import io.tierlens.formats.time.PdhTime;
import io.tierlens.formats.time.WallClock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Takes the lines of esxtop, of which each holds a record for each machine; see {@link Esxtop}. */
final class EsxtopReader extends LineRecordReader {
  private static final int NOTHING = -1;
  private static final double KIB_OF_MEGABIT = 1e6 / 8 / 1024;
  private static final double KIB_OF_MEGABYTE = 1024;

  private final Selection selection;
  private final LogRecord record;
  private final PdhLine line = new PdhLine();
  private final PdhTime time = new PdhTime();
  private final PrintedFigure printed = new PrintedFigure();
  private final WallClock clock;

  private PdhHeader header;
  private long sample;
  private long instant = Long.MIN_VALUE;
  private int shown;
  private int last = NOTHING;

  private long samples;
  private final Set<String> names = new HashSet<>();

  EsxtopReader(LineReader lines, ReadOptions options, Selection selection, Account account) {
    super(lines, account);
    this.selection = selection;
    this.record = new LogRecord(DomainRecord.TYPE, selection);
    this.clock = new WallClock(options.timeZone());
  }

  @Override
  protected boolean takeLine() {
    byte[] text = lines.buffer();
    int start = lines.start();
    int end = lines.end();
    if (start == end) {
      return ignore("blank line");
    }
    boolean quotesMatch = line.read(text, start, end);
    if (!quotesMatch && !line.readWithQuotes(text, start, end)) {
      return reject("no line of comma-separated values: its quotes do not match, or it is cut");
    }
    Optional<PdhZone> zone = PdhZone.of(line.cell(0));
    if (zone.isPresent()) {
      header = new PdhHeader(zone.get(), line);
      header.machines().forEach(machine -> names.add(CsvLine.decoded(machine.instance())));
      // Whoever begins anew has measured nothing.
      sample++;
      return ignore("column header");
    }
    String wrong = quotesMatch ? check() : "its quotes do not match";
    return wrong == null ? takeSample() : reject(wrong);
  }

  /** What is wrong with a line of values, or null: then all cells that are needed can be read. */
  private String check() {
    if (header == null) {
      return "no header above";
    }
    if (!line.fits(header.count())) {
      return line.count() + " fields instead of " + header.count();
    }
    if (!lines.terminated()
        && line.count() == header.count()
        && lines.buffer()[lines.end() - 1] == ',') {
      return "its last field is missing: a cut line";
    }
    if (!time.read(line.cell(0))) {
      return "no date and time such as 11/22/2026 07:16:27 in the first field";
    }
    for (Group machine : header.machines()) {
      if (!areFigures(machine)) {
        return "no number in a field of " + CsvLine.decoded(machine.instance());
      }
    }
    return null;
  }

  private boolean areFigures(Group machine) {
    return isFigure(machine.used())
        && isFigure(machine.ready())
        && isFigure(machine.memory())
        && areFigures(machine.reads())
        && areFigures(machine.writes())
        && areFigures(machine.sent())
        && areFigures(machine.received());
  }

  private boolean isFigure(int column) {
    return column == Group.NONE || printed.read(line.cell(column));
  }

  private boolean areFigures(List<Integer> columns) {
    for (int column : columns) {
      if (!isFigure(column)) {
        return false;
      }
    }
    return true;
  }

  private boolean takeSample() {
    sample++;
    samples++;
    PdhZone zone = header.zone();
    long seconds =
        zone.isTold()
            ? time.wallSeconds() + zone.minutesWest() * 60L
            : clock.instant(time.wallSeconds(), Math.floorDiv(instant, 1_000_000L));
    instant = seconds * 1_000_000 + time.fraction();
    last = NOTHING;
    for (int i = 0; i < header.machines().size(); i++) {
      last = isThere(header.machines().get(i)) ? i : last;
    }
    if (last == NOTHING) {
      return ignore("sample without virtual machines");
    }
    account.recordLine();
    shown = 0;
    return showMore();
  }

  /** A machine that has gone leaves its fields empty. */
  private boolean isThere(Group machine) {
    return isFilled(machine.used()) || isFilled(machine.ready()) || isFilled(machine.memory());
  }

  private boolean isFilled(int column) {
    return column != Group.NONE && !line.cell(column).isEmpty();
  }

  @Override
  protected boolean showMore() {
    while (header != null && shown <= last) {
      Group machine = header.machines().get(shown++);
      if (!isThere(machine)) {
        continue;
      }
      boolean wanted = selection.holds(instant);
      if (wanted) {
        fill(machine);
      }
      machine.see(sample, instant);
      if (wanted) {
        return show(record);
      }
    }
    last = NOTHING;
    return false;
  }

  private void fill(Group machine) {
    record.clear(lines.number());
    record.setText(DomainRecord.DOMAIN, machine.domain(), 0, machine.domain().length);
    record.setLong(DomainRecord.INTERVAL_END, instant);
    if (machine.wasSeen() && machine.at() <= instant) {
      record.setLong(DomainRecord.INTERVAL_START, machine.at());
    }
    if (header.hostCpus() > 0) {
      record.setLong(DomainRecord.HOST_CPUS, header.hostCpus());
    }
    if (machine.vcpuCount() > 0) {
      record.setLong(DomainRecord.VCPUS, machine.vcpuCount());
    }
    double memory = figure(machine.memory()) * KIB_OF_MEGABYTE;
    if (memory >= 0) {
      record.setLong(DomainRecord.MEMORY_KIB, (long) memory);
    }
    if (!machine.wasIn(sample - 1)) {
      return;
    }
    set(DomainRecord.CPU_PERCENT, figure(machine.used()));
    set(DomainRecord.READY_PERCENT, figure(machine.ready()));
    set(DomainRecord.VBD_READS_PER_S, sum(machine.reads()));
    set(DomainRecord.VBD_WRITES_PER_S, sum(machine.writes()));
    set(DomainRecord.GUEST_TX_KIB_PER_S, sum(machine.sent()) * KIB_OF_MEGABIT);
    set(DomainRecord.GUEST_RX_KIB_PER_S, sum(machine.received()) * KIB_OF_MEGABIT);
  }

  private void set(int field, double value) {
    if (value >= 0) {
      record.setDouble(field, value);
    }
  }

  private double figure(int column) {
    return column != Group.NONE && printed.read(line.cell(column)) ? printed.value() : Double.NaN;
  }

  /** NaN if there are no such columns, or one of them is empty. */
  private double sum(List<Integer> columns) {
    double sum = columns.isEmpty() ? Double.NaN : 0;
    for (int column : columns) {
      sum += figure(column);
    }
    return sum;
  }

  @Override
  public Observations observations() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("samples", Long.toString(samples));
    facts.put("domains", Integer.toString(names.size()));
    if (header != null) {
      facts.put("stamps", header.zone().words());
      facts.put("groups of the hypervisor itself", Integer.toString(header.ownGroups()));
      if (header.host() != null) {
        facts.put("host", CsvLine.decoded(header.host()));
      }
    }
    return new Observations(facts, Map.of());
  }
}
