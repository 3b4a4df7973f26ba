package io.tierlens.cli.export;

import io.tierlens.cli.report.words.Figures;
import io.tierlens.pipeline.export.ExportCounts;
import io.tierlens.pipeline.export.ExportedRun;
import java.util.ArrayList;
import java.util.List;

/** Says in one line what was exported, what was left out, and why. */
public final class ExportSummary {

  private ExportSummary() {}

  /** The line, without its end. */
  public static String of(ExportedRun run, ExportCounts counts) {
    List<String> leftOut = new ArrayList<>();
    add(leftOut, counts.requestsOfRun() - counts.requests(), "requests not chosen");
    add(
        leftOut,
        counts.accessLines() - counts.requestsOfRun(),
        "lines of the access log that do not reach the application or have no time");
    add(leftOut, counts.ofOtherRequests(), "queries of requests not chosen");
    add(leftOut, counts.ofNoRequest(), "queries of no request");
    add(
        leftOut,
        counts.untold(),
        "queries because level "
            + run.level()
            + " does not tell single requests (--min-probability takes them)");
    add(
        leftOut,
        counts.doubtful(),
        "queries of which no request is as likely as " + run.leastProbability());
    add(leftOut, counts.untimed(), "queries without a time");
    return "run "
        + run.name()
        + ": exported "
        + Figures.count(counts.spans())
        + " spans: "
        + Figures.count(counts.requests())
        + " requests, "
        + Figures.count(counts.pages())
        + " pages told apart, "
        + Figures.count(counts.queries())
        + " queries (level "
        + run.level()
        + "); left out: "
        + (leftOut.isEmpty() ? "nothing" : String.join(", ", leftOut));
  }

  private static void add(List<String> leftOut, long count, String what) {
    if (count > 0) {
      leftOut.add(Figures.count(count) + " " + what);
    }
  }
}
