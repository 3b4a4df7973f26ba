package io.tierlens.formats.sar;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.Cut;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.bytes.Tokens;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LineRecordReader;
import io.tierlens.formats.record.Observations;
import io.tierlens.formats.record.Selection;
import io.tierlens.formats.sysstat.CpuColumns;
import io.tierlens.formats.sysstat.RecordingFacts;
import io.tierlens.formats.sysstat.SysstatBinary;
import io.tierlens.formats.time.TimeOfDay;
import io.tierlens.formats.time.WallClock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes sar's text line by line; see {@link SarText}. */
final class SarReader extends LineRecordReader {

  /**
   * Too low: the interrupts of a machine with thousands of CPUs are cut. Too high: a file of one
   * endless line costs memory for nothing.
   */
  private static final int MAX_LINE_BYTES = 1 << 18;

  /** No locale prints a time of more words. */
  private static final int MAX_TIME_TOKENS = 4;

  private static final int NOT_FOUND = -1;

  private final Optional<BannerDate.Order> toldOrder;
  private final WallClock clock;

  private final Tokens tokens = new Tokens();
  private final TimeOfDay time = new TimeOfDay();
  private final RecordingFacts recording = new RecordingFacts();
  private final SarFacts facts;
  private final SarRows rows;

  /** A banner whose date waits for the first time stamp, which helps to tell its order. */
  private BannerDate undecided;

  /** Where times begin: the banner's day, later the last restart; null without a banner. */
  private ClockReading base;

  private final Map<String, Block> blocks = new LinkedHashMap<>();
  private Block block;
  private int timeTokens = 1;
  private boolean behindGap = true;

  /** The next column of the current row to be told, or that there is none. */
  private int nextColumn = NOT_FOUND;

  /** A section between two banners or restarts. */
  private record Block(Section section, CpuColumns cpu, Timeline timeline) {}

  SarReader(LineReader lines, ReadOptions options, Selection selection, Account account) {
    super(lines, account);
    toldOrder = options.text(ReadOptions.DATE_ORDER).map(BannerDate::order);
    clock = new WallClock(options.timeZone());
    facts = new SarFacts(recording, options);
    rows = new SarRows(selection, tokens);
    inherit(Inheritance.of(lines.slice().inherited()));
  }

  private void inherit(Inheritance before) {
    rows.machine(before.hostName(), before.cpus());
    base = before.base();
    timeTokens = before.timeTokens();
    for (Inheritance.OfSection each : before.sections()) {
      Section section = Section.goOn(each.section());
      Timeline timeline = each.timeline() == null ? null : Timeline.of(clock, each.timeline());
      Block open = new Block(section, CpuColumns.of(section.names()), timeline);
      if (blocks.size() == before.current()) {
        block = open;
      }
      blocks.put(key(section.header()), open);
    }
    behindGap = block == null;
  }

  /** Behind a row, when all of its figures were shown. */
  @Override
  public Optional<Cut> cut() {
    return nextColumn == NOT_FOUND && lines.terminated()
        ? Optional.of(new Cut(lines.nextOffset(), lines.number(), inheritance().toString()))
        : Optional.empty();
  }

  private Inheritance inheritance() {
    List<Inheritance.OfSection> sections = new ArrayList<>();
    int current = NOT_FOUND;
    for (Block each : blocks.values()) {
      if (each.equals(block)) {
        current = sections.size();
      }
      String timeline = each.timeline() == null ? null : each.timeline().state();
      sections.add(new Inheritance.OfSection(each.section().state(), timeline));
    }
    return new Inheritance(rows.hostName(), rows.cpus(), base, timeTokens, current, sections);
  }

  @Override
  protected boolean showMore() {
    return nextColumn != NOT_FOUND && showMetric();
  }

  @Override
  protected Optional<String> wholeFault() {
    return SysstatBinary.reason(lines);
  }

  @Override
  protected boolean takeLine() {
    if (lines.length() > MAX_LINE_BYTES) {
      return reject("the line is longer than any that sar prints");
    }
    tokens.split(lines.buffer(), lines.start(), lines.end());
    if (tokens.count() == 0) {
      behindGap = true;
      return ignore("blank line");
    }
    boolean gap = behindGap;
    behindGap = false;
    return looksLikeRow() ? takeRow() : takeOther(gap);
  }

