package io.tierlens.attribution.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.table.Comparison;
import io.tierlens.attribution.table.RunTables;
import io.tierlens.attribution.table.StatementTotal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A threshold in the slow log makes a comparison of databases say what is not so. */
class SeenQueriesTest {
  private static final int REQUESTS = 1500;
  private static final double DB_SLOWER = 2.3;

  /** Of the difference of the mean request; the rest is the application's. */
  private static final double DB_SHARE = 0.47;

  private double dbBefore;
  private double dbAfter;

  @Test
  void withAllQueriesLoggedTheTruthIsTold() {
    List<Comparison> rows = compare(0);
    Comparison db = RunComparisonTest.row(rows, "mean", "total", "db");
    assertThat(db.candidateUs() / db.baselineUs()).isCloseTo(DB_SLOWER, within(0.25));
    assertThat(db.significant()).isTrue();
    assertThat(rows).noneMatch(r -> r.component().equals("seen"));
    assertThat(rows).noneMatch(r -> "threshold".equals(r.refusal()));
  }

  @Test
  void withAThresholdOfASecondTheDatabaseIsNotCompared() {
    List<Comparison> rows = compare(1_000_000);
    Comparison seen = RunComparisonTest.row(rows, "mean", "seen", "db");
    Comparison request = RunComparisonTest.row(rows, "mean", "total", "request");
    // What a reader of the slow logs would say: seven times as slow, and a seventh of it all.
    assertThat(seen.candidateUs() / seen.baselineUs()).isBetween(5.0, 9.0);
    assertThat(seen.deltaUs() / request.deltaUs()).isBetween(0.1, 0.2);
    assertThat(seen.refusal()).isEqualTo("threshold");
    assertThat(seen.lowUs()).isNull();
    Comparison db = RunComparisonTest.row(rows, "mean", "total", "db");
    assertThat(db.refusal()).isEqualTo("threshold");
    assertThat(db.deltaUs()).isNull();
    assertThat(rows)
        .filteredOn(r -> r.tier().equals("db") || r.tier().equals("app"))
        .allMatch(r -> r.significant() == null)
        .allMatch(r -> r.component().equals("seen") || r.deltaUs() == null);
    assertThat(request.significant()).isTrue();
    // Of each run the log shows so much at least, and so much of it both show.
    assertThat(seen.baselineRatio()).isBetween(0.001, 0.05);
    assertThat(seen.candidateRatio()).isBetween(0.02, 0.2);
    assertThat(seen.coverage()).isBetween(0.3, 1.0);
  }

  @Test
  void whatTheLogsAllowHoldsTheTruth() {
    List<Comparison> rows = compare(1_000_000);
    Comparison bounds = RunComparisonTest.row(rows, "mean", "bounds", "db");
    assertThat(bounds.lowUs()).isLessThan(dbAfter - dbBefore);
    assertThat(bounds.highUs()).isGreaterThan(dbAfter - dbBefore);
    assertThat(bounds.deltaUs()).isNull();
  }

  @Test
  void oneThresholdIsEnough() {
    RunTables all = run(1, 1, 0);
    RunTables slow = run(2, DB_SLOWER, 1_000_000);
    for (List<Comparison> rows :
        List.of(RunComparison.of(all, slow), RunComparison.of(slow, all))) {
      assertThat(RunComparisonTest.row(rows, "mean", "total", "db").refusal())
          .isEqualTo("threshold");
      assertThat(RunComparisonTest.row(rows, "p50", "total", "request").significant()).isTrue();
      assertThat(rows).noneMatch(r -> r.measure().equals("p50") && !r.tier().equals("request"));
    }
  }

  private List<Comparison> compare(long thresholdUs) {
    RunTables baseline = run(1, 1, thresholdUs);
    dbBefore = dbUs;
    RunTables candidate = run(2, DB_SLOWER, thresholdUs);
    dbAfter = dbUs;
    return RunComparison.of(baseline, candidate);
  }

  private double dbUs;

  /** Requests of six statements each, lognormal; what the log does not hold is in no total. */
  private RunTables run(long seed, double slower, long thresholdUs) {
    Random random = new Random(seed);
    MadeRun run = new MadeRun();
    run.thresholdUs = thresholdUs;
    Map<String, long[]> totals = new HashMap<>();
    double dbMean = 6 * 59_000;
    double appMore = (DB_SLOWER - 1) * dbMean * (1 - DB_SHARE) / DB_SHARE;
    double app = 250_000 + (slower - 1) / (DB_SLOWER - 1) * appMore;
    long at = MadeRun.START;
    double sum = 0;
    for (int i = 0; i < REQUESTS; i++) {
      long db = 0;
      for (int q = 0; q < 6; q++) {
        double sigma = 1.31;
        long us =
            Math.round(
                slower * 59_000 * Math.exp(sigma * random.nextGaussian() - sigma * sigma / 2));
        db += us;
        if (us >= thresholdUs) {
          long[] total = totals.computeIfAbsent("statement" + q, s -> new long[2]);
          total[0]++;
          total[1] += us;
        }
      }
      sum += db;
      long self = Math.round(app * Math.exp(0.3 * random.nextGaussian() - 0.045));
      // Tying whole connections gives a figure for each request, threshold or not.
      run.add("GET /item", at, db + self + 5_000, db, self, null);
      at += db + self + 100_000;
    }
    dbUs = sum / REQUESTS;
    totals.forEach(
        (id, total) -> run.statements.add(new StatementTotal(null, id, total[0], total[1])));
    return run.tables("run" + seed);
  }
}
