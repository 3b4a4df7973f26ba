package io.tierlens.formats.mysql;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;

/** Reads slow logs with small caps, so that tests reach them. */
final class SlowLogs {
  static final int LINE_CAP = 1 << 16;
  static final int STATEMENT_CAP = 1 << 20;

  private SlowLogs() {}

  static Reading read(String log) {
    return read(log, ReadOptions.NONE);
  }

  static Reading read(String log, ReadOptions options) {
    return read(log.getBytes(UTF_8), options, STATEMENT_CAP);
  }

  static Reading read(byte[] log, ReadOptions options, int statementCap) {
    return Reading.of(new MysqlSlowLog(statementCap), options, log, LINE_CAP);
  }
}
