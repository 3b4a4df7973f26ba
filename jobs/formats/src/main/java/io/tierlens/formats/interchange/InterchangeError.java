package io.tierlens.formats.interchange;

import io.tierlens.formats.Guess;
import io.tierlens.formats.Head;
import io.tierlens.formats.LogFormat;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.bytes.RecordStart;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.RecordType;
import io.tierlens.formats.record.Selection;
import java.util.List;
import java.util.Optional;

/**
 * The error log of a catalog or of the whole server, in the default LogTimeFormat. A record is one
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
    return FittingLines.guess(
        kind(),
        head,
        "begin a message with client, session, user and a time",
        text -> line.parse(text, 0, text.length) == null);
  }

  @Override
  public Optional<RecordStart> recordStart() {
    return Optional.of((text, start, end) -> !ErrorReader.continues(text, start, end));
  }

  @Override
  public RecordReader open(
      LineReader lines, ReadOptions options, Selection selection, Account account) {
    return new ErrorReader(lines, selection, account, Ascii.bytes(kind()));
  }
}
