package io.tierlens.pipeline.queries;

import io.tierlens.formats.sql.PtFingerprint;

/** One entry with its texts, as table query has it. */
record LoggedStatement(
    long queryKey,
    String fingerprint,
    String host,
    String file,
    long line,
    long queryTimeUs,
    String database,
    String user,
    String statement,
    Long statementBytes) {

  Example example() {
    String ptQueryId = statement == null ? null : PtFingerprint.id(statement);
    return new Example(
        host, file, line, queryTimeUs, database, user, statement, statementBytes, ptQueryId);
  }
}
