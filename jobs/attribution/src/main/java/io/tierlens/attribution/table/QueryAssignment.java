package io.tierlens.attribution.table;

/**
 * Which request a query belongs to: a row of table query_assignment.
 *
 * @param requestKey null for a query of no request
 * @param probability weight of this request; the rows of one query sum to 1
 */
public record QueryAssignment(long queryKey, Long requestKey, double probability, String level) {}
