package io.tierlens.formats;

import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.LogRecord;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.RecordType;
import io.tierlens.formats.record.Reject;
import io.tierlens.formats.record.Selection;
import java.io.IOException;
import java.util.Arrays;
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
    return new RecordReader() {
      @Override
      public boolean next() throws IOException {
        byte[] first = {};
        while (lines.next()) {
          if (lines.number() == 1) {
            first = Arrays.copyOfRange(lines.buffer(), lines.start(), lines.end());
          }
        }
        if (account.lines() < lines.number()) {
          account.reject(Reject.of(1, lines.number(), 0, REASON, first));
        }
        return false;
      }

      @Override
      public LogRecord record() {
        throw new IllegalStateException("there is no record in a file of no known kind");
      }

      @Override
      public void close() throws IOException {
        lines.close();
      }
    };
  }
}
