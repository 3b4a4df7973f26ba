package io.tierlens.attribution.finding;

import io.tierlens.attribution.difference.Difference;
import io.tierlens.attribution.difference.MeanDifference;
import io.tierlens.attribution.difference.Verdict;
import io.tierlens.attribution.table.RunTier;
import io.tierlens.attribution.table.StatementTotal;
import io.tierlens.attribution.tier.Tier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Statements take longer in the database server: another plan, another index, other data. */
final class DatabaseChange implements Rule {
  static final double DB_SHARE_PERCENT = 50;
  static final double DB_SHARE_PERCENT_AGAINST = 20;
  static final double STATEMENT_TIMES = 2;
  static final double STATEMENT_QUERIES = 5;
  static final double STATEMENT_SHARE_PERCENT = 50;
  static final double STATEMENT_SHARE_PERCENT_AGAINST = 20;

  private record Growth(double factor, double addedUs) {}

  @Override
  public String name() {
    return "database-change";
  }

  @Override
  public String nextExperiment() {
    return "Run EXPLAIN for the statements that grew most on both servers (bin/tierlens queries"
        + " lists them), and compare versions, settings, indexes and sizes of tables.";
  }

  @Override
  public Diagnosis compare(Pair runs) {
    boolean allLogged =
        Boolean.TRUE.equals(runs.before().allLogged())
            && Boolean.TRUE.equals(runs.after().allLogged());
    return new Diagnosis()
        .key(
            allLogged ? shareOfDb(runs) : Figure.of(Measure.DB_SHARE, null),
            Band.from(DB_SHARE_PERCENT).againstBelow(DB_SHARE_PERCENT_AGAINST),
            Measurement.ALL_QUERIES)
        .sign(
            allLogged ? shareOfStatements(runs) : Figure.of(Measure.STATEMENT_SHARE, null),
            Band.from(STATEMENT_SHARE_PERCENT).againstBelow(STATEMENT_SHARE_PERCENT_AGAINST));
  }

  private static Figure shareOfDb(Pair runs) {
    RunTier was = runs.before().tier(Tier.DB);
    RunTier is = runs.after().tier(Tier.DB);
    Double added = runs.addedMs();
    if (was == null || is == null || added == null) {
      return Figure.of(Measure.DB_SHARE, null);
    }
    MeanDifference db = Difference.ofMeans(was, is);
    double share = 100 * (is.meanUs() - was.meanUs()) / 1e3 / added;
    boolean firm = db.verdict() == Verdict.SLOWER;
    return new Figure(Measure.DB_SHARE, was.meanUs(), is.meanUs(), share, firm);
  }

  /**
   * Where all statements grew alike, the machine is behind it; where few grew far more than the
   * others, they are. Of what statements added, the part of those.
   */
  private static Figure shareOfStatements(Pair runs) {
    List<Growth> growths = growths(runs);
    double all = growths.stream().mapToDouble(growth -> Math.max(0, growth.addedUs())).sum();
    if (growths.size() < 3 || all <= 0) {
      return Figure.of(Measure.STATEMENT_SHARE, null);
    }
    List<Double> factors = new ArrayList<>(growths.stream().map(Growth::factor).toList());
    Collections.sort(factors);
    double usual = factors.get((factors.size() - 1) / 2);
    double changed =
        growths.stream()
            .filter(growth -> growth.factor() >= STATEMENT_TIMES * Math.max(1, usual))
            .mapToDouble(Growth::addedUs)
            .sum();
    return Figure.of(Measure.STATEMENT_SHARE, 100 * changed / all);
  }

  private static List<Growth> growths(Pair runs) {
    Map<String, StatementTotal> known = new TreeMap<>();
    runs.before().statements().forEach(row -> known.put(row.fingerprintId(), row));
    Map<String, Growth> growths = new TreeMap<>();
    for (StatementTotal is : runs.after().statements()) {
      StatementTotal was = known.get(is.fingerprintId());
      if (was != null
          && was.totalUs() > 0
          && Math.min(was.queries(), is.queries()) >= STATEMENT_QUERIES) {
        double meanBefore = (double) was.totalUs() / was.queries();
        double meanAfter = (double) is.totalUs() / is.queries();
        growths.put(
            is.fingerprintId(),
            new Growth(meanAfter / meanBefore, (meanAfter - meanBefore) * is.queries()));
      }
    }
    return List.copyOf(growths.values());
  }
}
