package io.tierlens.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.table.EndpointTier;
import io.tierlens.attribution.tier.EndpointTail;
import io.tierlens.cli.report.facts.RemarkRow;
import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.model.EndpointMove;
import io.tierlens.cli.report.model.EndpointMoves;
import io.tierlens.cli.report.model.Options;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.ReportBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointTailReportTest {

  private static final RunFacts PHYSICAL = SampleRuns.physical();
  private static final RunFacts VIRTUAL = SampleRuns.virtual();
  private static final String KEPT_IN_ONE = "GET /cgi-bin/strap/{sku}.html";

  @Test
  void theSizeOfTheTailIsSaid() {
    RemarkRow remark = new RemarkRow(null, "ENDPOINTS_IN_TAIL", null, 1_410, 1_910.0);
    Report report = build(with(PHYSICAL, PHYSICAL.endpoints(), List.of(remark)), VIRTUAL);
    assertThat(report.quality().get(0).notes())
        .anyMatch(
            note ->
                note.endsWith(
                    " endpoints, those that took the least time in all, are told together as"
                        + " {other}"))
        .anyMatch(note -> note.contains("1,410 of 1,910 endpoints"));
    assertThat(report.quality().get(1).notes()).noneMatch(note -> note.contains("{other}"));
  }

  @Test
  void anEndpointThatOneRunKeepsIsComparedWithinTheTails() {
    EndpointMove kept = move(build(PHYSICAL, VIRTUAL), KEPT_IN_ONE);
    RunFacts inTail =
        with(
            VIRTUAL,
            VIRTUAL.endpoints().stream().map(EndpointTailReportTest::tail).toList(),
            List.of());
    RunFacts smallTail = with(PHYSICAL, withTail(PHYSICAL.endpoints()), List.of());
    Report report = build(smallTail, inTail);
    EndpointMoves moves = report.endpoints().get(0);
    assertThat(moves.moves()).extracting(EndpointMove::endpoint).doesNotContain(KEPT_IN_ONE);
    EndpointMove tail = move(report, EndpointTail.NAME);
    assertThat(tail.candidateRequests()).isEqualTo(kept.candidateRequests());
    assertThat(tail.baselineRequests()).isEqualTo(kept.baselineRequests() + 1);
    assertThat(tail.candidateMeanUs()).isEqualTo(kept.candidateMeanUs());
    assertThat(tail.baselineMeanUs())
        .isCloseTo(
            (kept.baselineMeanUs() * kept.baselineRequests() + 1_000)
                / (kept.baselineRequests() + 1),
            within(1e-6));
    assertThat(moves.remarks()).anyMatch(remark -> remark.startsWith("{other} stands for all"));
    assertThat(build(PHYSICAL, VIRTUAL).endpoints().get(0).remarks())
        .noneMatch(remark -> remark.contains("{other}"));
  }

  private static EndpointTier tail(EndpointTier row) {
    return row.endpoint().equals(KEPT_IN_ONE)
        ? row(row, EndpointTail.NAME, row.meanUs(), row.requests())
        : row;
  }

  /** The rows, and in each window a tail of one request of a millisecond. */
  private static List<EndpointTier> withTail(List<EndpointTier> rows) {
    List<EndpointTier> all = new ArrayList<>(rows);
    for (EndpointTier row : rows) {
      if (row.endpoint().equals(KEPT_IN_ONE)) {
        double mean = row.tier().equals("request") || row.tier().equals("web") ? 1_000 : 0;
        all.add(row(row, EndpointTail.NAME, mean, 1));
      }
    }
    return all;
  }

  private static EndpointTier row(EndpointTier row, String endpoint, Double mean, long requests) {
    return new EndpointTier(
        row.windowName(),
        endpoint,
        row.tier(),
        mean,
        mean,
        mean,
        row.share(),
        requests,
        row.level(),
        row.expectedError(),
        row.published());
  }

  private static EndpointMove move(Report report, String endpoint) {
    return report.endpoints().get(0).moves().stream()
        .filter(move -> move.endpoint().equals(endpoint))
        .findFirst()
        .orElseThrow();
  }

  private static RunFacts with(
      RunFacts run, List<EndpointTier> endpoints, List<RemarkRow> remarks) {
    return new RunFacts(
        run.run(),
        run.ledger(),
        run.rejects(),
        run.tiers(),
        endpoints,
        run.cpu(),
        run.domains(),
        run.queries(),
        run.slacks(),
        remarks,
        run.statements());
  }

  private static Report build(RunFacts baseline, RunFacts candidate) {
    return new ReportBuilder(new BatchDifferences())
        .build(List.of(baseline, candidate), Options.DEFAULT);
  }
}
