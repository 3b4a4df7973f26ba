package io.tierlens.pipeline.source;

import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.connector.read.SupportsPushDownV2Filters;
import org.apache.spark.sql.types.StructType;

/** Is told by Spark which columns and rows a query needs. */
final class LogScanBuilder implements SupportsPushDownRequiredColumns, SupportsPushDownV2Filters {
  private final String table;
  private final SlicePlan plan;
  private final BadLines badLines;
  private final boolean takesBadLines;
  private StructType wanted;
  private TimeBounds bounds = TimeBounds.NONE;

  LogScanBuilder(String table, StructType schema, SlicePlan plan, BadLines badLines) {
    this.table = table;
    this.plan = plan;
    this.badLines = badLines;
    this.wanted = schema;
    // A count must not depend on which columns it looks at.
    this.takesBadLines = schema.getFieldIndex(badLines.column()).isDefined();
  }

  @Override
  public void pruneColumns(StructType requiredSchema) {
    wanted = requiredSchema;
  }

  /** All are left to Spark as well: bounds only spare work. */
  @Override
  public Predicate[] pushPredicates(Predicate[] predicates) {
    bounds = TimeBounds.of(predicates);
    return predicates;
  }

  @Override
  public Predicate[] pushedPredicates() {
    return bounds.predicates().toArray(new Predicate[0]);
  }

  @Override
  public LogScan build() {
    BadLines fate =
        badLines.fate() == BadLines.Fate.ROWS && !takesBadLines ? BadLines.LEFT_OUT : badLines;
    return new LogScan(table, wanted, plan, fate, bounds);
  }
}
