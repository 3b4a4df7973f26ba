package io.tierlens.cli.report.model;

import static io.tierlens.cli.report.words.Figures.count;

import io.tierlens.attribution.table.Remark;
import io.tierlens.attribution.table.RunTier;
import io.tierlens.cli.report.facts.QueryTotals;
import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.facts.StatementRow;
import io.tierlens.cli.report.model.QueryMoves.QueryMove;
import io.tierlens.cli.report.words.DurationUnit;
import io.tierlens.cli.report.words.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Ranks the classes of statements of one candidate by what they add to a request. */
final class QueryTable {

  private final Options options;

  QueryTable(Options options) {
    this.options = options;
  }

  QueryMoves moves(Scope scope, RunFacts baseline, RunFacts candidate) {
    String window = scope.window();
    List<String> remarks = new ArrayList<>();
    for (RunFacts run : List.of(baseline, candidate)) {
      if (run.queries() == null) {
        remarks.add(run.name() + " has no slow log, so its statements are not known");
      } else if (run.queries().empty()) {
        remarks.add("the slow log of " + run.name() + " is there and empty");
      } else if (requests(run, window) == 0) {
        remarks.add(run.name() + " has no requests here");
      }
    }
    List<QueryMove> moves = remarks.isEmpty() ? all(window, baseline, candidate) : List.of();
    if (remarks.isEmpty()) {
      ofThoseLogged(baseline, remarks);
      ofThoseLogged(candidate, remarks);
    }
    List<QueryMove> top = moves.subList(0, Math.min(options.topQueries(), moves.size()));
    if (moves.size() > top.size()) {
      double rest =
          moves.subList(top.size(), moves.size()).stream().mapToDouble(QueryMove::deltaUs).sum();
      remarks.add(
          count(moves.size() - top.size())
              + " further classes of statements moved less, together "
              + new Figures(DurationUnit.fitting(Math.abs(rest))).signed(rest)
              + " per request");
    }
    return new QueryMoves(candidate.name(), window, top, remarks);
  }

  private static List<QueryMove> all(String window, RunFacts baseline, RunFacts candidate) {
    Map<String, StatementRow> before = byClass(baseline, window);
    Map<String, StatementRow> after = byClass(candidate, window);
    TreeSet<String> classes = new TreeSet<>(before.keySet());
    classes.addAll(after.keySet());
    List<QueryMove> moves = new ArrayList<>();
    for (String id : classes) {
      moves.add(
          move(
              before.get(id),
              after.get(id),
              requests(baseline, window),
              requests(candidate, window)));
    }
    moves.sort(
        Comparator.comparingDouble((QueryMove move) -> -Math.abs(move.deltaUs()))
            .thenComparing(QueryMove::fingerprintId));
    return moves;
  }

  private static Map<String, StatementRow> byClass(RunFacts run, String window) {
    Map<String, StatementRow> rows = new LinkedHashMap<>();
    run.statements(window).forEach(row -> rows.put(row.fingerprintId(), row));
    return rows;
  }

  private static QueryMove move(
      StatementRow before, StatementRow after, long requestsBefore, long requestsAfter) {
    Double baselineUs = before == null ? null : over(before.totalUs(), requestsBefore);
    Double candidateUs = after == null ? null : over(after.totalUs(), requestsAfter);
    StatementRow any = before == null ? after : before;
    return new QueryMove(
        any.fingerprintId(),
        any.fingerprint(),
        before == null ? null : over(before.queries(), requestsBefore),
        after == null ? null : over(after.queries(), requestsAfter),
        before == null ? null : over(before.totalUs(), before.queries()),
        after == null ? null : over(after.totalUs(), after.queries()),
        baselineUs,
        candidateUs,
        (candidateUs == null ? 0 : candidateUs) - (baselineUs == null ? 0 : baselineUs));
  }

  private static Double over(long sum, long of) {
    return sum / (double) of;
  }

  private static long requests(RunFacts run, String window) {
    return run.tier(window, Tier.REQUEST.key()).map(RunTier::requests).orElse(0L);
  }

  /** What a log leaves out is no measure of the statements. */
  private static void ofThoseLogged(RunFacts run, List<String> remarks) {
    QueryTotals queries = run.queries();
    if (run.remark(Remark.Rule.QUERIES_SAMPLED).isPresent()) {
      remarks.add(
          "of those logged alone: the slow log of "
              + run.name()
              + " holds a sample of the statements");
    } else if (queries.thresholdUs() == null) {
      remarks.add(
          "whether the slow log of " + run.name() + " leaves out short statements is not known");
    } else if (queries.thresholdUs() > 0) {
      remarks.add(
          "of those logged alone: the slow log of "
              + run.name()
              + " leaves out statements shorter than "
              + new Figures(DurationUnit.fitting(queries.thresholdUs()))
                  .duration((double) queries.thresholdUs())
              + "; a slower machine has more above that, so a class may seem to have moved more than"
              + " it did");
    }
    if (queries.ofNoRequest() != null && queries.ofNoRequest() > 0) {
      remarks.add(
          count(queries.ofNoRequest())
              + " statements of "
              + run.name()
              + " are of no request and not counted, in all of the run");
    }
  }
}
