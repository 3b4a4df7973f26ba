package io.tierlens.pipeline.queries;

/**
 * The longest entry of a class, and where to look it up.
 *
 * @param host null where the log was read by itself
 * @param file as named in the run folder, or as the user named it
 * @param line of the entry's first line, from 1
 * @param statement as logged; null for an administrator's command
 * @param statementBytes length of the whole statement
 * @param ptQueryId the id by which pt-query-digest knows the statement, 32 hexadecimal digits in
 *     upper case, of which its older releases show the last 16; null for an administrator's command
 */
public record Example(
    String host,
    String file,
    long line,
    long queryTimeUs,
    String database,
    String user,
    String statement,
    Long statementBytes,
    String ptQueryId) {}
