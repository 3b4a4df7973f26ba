package io.tierlens.formats.interchange;

import io.tierlens.formats.Guess;
import io.tierlens.formats.Head;
import io.tierlens.formats.LogFormat;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.bytes.RecordStart;
import io.tierlens.formats.event.AppEvent;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.RecordType;
import io.tierlens.formats.record.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The error log of a catalog or of the whole server, in the default LogTimeFormat or with the short
 * names of months, and the same messages as syslog keeps them: those have no time of their own, so
 * theirs is that of syslog, which needs {@link ReadOptions#YEAR} where it has none. A record is one
 * message with all its lines.
 */
public final class InterchangeError implements LogFormat {

  @Override
  public String kind() {
    return "interchange-error";
  }

  @Override
  public List<RecordType> recordTypes() {
    return List.of(AppEvent.TYPE);
  }

  @Override
  public Optional<Guess> sniff(Head head) {
    ErrorLine line = new ErrorLine();
    SyslogPrefix prefix = new SyslogPrefix();
    SevenFields fields = new SevenFields();
    DebugMark mark = new DebugMark();
    return FittingLines.guess(
            kind(),
            head,
            "begin a message with client, session, user and a time, or are syslog's of Interchange",
            text -> {
              if (line.parse(text, 0, text.length) == null) {
                return true;
              }
              return prefix.read(text, 0, text.length)
                  && prefix.ofInterchange(text)
                  && !fields.split(text, 0, text.length)
                  && mark.find(text, prefix.text(), text.length) == DebugMark.Kind.NONE;
            })
        .map(guess -> SyslogNotes.firstMonth(head) == 0 ? guess : withNote(guess));
  }

  private static Guess withNote(Guess guess) {
    List<String> evidence = new ArrayList<>(guess.evidence());
    evidence.add("stamps of syslog have no year: set year to that of the first line");
    return new Guess(guess.kind(), guess.confidence(), guess.options(), evidence);
  }

  @Override
  public ReadOptions settle(Head head, ReadOptions stated) {
    return SyslogNotes.settle(head, stated);
  }

  @Override
  public Optional<RecordStart> recordStart() {
    SyslogPrefix prefix = new SyslogPrefix();
    return Optional.of((text, start, end) -> !ErrorReader.continues(prefix, text, start, end));
  }

  @Override
  public RecordReader open(
      LineReader lines, ReadOptions options, Selection selection, Account account) {
    return new ErrorReader(
        lines, SyslogNotes.stamps(options), selection, account, Ascii.bytes(kind()));
  }
}
