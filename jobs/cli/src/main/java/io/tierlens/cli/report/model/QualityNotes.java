package io.tierlens.cli.report.model;

import static io.tierlens.cli.report.words.Figures.count;

import io.tierlens.attribution.table.CpuDemand;
import io.tierlens.attribution.table.RunTier;
import io.tierlens.cli.report.facts.HostRow;
import io.tierlens.cli.report.facts.QueryTotals;
import io.tierlens.cli.report.facts.RejectCount;
import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.facts.StampSlack;
import io.tierlens.cli.report.words.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Says how good the data of one run is, and what it cannot tell. */
final class QualityNotes {

  private final Figures figures;

  QualityNotes(Figures figures) {
    this.figures = figures;
  }

  RunQuality of(RunFacts run) {
    List<RejectCount> rejects =
        run.rejects().stream()
            .sorted(
                Comparator.comparingLong((RejectCount reject) -> -reject.lines())
                    .thenComparing(RejectCount::file)
                    .thenComparing(RejectCount::reason))
            .toList();
    RunLevel level = RunLevel.of(run).orElse(null);
    return new RunQuality(
        run.name(), level, run.ledger(), rejects, run.slacks(), notes(run, level), cannotTell(run));
  }

  private List<String> notes(RunFacts run, RunLevel level) {
    List<String> notes = new ArrayList<>();
    if (level != null) {
      notes.add(level.words());
    }
    run.tier(null, Tier.STATIC.key()).ifPresent(row -> notes.add(staticNote(row)));
    if (run.queries() != null) {
      notes.add(thresholdNote(run.queries()));
      if (!run.queries().empty()) {
        notes.add(tiedNote(run.queries()));
      }
    }
    notes.addAll(RemarkWords.of(run));
    notes.addAll(LedgerNotes.of(run));
    for (StampSlack slack : run.slacks()) {
      notes.add(slackNote(slack));
    }
    return notes;
  }

  private String staticNote(RunTier row) {
    return count(row.requests())
        + " static requests do not reach the application; they are not in the means above"
        + (row.meanUs() == null ? "" : " (their own mean: " + figures.duration(row.meanUs()) + ")");
  }

  private String thresholdNote(QueryTotals queries) {
    if (queries.empty()) {
      String threshold =
          queries.thresholdUs() == null
              ? "long_query_time, which is not told"
              : micros(queries.thresholdUs());
      return "the slow log is there and holds no entry: no statement took as long as "
          + threshold
          + ", so of the database server's time only bounds are known; run again with"
          + " long_query_time = 0";
    }
    String shortest =
        queries.shortestUs() == null
            ? ""
            : "; the shortest of them took " + micros(queries.shortestUs());
    String threshold = "whether short statements are missing is not known";
    if (queries.thresholdUs() != null) {
      threshold =
          queries.thresholdUs() == 0
              ? "every statement seems to be in the slow log"
              : "statements shorter than "
                  + micros(queries.thresholdUs())
                  + " are not in the slow log, so the database server's time is a lower bound;"
                  + " run again with long_query_time = 0";
    }
    return threshold + "; " + count(queries.queries()) + " entries" + shortest;
  }

  private static String tiedNote(QueryTotals queries) {
    if (queries.ofNoRequest() == null) {
      return "no query was tied to a single request";
    }
    return count(queries.ofNoRequest())
        + " of "
        + count(queries.queries())
        + " queries belong to no logged request";
  }

  private static String slackNote(StampSlack slack) {
    String start =
        slack.startSlackUs() == 0
            ? "exact stamps"
            : "a start may be up to " + micros(slack.startSlackUs()) + " later than logged";
    String duration =
        slack.durationErrorUs() == null || slack.durationErrorUs() == 0
            ? ""
            : ", a duration off by up to " + micros(slack.durationErrorUs());
    return slack.kind() + ": " + start + duration;
  }

  private static List<String> cannotTell(RunFacts run) {
    if (run.tiers().isEmpty()) {
      return List.of("where the time of a request went: no request is timed");
    }
    List<String> list = new ArrayList<>();
    list.add(database(run));
    if (run.tier(null, Tier.WEB_APP.key()).filter(row -> row.meanUs() != null).isPresent()) {
      list.add("web server and application apart: no log times the application's pages");
    }
    List<CpuDemand> cpu = run.cpu().stream().filter(row -> run.inStack(row.host())).toList();
    if (cpu.isEmpty()) {
      list.add("CPU time by mode: there is no sar of the stack");
    } else {
      if (cpu.stream().noneMatch(row -> row.mode().equals(CpuMode.STEAL.key()))) {
        list.add("steal: this sar has no such column, which is not the same as none stolen");
      }
      if (run.run().hosts().stream().anyMatch(host -> host.tiers().size() > 1)) {
        list.add("CPU time by tier: sar counts the whole machine, and the tiers share one");
      }
    }
    boolean virtual =
        run.run().hosts().stream().map(HostRow::hypervisor).anyMatch(Objects::nonNull);
    if (virtual && run.domains().isEmpty()) {
      list.add(
          "what the hypervisor charged: there is no dump of xentop, virt-top or esxtop of its host");
    }
    return list;
  }

  private static String database(RunFacts run) {
    if (run.tiers().stream().anyMatch(r -> r.tier().equals(Tier.DB.key()) && r.meanUs() != null)) {
      return "how long the application waited for its database: round trips and client work are"
          + " counted as application";
    }
    return run.queries() == null
        ? "the time in the database server: there is no slow log"
        : "the time in the database server, but for bounds: its slow log does not hold all"
            + " statements";
  }

  private static String micros(long us) {
    if (us >= 999_500) {
      return Figures.cores(us / 1e6) + " s";
    }
    return us >= 1000 ? Figures.cores(us / 1e3) + " ms" : us + " us";
  }
}
