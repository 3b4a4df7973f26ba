package io.tierlens.pipeline.export;

/**
 * A query that is tied to a request: see table query.
 *
 * @param fingerprint cut where it is very long; null for a command without one
 * @param statement with its literals, likewise; null also where statements were not asked for
 * @param textLength characters of the whole statement, or fingerprint; null without one
 * @param probability that it is of this request
 */
public record LoggedQuery(
    long queryKey,
    String host,
    long startTime,
    long startSlackUs,
    long queryTimeUs,
    long queryTimeErrorUs,
    Long lockTimeUs,
    Long rowsSent,
    Long rowsExamined,
    Long rowsAffected,
    Long threadId,
    String database,
    String command,
    String fingerprintId,
    String fingerprint,
    String statement,
    Integer textLength,
    double probability,
    String file,
    long line) {}
