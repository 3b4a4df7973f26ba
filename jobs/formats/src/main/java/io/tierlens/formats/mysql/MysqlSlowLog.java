package io.tierlens.formats.mysql;

import io.tierlens.formats.Guess;
import io.tierlens.formats.Head;
import io.tierlens.formats.LogFormat;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.bytes.LineReader;
import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.RecordReader;
import io.tierlens.formats.record.RecordType;
import io.tierlens.formats.record.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The slow query log of MySQL, MariaDB and Percona Server.
 *
 * <p>Stamps of ISO 8601 are exact ends. Others are whole seconds; whether of the start or of the
 * end is told by {@link ReadOptions#TIME_BASIS}, which a first pass learns from the order of the
 * entries where it can. Without it a statement is known only to have started in [stamp - query
 * time, stamp + 1 s): the slack covers all of it, and the row names no basis. A stamp without zone
 * is read in {@link ReadOptions#TIME_ZONE}, but only where the entry has no {@code SET timestamp}.
 */
public final class MysqlSlowLog implements LogFormat {

  /**
   * Too low: real statements of 1.5 MB are cut. Too high: a file that never ends its last statement
   * fills the memory.
   */
  private static final int STATEMENT_CAP_BYTES = 16 << 20;

  private static final String KIND = "mysql-slow-log";

  private final int statementCap;

  public MysqlSlowLog() {
    this(STATEMENT_CAP_BYTES);
  }

  MysqlSlowLog(int statementCap) {
    this.statementCap = statementCap;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<RecordType> recordTypes() {
    return List.of(QueryRecord.TYPE);
  }

  @Override
  public Optional<Guess> sniff(Head head) {
    boolean user = false;
    boolean queryTime = false;
    String banner = null;
    for (String line : head.lines()) {
      byte[] text = Ascii.bytes(line);
      user |= LineKind.isUser(text, 0, text.length);
      queryTime |= LineKind.isQueryTime(text, 0, text.length);
      if (banner == null && LineKind.isBanner(text, 0, text.length)) {
        banner = line.strip();
      }
    }
    // The general query log begins with the same banner, so the banner alone is not enough.
    int confidence = (banner != null ? 40 : 0) + (user ? 30 : 0) + (queryTime ? 60 : 0);
    if (confidence < 40) {
      return Optional.empty();
    }
    List<String> evidence = new ArrayList<>();
    if (banner != null) {
      evidence.add("begins with a server's banner: " + banner);
    }
    if (user || queryTime) {
      evidence.add("has header lines of entries");
    }
    return Optional.of(new Guess(KIND, Math.min(confidence, 100), Map.of(), evidence));
  }

  @Override
  public boolean needsFirstPass() {
    return true;
  }

  @Override
  public RecordReader open(
      LineReader lines, ReadOptions options, Selection selection, Account account) {
    return new SlowLogReader(lines, options, selection, account, statementCap);
  }
}
