package io.tierlens.pipeline.queries;

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
    return new Example(host, file, line, queryTimeUs, database, user, statement, statementBytes);
  }
}