  /** A figure follows the time, or the time and an item. */
  private boolean looksLikeRow() {
    int first = timeTokens;
    return block != null
        && tokens.count() > first
        && (isFigure(first) || (tokens.count() > first + 1 && isFigure(first + 1)))
        && tokens.first(0) != '#';
  }

  private boolean isFigure(int token) {
    return tokens.numeric(token) || SarWords.isNotAvailable(tokens, token);
  }

  private boolean takeRow() {
    if (!time.read(tokens, timeTokens)) {
      return takeOther(false);
    }
    Section section = block.section();
    if (!section.fits(tokens, timeTokens)) {
      return SarWords.isComment(tokens, timeTokens)
          ? ignore("comment")
          : reject(
              "the row has "
                  + (tokens.count() - timeTokens)
                  + " values, its header "
                  + section.columns()
                  + " columns");
    }
    Timeline timeline = block.timeline();
    if (timeline == null) {
      return reject("no banner above tells the date");
    }
    boolean newSample = section.beginsSample(tokens, timeTokens);
    long endBefore = timeline.end();
    Timeline.Verdict verdict = timeline.row(time.secondOfDay(), newSample);
    if (newSample || timeline.end() != endBefore) {
      section.rememberFirstItem(tokens, timeTokens);
    }
    return switch (verdict) {
      case INTERVAL -> takeFigures(section);
      case HOUR_BACK -> {
        if (newSample || timeline.end() != endBefore) {
          facts.hourBack();
        }
        yield takeFigures(section);
      }
      case SINCE_BOOT -> ignore("mean since boot");
      case EMPTY -> reject("no time has passed since the row before");
      case STEP_BACK -> {
        recording.stepBack();
        yield reject(
            "the time goes back by "
                + timeline.fall()
                + " s, and zone "
                + clock.zone().getID()
                + " has no change of clocks there");
      }
    };
  }

  private boolean takeFigures(Section section) {
    if (!lines.terminated() && section.mayBeCut(tokens, timeTokens, block.cpu() != null)) {
      return reject("the file ends within this row");
    }
    CpuColumns cpu = block.cpu();
    String wrong = cpu != null ? readCpu(cpu) : readMetrics(section);
    if (wrong != null) {
      return SarWords.isComment(tokens, timeTokens) ? ignore("comment") : reject(wrong);
    }
    account.recordLine();
    if (cpu != null) {
      boolean wanted = rows.wantsCpu(block.timeline());
      return wanted && show(rows.cpu(block.timeline()));
    }
    if (!rows.wantsMetrics(block.timeline())) {
      nextColumn = NOT_FOUND;
      return false;
    }
    return showMetric();
  }

  private String readCpu(CpuColumns columns) {
    String wrong = rows.readCpu(lines.number(), timeTokens, columns);
    if (wrong == null) {
      recording.cpuRow(columns);
      if (tokens.last(timeTokens + 1) == '%') {
        facts.units();
      }
    }
    return wrong;
  }

  private String readMetrics(Section section) {
    String wrong = section.readFigures(tokens, timeTokens);
    if (wrong != null) {
      return wrong;
    }
    section.rememberDecimals();
    if (section.hasUnits()) {
      facts.units();
    }
    nextColumn = figureFrom(section, 0);
    return nextColumn == NOT_FOUND ? "the header has no column of figures" : null;
  }

  private static int figureFrom(Section section, int column) {
    for (int i = column; i < section.columns(); i++) {
      if (section.isFigure(i)) {
        return i;
      }
    }
    return NOT_FOUND;
  }

  private boolean showMetric() {
    Section section = block.section();
    int column = nextColumn;
    nextColumn = figureFrom(section, column + 1);
    return show(rows.metric(lines.number(), timeTokens, section, column, block.timeline()));
  }

  private boolean takeOther(boolean gap) {
    if (tokens.first(0) == '#') {
      return ignore("comment");
    }
    if (SarWords.isBanner(tokens)) {
      return takeBanner();
    }
    int restart = SarWords.restart(tokens);
    if (restart != NOT_FOUND) {
      return takeRestart(restart);
    }
    if (SarWords.isLabelled(tokens)) {
      return tokens.count() > 1
          ? ignore("average")
          : reject("a label without values, or a cut line");
    }
    if (isComment()) {
      return ignore("comment");
    }
    int first = headerStart(gap);
    if (first != NOT_FOUND) {
      return takeHeader(first);
    }
    if (!time.read(tokens, timeTokensByForm())) {
      return reject("not a line that sar prints: it begins with no time of day");
    }
    return reject(
        block == null
            ? "no column header above"
            : "neither a row of the section above nor a header");
  }

