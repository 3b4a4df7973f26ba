package io.tierlens.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.pipeline.export.ExportCounts;
import org.junit.jupiter.api.Test;

class ExportSummaryTest {

  @Test
  void whatIsLeftOutIsCountedByReason() {
    ExportCounts all = new ExportCounts(2_000, 1_500, 1_200, 7, null, null, 9_000, 1, 2, 3, 4, 5);
    assertThat(ExportSummary.of(SampleRequests.RUN, all))
        .isEqualTo(
            "run virtual: exported 10,207 spans: 1,200 requests, 7 pages told apart, 9,000 queries"
                + " (level L1); left out: 300 requests not chosen, 500 lines of the access log that"
                + " do not reach the application or have no time, 1 queries of requests not chosen,"
                + " 2 queries of no request, 3 queries because level L1 does not tell single"
                + " requests (--min-probability takes them), 4 queries of which no request is as"
                + " likely as 0.9, 5 queries without a time");
    ExportCounts whole = new ExportCounts(10, 10, 10, 0, null, null, 0, 0, 0, 0, 0, 0);
    assertThat(ExportSummary.of(SampleRequests.RUN, whole)).endsWith("; left out: nothing");
  }
}
