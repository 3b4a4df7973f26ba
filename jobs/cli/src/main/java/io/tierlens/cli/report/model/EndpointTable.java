package io.tierlens.cli.report.model;

import static io.tierlens.cli.report.words.Figures.count;

import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.attribution.tier.EndpointTail;
import io.tierlens.cli.report.facts.RunFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Ranks the endpoints of one candidate by what they add to the difference of the means. */
final class EndpointTable {

  private final Options options;

  EndpointTable(Options options) {
    this.options = options;
  }

  EndpointMoves moves(Scope scope, RunFacts baseline, RunFacts candidate) {
    List<EndpointTier> allBase = baseline.endpoints(scope.window());
    List<EndpointTier> allRows = candidate.endpoints(scope.window());
    List<EndpointTier> base = EndpointTail.comparable(allBase, allRows);
    List<EndpointTier> rows = EndpointTail.comparable(allRows, allBase);
    long baseTotal = requests(base);
    long total = requests(rows);
    List<EndpointMove> moves = new ArrayList<>();
    int few = 0;
    for (EndpointTier row : rows) {
      EndpointTier peer = find(base, row.endpoint(), Tier.REQUEST);
      if (!EndpointMix.counts(row) || peer == null) {
        continue;
      }
      if (Math.min(row.requests(), peer.requests()) < options.minEndpointRequests()) {
        few++;
        continue;
      }
      double weight = (peer.requests() / (double) baseTotal + row.requests() / (double) total) / 2;
      moves.add(move(peer, row, weight, base, rows));
    }
    moves.sort(
        Comparator.comparingDouble((EndpointMove move) -> -Math.abs(move.contributionUs()))
            .thenComparing(EndpointMove::endpoint));
    List<EndpointMove> top = moves.subList(0, Math.min(options.topEndpoints(), moves.size()));
    List<String> remarks = remarks(base, rows, top, few, moves.size() - top.size());
    return new EndpointMoves(candidate.name(), scope.window(), top, remarks);
  }

  private List<String> remarks(
      List<EndpointTier> base, List<EndpointTier> rows, List<EndpointMove> top, int few, int more) {
    List<String> remarks = new ArrayList<>();
    if (base.isEmpty() || rows.isEmpty()) {
      remarks.add("the logs hold no endpoints to compare here");
    }
    if (top.stream().anyMatch(move -> move.endpoint().equals(EndpointTail.NAME))) {
      remarks.add(
          EndpointTail.NAME
              + " stands for all endpoints that only one of the runs tells apart or none does, so"
              + " other pages may have been asked for within it");
    }
    if (few > 0) {
      remarks.add(
          count(few)
              + " endpoints with fewer than "
              + options.minEndpointRequests()
              + " requests in either run are left out");
    }
    if (more > 0) {
      remarks.add(count(more) + " further endpoints moved less");
    }
    TreeSet<String> levels = new TreeSet<>();
    for (List<EndpointTier> side : List.of(base, rows)) {
      side.stream().filter(row -> !row.published()).forEach(row -> levels.add(row.level()));
    }
    for (String level : levels) {
      remarks.add(
          (top.isEmpty() ? "figures by endpoint" : "times of endpoints by tier")
              + " are withheld, "
              + LevelAdvice.of(level));
    }
    return remarks;
  }

  private static EndpointMove move(
      EndpointTier base,
      EndpointTier row,
      double weight,
      List<EndpointTier> allBase,
      List<EndpointTier> all) {
    double delta = row.meanUs() - base.meanUs();
    List<EndpointMove.TierMove> tiers = new ArrayList<>();
    for (Tier tier : Tier.values()) {
      EndpointTier one = find(allBase, row.endpoint(), tier);
      EndpointTier other = find(all, row.endpoint(), tier);
      if (tier.isPart() && one != null && other != null) {
        tiers.add(new EndpointMove.TierMove(tier, other.meanUs() - one.meanUs()));
      }
    }
    return new EndpointMove(
        row.endpoint(),
        base.requests(),
        row.requests(),
        base.meanUs(),
        row.meanUs(),
        delta,
        base.meanUs() == 0 ? null : delta / base.meanUs(),
        weight * delta,
        tiers);
  }

  private static EndpointTier find(List<EndpointTier> rows, String endpoint, Tier tier) {
    return rows.stream()
        .filter(row -> row.tier().equals(tier.key()) && row.endpoint().equals(endpoint))
        .filter(row -> row.published() && Objects.nonNull(row.meanUs()))
        .findFirst()
        .orElse(null);
  }

  private static long requests(List<EndpointTier> rows) {
    return rows.stream().filter(EndpointMix::counts).mapToLong(EndpointTier::requests).sum();
  }
}
