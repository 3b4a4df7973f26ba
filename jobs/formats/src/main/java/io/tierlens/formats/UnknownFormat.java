package io.tierlens.formats;

import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.RecordType;
import io.tierlens.formats.record.RejectedFile;
import io.tierlens.formats.record.Selection;
import io.tierlens.formats.sysstat.SysstatBinary;
import java.util.List;
import java.util.Optional;

/** Stands for a file of no known kind: all of it is one reject, so that nothing gets lost. */
public final class UnknownFormat implements LogFormat {

  public static final String KIND = "unknown";

  private static final String REASON =
      "no known kind of log begins like this; name its kind in run.yaml if it is one";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<RecordType> recordTypes() {
    return List.of();
  }

  @Override
  public Optional<Guess> sniff(Head head) {
    return Optional.empty();
  }

  @Override
  public RecordReader open(
      LineReader lines, ReadOptions options, Selection selection, Account account) {
    return new RejectedFile(lines, account, first -> SysstatBinary.reason(first).orElse(REASON));
  }
}
