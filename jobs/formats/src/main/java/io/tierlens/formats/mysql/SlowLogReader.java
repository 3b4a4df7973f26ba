package io.tierlens.formats.mysql;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.Cut;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.mysql.Entry.Part;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LineFault;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Observations;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.Reject;
import io.tierlens.formats.record.Selection;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a slow log into entries.
 *
 * <p>A statement may hold anything, also lines that look like an entry's header. An entry is
 * therefore believed to begin only at {@code # Time} or {@code # User@Host}, and only behind a line
 * that ends in a semicolon, behind a banner, or at the beginning of the file.
 */
final class SlowLogReader implements RecordReader {

  /**
   * Too low: a piece of a log that an application stores is taken for entries. Too high: a
   * statement that never ends its literal fills the memory.
   */
  private static final long MOST_DOUBTFUL_BYTES = 1 << 20;

  private static final String BANNER = "server banner";
  private static final String BLANK_LINE = "blank line";

  private final LineReader lines;
  private final Account account;
  private final LogRecord record;
  private final Entry entry;
  private final EntryClock clock;
  private final SlowLogFacts facts = new SlowLogFacts();
  private final QueryFiller rows;

  /** The line that the LineReader stands on is still to be taken. */
  private boolean held;

  /** Banner lines were the last ones; an entry that has no user line may follow them. */
  private boolean afterBanner;

  private boolean shortFormat;

  /** The last entry was found to have ended before the lines that were taken into it. */
  private boolean gaveBack;

  /** Where the entry ends if its last line turns out to be a banner's, or ABSENT. */
  private long bannerMark = Header.ABSENT;

  SlowLogReader(
      LineReader lines,
      ReadOptions options,
      Selection selection,
      Account account,
      int statementCap) {
    this.lines = lines;
    record = new LogRecord(QueryRecord.TYPE, selection);
    this.account = account;
    entry = new Entry(statementCap);
    clock = new EntryClock(options);
    rows = new QueryFiller(record, selection, clock, facts);
    inherit(Inheritance.of(lines.slice().inherited()));
  }

  private void inherit(Inheritance before) {
    shortFormat = before.shortFormat();
    clock.carried().set(before.stamp());
    clock.session().set(before.session());
    rows.inherit(before.database());
  }

  @Override
  public boolean next() throws IOException {
    gaveBack = false;
    while (true) {
      if (!held && !lines.next()) {
        held = endsAtDoubt();
        if (entry.part() == Part.NONE) {
          return false;
        }
        if (finishEntry()) {
          return true;
        }
        continue;
      }
      held = false;
      Optional<String> fault = fault();
      if (fault.isPresent() && !endsAtDoubt()) {
        account.reject(Reject.of(lines, fault.get()));
      } else if (entry.part() == Part.NONE) {
        takeBetweenEntries();
      } else if (fault.isPresent() || endsEntry()) {
        held = true;
        if (finishEntry()) {
          return true;
        }
      } else {
        takeIntoEntry();
      }
    }
  }

  /**
   * What makes the line unreadable. A statement may hold NUL bytes and be of any length, so inside
   * an entry only a broken stream does.
   */
  private Optional<String> fault() {
    return entry.part() == Part.NONE ? LineFault.of(lines) : lines.damage();
  }

  private void takeBetweenEntries() {
    byte[] text = lines.buffer();
    int from = lines.start();
    int to = lines.end();
    if (isBannerLine(text, from, to)) {
      account.ignore(BANNER);
      facts.banner(text, from, to);
      afterBanner = true;
    } else if (LineKind.isBlank(text, from, to)) {
      account.ignore(BLANK_LINE);
    } else {
      shortFormat |=
          LineKind.isOldQueryTime(text, from, to)
              || (afterBanner && LineKind.isQueryTime(text, from, to));
      entry.begin(lines, isFirstOfEntry(text, from, to) ? Part.HEADER : Part.FRAGMENT);
      entry.add(lines);
      afterBanner = false;
    }
  }

  private void takeIntoEntry() {
    long lengthBefore = entry.length();
    boolean banner =
        entry.part() != Part.HEADER
            && LineKind.isBanner(lines.buffer(), lines.start(), lines.end());
    entry.add(lines);
    bannerMark = banner ? lengthBefore : Header.ABSENT;
  }

  private static boolean isBannerLine(byte[] text, int from, int to) {
    return LineKind.isBanner(text, from, to)
        || LineKind.isBannerPort(text, from, to)
        || LineKind.isBannerColumns(text, from, to);
  }

  private boolean isFirstOfEntry(byte[] text, int from, int to) {
    return LineKind.isTime(text, from, to)
        || LineKind.isUser(text, from, to)
        || (shortFormat && LineKind.isQueryTime(text, from, to))
        || (entry.part() == Part.FRAGMENT && LineKind.isOldQueryTime(text, from, to));
  }

  /** Whether the line that the reader stands on is no longer part of the entry. */
  private boolean endsEntry() throws IOException {
    byte[] text = lines.buffer();
    int from = lines.start();
    int to = lines.end();
    if (entry.part() == Part.HEADER && !entry.complete()) {
      return LineKind.isBanner(text, from, to) || endsHeader(text, from, to);
    }
    if (bannerMark != Header.ABSENT && LineKind.isBannerPort(text, from, to)) {
      // The server died within the entry, and this is its next start.
      if (entry.inDoubt() && goBackToDoubt()) {
        return true;
      }
      entry.giveBack(bannerMark, 1);
      gaveBack = true;
      account.ignore(BANNER);
      return true;
    }
    if (entry.inDoubt() && entry.doubtfulLength() > MOST_DOUBTFUL_BYTES && goBackToDoubt()) {
      return true;
    }
    return entry.complete()
        && (isFirstOfEntry(text, from, to) || LineKind.isBanner(text, from, to))
        && endsForSure();
  }

  /**
   * Where the next entry seems to begin. If the statement is in a literal there, it may as well
   * hold a piece of a log: the place where yet another entry seems to begin, or the end of the
   * file, has to decide.
   */
  private boolean endsForSure() throws IOException {
    if (entry.inDoubt()) {
      return switch (entry.verdict()) {
        case OPEN -> false;
        case TEXT -> true;
        case ENTRIES -> goBackToDoubt();
      };
    }
    if (!entry.endsInLiteral()) {
      return true;
    }
    entry.doubt();
    lines.hold();
    return false;
  }

  /** Ends the entry before the lines in doubt, and has them read again; false if it is too late. */
  private boolean goBackToDoubt() throws IOException {
    if (lines.goBack()) {
      entry.disbelieve();
      return true;
    }
    entry.believe();
    return false;
  }

  /** Decides at the end of the file; true if the reader has gone back to lines in doubt. */
  private boolean endsAtDoubt() throws IOException {
    return entry.part() != Part.NONE
        && entry.inDoubt()
        && entry.verdict() != Doubt.Verdict.TEXT
        && goBackToDoubt();
  }

  /** Whether a further header begins although the statement of this one has not been seen. */
  private boolean endsHeader(byte[] text, int from, int to) {
    if (LineKind.isTime(text, from, to)) {
      return true;
    }
    boolean first =
        LineKind.isUser(text, from, to) || (shortFormat && LineKind.isQueryTime(text, from, to));
    return first && entry.header.queryTimeKey;
  }

  /** Ends the entry as a record or as a reject; true if there is a record that is wanted. */
  private boolean finishEntry() {
    bannerMark = Header.ABSENT;
    lines.release();
    if (entry.inDoubt()) {
      facts.entryInLiteral();
    }
    entry.finish();
    if (entry.blankLines() > 0) {
      account.ignore(BLANK_LINE, entry.blankLines());
    }
    String missing = missing();
    boolean wanted = false;
    if (missing == null) {
      account.recordLine();
      account.continuation(entry.lines() - 1);
      if (entry.endsInLiteral()) {
        facts.openLiteral();
      }
      wanted = rows.write(entry);
    } else {
      clock.carry(entry.header);
      reject(missing);
    }
    entry.end();
    return wanted;
  }

  private String missing() {
    if (entry.part() == Part.FRAGMENT) {
      return "the beginning of the entry is missing: no # Time or # User@Host line";
    }
    if (!entry.header.queryTimeKey) {
      return "the entry has no # Query_time";
    }
    if (entry.header.queryTime == Header.ABSENT) {
      return "the # Query_time of the entry is no time";
    }
    return entry.hasStatement() ? null : "the entry has no statement: its end is missing";
  }

  private void reject(String reason) {
    byte[] raw = Arrays.copyOf(entry.bytes(), Math.min(entry.size(), Reject.MAX_RAW_BYTES));
    Reject cut = Reject.of(entry.line(), entry.lines(), entry.offset(), reason, raw);
    account.reject(
        new Reject(cut.line(), cut.lines(), cut.byteOffset(), reason, cut.raw(), entry.length()));
  }

  @Override
  public Optional<Cut> cut() {
    // Where the line behind an entry shows that the entry ended earlier, both must be in one slice.
    return held && !gaveBack
        ? Optional.of(new Cut(lines.offset(), lines.number() - 1, inheritance().toString()))
        : Optional.empty();
  }

  private Inheritance inheritance() {
    return new Inheritance(shortFormat, clock.carried(), clock.session(), rows.database());
  }

  @Override
  public LogRecord record() {
    return record;
  }

  @Override
  public Observations observations() {
    return facts.observations(clock);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
