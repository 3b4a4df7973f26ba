package io.tierlens.formats.interchange;

import io.tierlens.formats.Guess;
import io.tierlens.formats.Head;
import io.tierlens.formats.LogFormat;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.event.AppEvent;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.RecordType;
import io.tierlens.formats.record.Selection;
import java.util.List;
import java.util.Optional;
import org.joda.time.DateTimeZone;

/**
 * The debug log with ShowTimes on. A record is one page from {@code begin dispatch} to {@code end
 * connection} of one process, with its CPU time. Pages have times only if the DebugTemplate gives
 * one or the log went through syslog. The option {@link ReadOptions#FORMAT} takes the
 * DebugTemplate; without it the usual ones are tried.
 */
public final class InterchangeDebug implements LogFormat {

  @Override
  public String kind() {
    return "interchange-debug";
  }

  @Override
  public List<RecordType> recordTypes() {
    return List.of(AppEvent.TYPE);
  }

  @Override
  public Optional<Guess> sniff(Head head) {
    return DebugSniffer.sniff(kind(), head);
  }

  @Override
  public ReadOptions settle(Head head, ReadOptions stated) {
    return SyslogNotes.settle(head, stated);
  }

  @Override
  public RecordReader open(
      LineReader lines, ReadOptions options, Selection selection, Account account) {
    DateTimeZone zone = options.timeZone();
    DebugTemplates templates =
        options
            .text(ReadOptions.FORMAT)
            .map(format -> DebugTemplates.of(DebugTemplate.of(format), zone))
            .orElseGet(() -> DebugTemplates.ofUsual(zone));
    return new DebugReader(
        lines, templates, SyslogNotes.stamps(options), selection, account, Ascii.bytes(kind()));
  }
}
