package io.tierlens.cli.report.facts;

import static java.util.Collections.unmodifiableSortedMap;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One row of table {@code ledger}: the account of one input file.
 *
 * @param host machine of the file, nullable
 * @param file path as named in the run folder
 * @param kind kind of log, or unknown
 * @param bytes length as stored
 * @param lines lines of the decompressed text
 * @param rows rows that the file gave
 * @param recordLines lines that began or held records
 * @param continuationLines further lines of records
 * @param ignoredLines lines that by their format hold no record
 * @param rejectedLines lines that could not be read
 * @param firstTime earliest instant of a record, nullable
 * @param lastTime latest instant of a record, nullable
 * @param sha256 of the stored bytes
 * @param ignored ignored lines by what they are
 * @param options what the file was read with
 * @param facts what the file tells of itself
 */
public record LedgerRow(
    String host,
    String file,
    String kind,
    long bytes,
    long lines,
    long rows,
    long recordLines,
    long continuationLines,
    long ignoredLines,
    long rejectedLines,
    Instant firstTime,
    Instant lastTime,
    String sha256,
    SortedMap<String, Long> ignored,
    SortedMap<String, String> options,
    SortedMap<String, String> facts) {

  /** Copies the maps. */
  public LedgerRow {
    requireNonNull(file, "file");
    requireNonNull(kind, "kind");
    requireNonNull(sha256, "sha256");
    ignored = unmodifiableSortedMap(new TreeMap<>(ignored));
    options = unmodifiableSortedMap(new TreeMap<>(options));
    facts = unmodifiableSortedMap(new TreeMap<>(facts));
  }
}
