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

/**
 * The log of the benchtimes extension: two lines a page, one at its beginning, one with its CPU
 * time at its end. A page that ends is one record with both lines; one that does not is a record
 * without a duration, which is not complete.
 */
public final class InterchangeBench implements LogFormat {

  @Override
  public String kind() {
    return "interchange-bench";
  }

  @Override
  public List<RecordType> recordTypes() {
    return List.of(AppEvent.TYPE);
  }

  @Override
  public Optional<Guess> sniff(Head head) {
    BenchLine line = new BenchLine();
    return FittingLines.guess(
        kind(),
        head,
        "are a page's begin or end in seven tab-separated fields",
        text -> line.parse(text, 0, text.length) == null);
  }

  @Override
  public RecordReader open(
      LineReader lines, ReadOptions options, Selection selection, Account account) {
    return new BenchReader(lines, selection, account, Ascii.bytes(kind()));
  }
}