  /** Behind a time of however many words: comments may stand before the first header. */
  private boolean isComment() {
    for (int i = 1; i <= MAX_TIME_TOKENS; i++) {
      if (SarWords.isComment(tokens, i) && time.read(tokens, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean takeBanner() {
    Optional<Banner> banner = Banner.of(tokens);
    if (banner.isEmpty()) {
      return reject(
          Banner.isDated(tokens)
              ? "the banner's date is not in figures; print sar with LC_ALL=C"
              : "the banner has no date");
    }
    facts.banner(banner.get());
    String cores = banner.get().cores();
    rows.machine(banner.get().host(), cores == null ? 0 : Integer.parseInt(cores));
    undecided = banner.get().date();
    base = null;
    forgetBlocks();
    return ignore("banner");
  }

  private boolean takeRestart(int words) {
    Banner.cores(tokens)
        .ifPresent(
            cores -> {
              recording.restart(cores);
              rows.machine(rows.hostName(), Integer.parseInt(cores));
            });
    if (words > 0 && time.read(tokens, words)) {
      decideDate(words);
      ClockReading last =
          block == null || block.timeline() == null ? base : block.timeline().last();
      if (last != null) {
        Timeline timeline = new Timeline(clock, last);
        timeline.header(time.secondOfDay());
        base = timeline.last();
      }
    } else if (block != null && block.timeline() != null) {
      base = block.timeline().last();
    }
    forgetBlocks();
    return ignore("LINUX RESTART");
  }

  private void forgetBlocks() {
    blocks.clear();
    block = null;
    behindGap = true;
  }

  /** The token at which the column names of a header begin, or that the line is none. */
  private int headerStart(boolean gap) {
    int last = Math.min(tokens.count() - 1, MAX_TIME_TOKENS);
    for (int i = 1; i <= last; i++) {
      if (SarWords.isFirstColumn(tokens, i) && namesOnly(i) && time.read(tokens, i)) {
        return i;
      }
    }
    int first = timeTokensByForm();
    boolean unknownHeader =
        gap && first < tokens.count() && namesOnly(first) && time.read(tokens, first);
    return unknownHeader ? first : NOT_FOUND;
  }

  private boolean namesOnly(int first) {
    for (int i = first; i < tokens.count(); i++) {
      if (isFigure(i)) {
        return false;
      }
    }
    return true;
  }

  /** Of how many words the time consists where no known column name tells. */
  private int timeTokensByForm() {
    if (timeTokens <= tokens.count() && timeTokens > 1 && time.read(tokens, timeTokens)) {
      return timeTokens;
    }
    return tokens.count() > 1 && time.read(tokens, 2) && time.twelveHour() ? 2 : 1;
  }

  private boolean takeHeader(int first) {
    timeTokens = first;
    decideDate(first);
    facts.clock(time.twelveHour());
    if (block == null || !block.section().hasHeader(tokens, first)) {
      block = blocks.computeIfAbsent(key(tokens.from(first)), header -> open(first));
    }
    if (block.timeline() != null) {
      block.timeline().header(time.secondOfDay());
    }
    return ignore("column header");
  }

  private static String key(byte[] header) {
    return new String(header, StandardCharsets.ISO_8859_1);
  }

  private Block open(int first) {
    Section section = new Section(tokens, first);
    if (!SarWords.isFirstColumn(tokens, first)) {
      facts.unknownSection(section);
    }
    CpuColumns cpu = CpuColumns.of(section.names());
    if (cpu != null) {
      recording.cpuSection(cpu);
    }
    return new Block(section, cpu, base == null ? null : new Timeline(clock, base));
  }

  private void decideDate(int words) {
    if (undecided == null) {
      return;
    }
    undecided
        .read(toldOrder, time.twelveHour(), words)
        .ifPresent(
            reading -> {
              facts.date(reading);
              base = ClockReading.dayOnly(reading.day());
            });
    undecided = null;
  }

  @Override
  public Observations observations() {
    return facts.observations();
  }
}
