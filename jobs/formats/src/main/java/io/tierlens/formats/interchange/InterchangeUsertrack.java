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
import java.util.List;
import java.util.Optional;

/**
 * The TrackFile: one line a page, written at its end, with what the visitor did. The time of a
 * record is that of the page's end.
 */
public final class InterchangeUsertrack implements LogFormat {

  @Override
  public String kind() {
    return "interchange-usertrack";
  }

  @Override
  public List<RecordType> recordTypes() {
    return List.of(AppEvent.TYPE);
  }

  @Override
  public Optional<Guess> sniff(Head head) {
    UsertrackLine line = new UsertrackLine();
    return FittingLines.guess(
        kind(),
        head,
        "have an epoch second and actions among seven tab-separated fields",
        text -> line.parse(text, 0, text.length) == null && line.hasActions(text));
  }

  @Override
  public Optional<RecordStart> recordStart() {
    return Optional.of(RecordStart.EVERY_LINE);
  }

  @Override
  public RecordReader open(
      LineReader lines, ReadOptions options, Selection selection, Account account) {
    return new UsertrackReader(lines, selection, account, Ascii.bytes(kind()));
  }
}
