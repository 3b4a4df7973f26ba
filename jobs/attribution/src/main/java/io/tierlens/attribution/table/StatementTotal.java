package io.tierlens.attribution.table;

/**
 * What one class of statements took in the database of a run: all its entries of the slow log that
 * ran during the requests.
 *
 * @param windowName null for the whole run
 * @param fingerprintId as in table query
 */
public record StatementTotal(String windowName, String fingerprintId, long queries, long totalUs) {}
