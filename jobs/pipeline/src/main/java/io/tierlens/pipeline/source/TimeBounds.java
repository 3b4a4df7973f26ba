package io.tierlens.pipeline.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.Literal;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.types.DataTypes;

/**
 * The bounds that a query's filters set to the time of a record.
 *
 * @param fromUs earliest time, in microseconds since the epoch
 * @param toUs latest time, itself included
 * @param predicates that say so
 */
record TimeBounds(long fromUs, long toUs, List<Predicate> predicates) {

  static final TimeBounds NONE = new TimeBounds(Long.MIN_VALUE, Long.MAX_VALUE, List.of());

  /** The column that readers compare. */
  private static final String COLUMN = "start_time";

  TimeBounds {
    predicates = List.copyOf(predicates);
  }

  /** The bounds of predicates that must all hold; those that set none are passed over. */
  static TimeBounds of(Predicate[] predicates) {
    return Arrays.stream(predicates).reduce(NONE, TimeBounds::and, (a, b) -> a);
  }

  private TimeBounds and(Predicate predicate) {
    Expression[] sides = predicate.children();
    if (sides.length != 2) {
      return this;
    }
    if (isColumn(sides[0]) && isInstant(sides[1])) {
      return and(predicate.name(), instant(sides[1]), predicate);
    }
    if (isInstant(sides[0]) && isColumn(sides[1])) {
      return and(mirrored(predicate.name()), instant(sides[0]), predicate);
    }
    return this;
  }

  private TimeBounds and(String comparison, long instant, Predicate predicate) {
    long from = fromUs;
    long to = toUs;
    switch (comparison) {
      // Strict ones are taken for the others: Spark looks once more.
      case ">", ">=" -> from = Math.max(from, instant);
      case "<", "<=" -> to = Math.min(to, instant);
      case "=", "<=>" -> {
        from = Math.max(from, instant);
        to = Math.min(to, instant);
      }
      default -> {
        return this;
      }
    }
    List<Predicate> more = new ArrayList<>(predicates);
    more.add(predicate);
    return new TimeBounds(from, to, more);
  }

  private static String mirrored(String comparison) {
    return switch (comparison) {
      case ">" -> "<";
      case ">=" -> "<=";
      case "<" -> ">";
      case "<=" -> ">=";
      default -> comparison;
    };
  }

  private static boolean isColumn(Expression side) {
    return side instanceof NamedReference reference
        && Arrays.equals(reference.fieldNames(), new String[] {COLUMN});
  }

  private static boolean isInstant(Expression side) {
    return side instanceof Literal<?> literal
        && literal.dataType().equals(DataTypes.TimestampType)
        && literal.value() instanceof Long;
  }

  private static long instant(Expression side) {
    return (Long) ((Literal<?>) side).value();
  }
}
