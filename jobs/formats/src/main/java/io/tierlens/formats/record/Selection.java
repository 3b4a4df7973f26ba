package io.tierlens.formats.record;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * What a caller wants of a file's records, so that a reader can spare itself the rest. It may give
 * more than was wanted; which lines are records, ignored or rejected never depends on it.
 */
public final class Selection {

  /** Every field of every record. */
  public static final Selection ALL = new Selection(null, null, Long.MIN_VALUE, Long.MAX_VALUE);

  private final String table;
  private final Set<String> fields;
  private final long fromUs;
  private final long toUs;

  private Selection(String table, Set<String> fields, long fromUs, long toUs) {
    this.table = table;
    this.fields = fields;
    this.fromUs = fromUs;
    this.toUs = toUs;
  }

  /** Only these fields; of those that a record has not, nothing comes. */
  public static Selection of(Set<String> fields) {
    return new Selection(
        null, Set.copyOf(requireNonNull(fields, "fields is null")), ALL.fromUs, ALL.toUs);
  }

  /** The same, of the records of one table. */
  public Selection ofTable(String name) {
    return new Selection(requireNonNull(name, "name is null"), fields, fromUs, toUs);
  }

  /**
   * The same, of records whose time is within bounds.
   *
   * @param from the earliest time, in microseconds since the epoch
   * @param to the latest time, itself included
   */
  public Selection between(long from, long to) {
    return new Selection(table, fields, from, to);
  }

  public boolean wants(String field) {
    return fields == null || fields.contains(field);
  }

  /** Whether records of a table are wanted at all. */
  public boolean wants(RecordType type) {
    return table == null || table.equals(type.table());
  }

  /** Whether a record of this time is wanted, in microseconds since the epoch. */
  public boolean holds(long timeUs) {
    return timeUs >= fromUs && timeUs <= toUs;
  }
}
