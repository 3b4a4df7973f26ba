package io.tierlens.formats.interchange;

import static io.tierlens.formats.bytes.Numbers.NOT_A_NUMBER;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.event.AppEvent;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LineRecordReader;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.Observations;
import io.tierlens.formats.record.Selection;
import io.tierlens.formats.time.Slack;
import io.tierlens.formats.time.SyslogStamp;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Joins the marks that the debug log has of each page. Pages come in the order in which they end;
 * those that never ended come last, in the order in which they began.
 */
final class DebugReader extends LineRecordReader {
  private static final byte[] LOG_BEGINS = Ascii.bytes("Start DEBUG at ");

  private final byte[] kind;
  private final SyslogPrefix syslog = new SyslogPrefix();
  private final SyslogStamp stamps;
  private final DebugTemplates templates;
  private final DebugMark mark = new DebugMark();
  private final DebugPages sure = new DebugPages(true);
  private final DebugPages unsure = new DebugPages(false);
  private final Selection selection;
  private final LogRecord record;
  private DebugPrefix prefix;
  private Iterator<DebugPage> unfinished;
  private int neverEnded;
  private long withoutTime;
  private long overlapping;

  DebugReader(
      LineReader lines,
      DebugTemplates templates,
      SyslogStamp stamps,
      Selection selection,
      Account account,
      byte[] kind) {
    super(lines, account);
    this.templates = templates;
    this.stamps = stamps;
    this.selection = selection;
    this.record = new LogRecord(AppEvent.TYPE, selection);
    this.kind = kind;
  }

  @Override
  protected boolean takeLine() {
    byte[] line = lines.buffer();
    boolean sent = syslog.read(line, lines.start(), lines.end());
    if (sent && !syslog.ofInterchange(line)) {
      return ignore(SyslogNotes.OTHER_PROGRAM);
    }
    int start = sent ? syslog.text() : lines.start();
    return switch (mark.find(line, start, lines.end())) {
      case NONE -> takeOther(line, start);
      case BEGIN_CONNECTION -> ignore(DebugNotes.BEGIN_CONNECTION);
      case END_CGI_READ -> ignore(DebugNotes.END_CGI_READ);
      case BEGIN_DISPATCH -> takeMark(line, start, sent, true);
      case END_CONNECTION -> takeMark(line, start, sent, false);
    };
  }

  private boolean takeOther(byte[] line, int start) {
    if (start == lines.end()) {
      return ignore("empty line");
    }
    if (Ascii.startsWith(line, start, lines.end(), LOG_BEGINS)) {
      sure.restart();
      unsure.restart();
      return ignore(DebugNotes.LOG_BEGINS);
    }
    return ignore(DebugNotes.OTHER_MESSAGE);
  }

  private boolean takeMark(byte[] line, int start, boolean sent, boolean begins) {
    prefix = templates.read(line, start, mark, lines.end());
    if (prefix == null) {
      return reject(
          "the text around the mark does not fit the DebugTemplate; set format to the one of"
              + " interchange.cfg");
    }
    long time;
    long slackUs = Slack.OF_WHOLE_SECONDS_US;
    if (prefix.template().hasTime()) {
      time = prefix.time();
      slackUs = prefix.slackUs();
    } else if (sent) {
      time = syslog.time(stamps, line);
      slackUs = stamps.slackUs();
      if (time == SyslogStamp.NO_YEAR || time == SyslogStamp.NOT_A_TIME) {
        return reject(time == SyslogStamp.NO_YEAR ? SyslogNotes.NO_YEAR : SyslogNotes.NOT_A_TIME);
      }
    } else {
      withoutTime++;
      return ignore(DebugNotes.WITHOUT_TIME);
    }
    boolean certain = prefix.pid() != NOT_A_NUMBER;
    long pid = certain ? prefix.pid() : sent ? syslog.pid() : NOT_A_NUMBER;
    DebugPages pages = certain ? sure : unsure;
    return begins
        ? begin(pages, line, start, time, slackUs, pid)
        : end(pages, line, time, slackUs, pid);
  }

  private boolean begin(
      DebugPages pages, byte[] line, int start, long time, long slackUs, long pid) {
    DebugPage page =
        new DebugPage(lines.number(), time, slackUs, pid, mark, prefix, line, start, lines.end());
    int useless = pages.begin(page);
    if (useless > 0) {
      overlapping += useless;
      account.ignore(DebugNotes.SEVERAL_PAGES, useless);
    }
    return false;
  }

  private boolean end(DebugPages pages, byte[] line, long time, long slackUs, long pid) {
    if (!pages.running(pid)) {
      return reject("the end of a page whose beginning is not here");
    }
    DebugPage page = pages.end(pid);
    if (page == null) {
      overlapping++;
      return ignore(DebugNotes.SEVERAL_PAGES);
    }
    account.recordLine();
    account.continuation(1);
    if (!selection.holds(page.time())) {
      return false;
    }
    AppEvent.begin(record, page.line(), kind, page.time(), page.slackUs(), true);
    prefix.fill(record, line, prefix.starts(), prefix.ends());
    fillFrom(page);
    if (time >= page.time()) {
      // Else the clock was set back: then nothing is known of the duration.
      record.setLong(AppEvent.DURATION_US, time - page.time());
      record.setLong(AppEvent.DURATION_ERROR_US, Math.max(slackUs, page.slackUs()) + 1);
    }
    if (mark.cpuMicroseconds() >= page.cpuMicroseconds()) {
      record.setLong(AppEvent.CPU_US, mark.cpuMicroseconds() - page.cpuMicroseconds());
    }
    return show(record);
  }

  /** What the first mark told and the last one did not. */
  private void fillFrom(DebugPage page) {
    page.fill(record);
    if (page.pid() != NOT_A_NUMBER) {
      record.setLong(AppEvent.PID, page.pid());
    }
  }

  @Override
  protected boolean showRest() {
    if (unfinished == null) {
      List<DebugPage> left = new ArrayList<>(sure.drain());
      left.addAll(unsure.drain());
      neverEnded = left.size();
      left.forEach(page -> account.recordLine());
      unfinished = left.iterator();
    }
    while (unfinished.hasNext()) {
      DebugPage page = unfinished.next();
      if (selection.holds(page.time())) {
        AppEvent.begin(record, page.line(), kind, page.time(), page.slackUs(), false);
        fillFrom(page);
        return show(record);
      }
    }
    return false;
  }

  @Override
  public Observations observations() {
    Map<String, String> facts = new TreeMap<>();
    templates.chosen().ifPresent(template -> facts.put("debug template", template.text()));
    if (neverEnded > 0) {
      facts.put("pages that never ended", "" + neverEnded);
    }
    if (withoutTime > 0) {
      facts.put("marks without a time", withoutTime + "; " + DebugNotes.SET_TEMPLATE);
    }
    if (overlapping > 0) {
      facts.put("marks of pages that overlap", overlapping + "; " + DebugNotes.SET_TEMPLATE);
    }
    return new Observations(facts, Map.of());
  }
}
