package io.tierlens.pipeline.queries;

/**
 * The longest entry of a class, and where to look it up.
 *
 * @param host null where the log was read by itself
 * @param file as named in the run folder, or as the user named it
 * @param line of the entry's first line, from 1
 * @param statement as logged; null for an administrator's command
 * @param statementBytes length of the whole statement
 */
public record Example(
    String host,
    String file,
    long line,
    long queryTimeUs,
    String database,
    String user,
    String statement,
    Long statementBytes) {}
