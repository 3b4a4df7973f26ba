package io.tierlens.formats.xentop;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.bytes.Tokens;
import io.tierlens.formats.domain.DomainRecord;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LineRecordReader;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Observations;
import io.tierlens.formats.record.Selection;

/** Takes xentop's dump line by line; see {@link Xentop}. */
final class XentopReader extends LineRecordReader {

  /** Too low: domain names may be long. Too high: garbage costs memory for nothing. */
  private static final int MAX_LINE_BYTES = 1 << 16;

  /** Words of the longest stamp that may stand before a line. */
  private static final int MAX_PREFIX = 8;

  private static final int NOT_FOUND = -1;

  private final Selection selection;
  private final Tokens tokens = new Tokens();
  private final LogRecord row = new LogRecord(DomainRecord.TYPE);
  private final SampleTimes times;
  private final DomainHistory domains = new DomainHistory();
  private final SampleNames names = new SampleNames();
  private final XentopFacts facts = new XentopFacts();

  private DomainColumns columns;
  private int prefix;

  private boolean behindHeader;
  private boolean behindDateLine;
  private int rowsUnderHeader;
  private int mostRowsUnderHeader;
  private int hostCpus;

  private boolean dated;
  private long instant;

  /** The row that was read last, if it waits to be shown, and the other's place. */
  private WaitingRow waiting;

  private WaitingRow spare;
  private KnownDomain waitingDomain;

  XentopReader(LineReader lines, ReadOptions options, Selection selection, Account account) {
    super(lines, account);
    this.selection = selection;
    times = new SampleTimes(options);
    spare = new WaitingRow(selection);
  }

  @Override
  protected boolean takeLine() {
    if (lines.length() > MAX_LINE_BYTES) {
      return reject("the line is longer than any that xentop prints");
    }
    tokens.split(lines.buffer(), lines.start(), lines.end());
    if (tokens.count() == 0) {
      return ignore("blank line");
    }
    int name = DomainColumns.header(tokens);
    if (name != NOT_FOUND) {
      return takeHeader(name);
    }
    int first = isStamped() ? prefix : 0;
    int state = RowState.find(tokens, first);
    if (state != RowState.NOT_FOUND) {
      return takeRow(first, state);
    }
    String extra = takeExtra(first);
    if (extra != null) {
      return ignore(extra);
    }
    if (first == tokens.count()) {
      return ignore("blank line");
    }
    if (first == 0 && times.dateLine(tokens)) {
      behindDateLine = true;
      return ignore("date line");
    }
    return reject(
        columns == null
            ? "no header above"
            : "no state such as --b--- and figures behind it: not a row, or a cut one");
  }

  /** What the line is beside the table, or null; how many words a stamp has the header tells. */
  private String takeExtra(int first) {
    int words = columns == null ? MAX_PREFIX : Math.max(first, prefix);
    int last = Math.min(words, tokens.count() - 1);
    for (int i = first; i <= last; i++) {
      String kind = OtherLine.kind(tokens, i);
      if (kind != null) {
        if (OtherLine.isClock(tokens, i)) {
          times.clock(tokens, i + 2);
          facts.program(tokens, i + 3);
        }
        int cpus = OtherLine.hostCpus(tokens, i);
        hostCpus = cpus > 0 ? cpus : hostCpus;
        return kind;
      }
    }
    return null;
  }

  /** Whether the words that stand before the header's NAME seem to stand before this line too. */
  private boolean isStamped() {
    return prefix > 0
        && tokens.count() >= prefix
        && (tokens.numeric(0)
            || tokens.first(0) == '['
            || (times.headerUnreadable()
                ? RowState.find(tokens, 0) > prefix
                : times.isStamp(tokens, prefix)));
  }

  private boolean takeHeader(int name) {
    if (columns == null || !columns.hasHeader(tokens, name)) {
      facts.wrapped(columns);
      columns = new DomainColumns(tokens, name);
      facts.columns(columns);
    }
    prefix = name;
    times.header(tokens, name);
    behindHeader = true;
    mostRowsUnderHeader = Math.max(mostRowsUnderHeader, rowsUnderHeader);
    rowsUnderHeader = 0;
    return ignore("column header");
  }

  private boolean takeRow(int first, int state) {
    if (columns == null) {
      return reject("no header above");
    }
    byte[] text = tokens.text();
    int nameStart = tokens.start(first);
    int nameEnd = state == first ? nameStart : tokens.end(state - 1);
    row.clear(lines.number());
    String wrong = columns.fill(row, tokens, state + 1);
    if (wrong != null) {
      return reject(wrong);
    }
    if (behindHeader && !continuesSample(nameStart, nameEnd)) {
      beginSample();
      names.begin(text, nameStart, nameEnd);
    }
    behindHeader = false;
    behindDateLine = false;
    rowsUnderHeader++;
    names.add(text, nameStart, nameEnd);
    if (!dated) {
      return reject(times.whyNone());
    }
    account.recordLine();
    return showWaiting(nameStart, nameEnd, tokens.start(state));
  }

  /** Shows the row that waited, if there is any, and lets this one wait in its place. */
  private boolean showWaiting(int nameStart, int nameEnd, int stateStart) {
    KnownDomain domain = domains.domain(tokens.text(), nameStart, nameEnd);
    if (!domain.see(row, domains.sampleNumber(), instant)) {
      domains.share(domain);
      KnownDomain.share(row);
      if (waiting != null && waitingDomain == domain) {
        KnownDomain.share(waiting.record());
      }
    }
    row.setLong(DomainRecord.INTERVAL_END, instant);
    if (hostCpus > 0) {
      row.setLong(DomainRecord.HOST_CPUS, hostCpus);
    }
    WaitingRow ready = waiting;
    waiting = null;
    if (selection.holds(instant)) {
      waiting = spare;
      waiting.take(row, tokens.text(), nameStart, nameEnd, stateStart);
      waitingDomain = domain;
      spare = ready == null ? new WaitingRow(selection) : ready;
    } else if (ready != null) {
      spare = ready;
    }
    return ready != null && show(ready.record());
  }

  @Override
  protected boolean showRest() {
    WaitingRow ready = waiting;
    waiting = null;
    return ready != null && show(ready.record());
  }

  private boolean continuesSample(int start, int end) {
    if (domains.sampleNumber() < 0 || mostRowsUnderHeader != 1 || behindDateLine) {
      return false;
    }
    boolean seen = domains.seenInSample(tokens.text(), start, end);
    return names.continues(tokens.text(), start, end, seen);
  }

  private void beginSample() {
    long last = dated ? instant : Long.MIN_VALUE;
    dated = times.sample();
    if (dated) {
      instant = times.instant();
      facts.sample(instant < last);
    }
    domains.sample();
  }

  @Override
  public Observations observations() {
    facts.wrapped(columns);
    return facts.observations(times, domains);
  }
}
