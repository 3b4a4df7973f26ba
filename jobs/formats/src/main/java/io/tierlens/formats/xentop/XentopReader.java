package io.tierlens.formats.xentop;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.bytes.Tokens;
import io.tierlens.formats.domain.DomainRecord;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LineRecordReader;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Observations;

/** Takes xentop's dump line by line; see {@link Xentop}. */
final class XentopReader extends LineRecordReader {

  /** Too low: domain names may be long. Too high: garbage costs memory for nothing. */
  private static final int MAX_LINE_BYTES = 1 << 16;

  /** Words of the longest stamp that may stand before a line. */
  private static final int MAX_PREFIX = 8;

  private static final int NOT_FOUND = -1;

  private final Tokens tokens = new Tokens();
  private final LogRecord record = new LogRecord(DomainRecord.TYPE);
  private final SampleTimes times;
  private final DomainHistory domains = new DomainHistory();
  private final XentopFacts facts = new XentopFacts();

  private DomainColumns columns;
  private int prefix;

  private boolean behindHeader;
  private int rowsUnderHeader;
  private int mostRowsUnderHeader;
  private byte[] lastName = new byte[64];
  private int lastNameLength;

  private boolean dated;
  private long instant;

  XentopReader(LineReader lines, ReadOptions options, Account account) {
    super(lines, account);
    times = new SampleTimes(options);
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
    int state = state(first);
    if (state != NOT_FOUND) {
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
            || (times.headerUnreadable() ? state(0) > prefix : times.isStamp(tokens, prefix)));
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

  /** The first token that is a domain's state with a figure behind it. */
  private int state(int first) {
    for (int i = first; i + 1 < tokens.count(); i++) {
      if (isState(i) && tokens.numeric(i + 1)) {
        return i;
      }
    }
    return NOT_FOUND;
  }

  private boolean isState(int token) {
    String letters = "dsbcpr";
    if (tokens.length(token) != letters.length()) {
      return false;
    }
    for (int i = 0; i < letters.length(); i++) {
      byte b = tokens.text()[tokens.start(token) + i];
      if (b != '-' && b != letters.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean takeRow(int first, int state) {
    if (columns == null) {
      return reject("no header above");
    }
    int nameStart = tokens.start(first);
    int nameEnd = state == first ? nameStart : tokens.end(state - 1);
    record.clear(lines.number());
    String wrong = columns.fill(record, tokens, state + 1);
    if (wrong != null) {
      return reject(wrong);
    }
    if (behindHeader && !continuesSample(nameStart, nameEnd)) {
      beginSample();
    }
    behindHeader = false;
    rowsUnderHeader++;
    rememberName(nameStart, nameEnd);
    if (!dated) {
      return reject(times.whyNone());
    }
    domains.see(tokens.text(), nameStart, nameEnd, cpuSeconds());
    record.setText(DomainRecord.DOMAIN, tokens.text(), nameStart, nameEnd);
    record.setText(DomainRecord.STATE, tokens.text(), tokens.start(state), tokens.end(state));
    record.setLong(DomainRecord.INTERVAL_END, instant);
    if (domains.known() && domains.previousAt() <= instant) {
      record.setLong(DomainRecord.INTERVAL_START, domains.previousAt());
    }
    if (!domains.continuous()) {
      record.setNull(DomainRecord.CPU_PERCENT);
    }
    account.recordLine();
    return show(record);
  }

  private double cpuSeconds() {
    return record.isNull(DomainRecord.CPU_SECONDS)
        ? Double.NaN
        : record.doubleAt(DomainRecord.CPU_SECONDS);
  }

  /**
   * Under {@code -r} each domain has its own header. The table is sorted by name, so a name above
   * the last one goes on with the sample.
   */
  private boolean continuesSample(int start, int end) {
    return domains.sampleNumber() >= 0
        && mostRowsUnderHeader == 1
        && !domains.seenInSample(tokens.text(), start, end)
        && compareToLastName(start, end) > 0;
  }

  private int compareToLastName(int start, int end) {
    int length = Math.min(end - start, lastNameLength);
    for (int i = 0; i < length; i++) {
      int here = Character.toLowerCase((char) (tokens.text()[start + i] & 0xff));
      int there = Character.toLowerCase((char) (lastName[i] & 0xff));
      if (here != there) {
        return here - there;
      }
    }
    return end - start - lastNameLength;
  }

  private void rememberName(int start, int end) {
    lastNameLength = end - start;
    if (lastName.length < lastNameLength) {
      lastName = new byte[lastNameLength * 2];
    }
    System.arraycopy(tokens.text(), start, lastName, 0, lastNameLength);
  }

  private void beginSample() {
    long last = dated ? instant : Long.MIN_VALUE;
    dated = times.sample();
    if (dated) {
      instant = times.instant();
      facts.sample(instant < last);
    }
    domains.sample(instant);
  }

  @Override
  public Observations observations() {
    facts.wrapped(columns);
    return facts.observations(times.basis(), domains.count());
  }
}
