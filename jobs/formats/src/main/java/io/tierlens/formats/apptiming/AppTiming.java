package io.tierlens.formats.apptiming;

import io.tierlens.formats.Guess;
import io.tierlens.formats.Head;
import io.tierlens.formats.LogFormat;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.TrialReading;
import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.event.AppEvent;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.RecordType;
import io.tierlens.formats.record.Selection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tab-separated lines, one for each request, under a line that names the columns: {@code start} in
 * epoch seconds and {@code duration_us} must be among them. What a line means depends on the header
 * above it, so a file is read in one go.
 */
public final class AppTiming implements LogFormat {

  @Override
  public String kind() {
    return "app-timing";
  }

  @Override
  public List<RecordType> recordTypes() {
    return List.of(AppEvent.TYPE);
  }

  @Override
  public Optional<Guess> sniff(Head head) {
    List<byte[]> lines = head.filledLines();
    if (lines.isEmpty() || !TimingHeader.isHeader(lines.get(0), 0, lines.get(0).length)) {
      return Optional.empty();
    }
    TrialReading trial = TrialReading.of(head, this, ReadOptions.NONE);
    return Optional.of(
        new Guess(
            kind(),
            trial.confidence(),
            Map.of(),
            List.of("the first line names columns start and duration_us", trial.evidence())));
  }

  @Override
  public RecordReader open(
      LineReader lines, ReadOptions options, Selection selection, Account account) {
    return new TimingReader(lines, selection, account, Ascii.bytes(kind()));
  }
}
