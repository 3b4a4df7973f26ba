package io.tierlens.pipeline.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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

  /** The columns that readers compare; a table has one of them. */
  private static final Set<String> TIMES = Set.of("start_time", "interval_end");

  /** No interval ends before it begins, so what is earliest for the one is so for the other. */
  private static final String EARLIER = "interval_start";

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
    if (isInstant(sides[1])) {
      return and(column(sides[0]), predicate.name(), instant(sides[1]), predicate);
    }
    if (isInstant(sides[0])) {
      return and(column(sides[1]), mirrored(predicate.name()), instant(sides[0]), predicate);
    }
    return this;
  }

  private TimeBounds and(String column, String comparison, long instant, Predicate predicate) {
    if (TIMES.contains(column)) {
      return and(comparison, instant, predicate);
    }
    boolean earliest = comparison.startsWith(">") || comparison.contains("=");
    return column.equals(EARLIER) && earliest && !comparison.equals("<=")
        ? and(">=", instant, predicate)
        : this;
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

  /** The name of a column of the table; empty if the side is none. */
  private static String column(Expression side) {
    return side instanceof NamedReference reference && reference.fieldNames().length == 1
        ? reference.fieldNames()[0]
        : "";
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
