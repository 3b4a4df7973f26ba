package io.tierlens.cli.report.model;

import static io.tierlens.cli.report.words.Figures.count;

import io.tierlens.attribution.table.Remark;
import io.tierlens.attribution.tier.EndpointTail;
import io.tierlens.cli.report.facts.RemarkRow;
import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.words.Figures;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the attribution remarks on a run's logs as a whole, in sentences. */
final class RemarkWords {

  /** What to write into httpd.conf, so that requests are timed. */
  private static final String TIMED_FORMAT =
      """
      LogFormat "%h %l %u %t \\"%r\\" %>s %b \\"%{Referer}i\\" \\"%{User-Agent}i\\" %D" timed""";

  private RemarkWords() {}

  static List<String> of(RunFacts run) {
    return Stream.of(ofLogs(run), ofClocks(run), ofOrders(run), ofSamples(run))
        .flatMap(s -> s)
        .toList();
  }

  private static Stream<String> ofOrders(RunFacts run) {
    return run.remarks().stream()
        .flatMap(
            row -> {
              String share = Figures.share(row.value()) + " of them do not fit";
              if (Remark.Rule.LINES_NOT_BY_END.name().equals(row.rule())) {
                return Stream.of(
                    "the lines of "
                        + row.subject()
                        + " are not in the order in which things ended ("
                        + share
                        + "), so their order says nothing about the stamps");
              }
              return Remark.Rule.NOT_ONE_AT_A_TIME.name().equals(row.rule())
                  ? Stream.of(
                      row.subject()
                          + " do not do one thing after the other ("
                          + share
                          + "), so that says nothing about the stamps")
                  : Stream.empty();
            });
  }

  private static Stream<String> ofClocks(RunFacts run) {
    return run.remarks().stream()
        .flatMap(
            row -> {
              if (Remark.Rule.CLOCK_CORRECTED.name().equals(row.rule())) {
                return Stream.of(corrected(row));
              }
              return Remark.Rule.CLOCK_UNKNOWN.name().equals(row.rule())
                  ? Stream.of(
                      "the logs do not tell the clock of "
                          + row.subject()
                          + "; it is taken to be within a second of the web server's")
                  : Stream.empty();
            });
  }

  private static String corrected(RemarkRow row) {
    String within =
        row.limitValue() == null
            ? ""
            : String.format(Locale.ROOT, ", give or take %.3f s", row.limitValue() / 1e6);
    return String.format(
            Locale.ROOT,
            "the clock of %s is %.3f s %s that of the web server",
            row.subject(),
            Math.abs(row.value()) / 1e6,
            row.value() < 0 ? "behind" : "ahead of")
        + within
        + ", as the logs tell; its times are corrected by that";
  }

  private static Stream<String> ofSamples(RunFacts run) {
    return run.remarks().stream()
        .filter(row -> Remark.Rule.CPU_SAMPLES_LEFT_OUT.name().equals(row.rule()))
        .map(
            row ->
                of(row)
                    + " samples of the CPUs of "
                    + row.subject()
                    + " cannot be true (all zero, steal of 100 %, or parts that do not make 100 %)"
                    + " and are left out");
  }

  private static Stream<String> ofLogs(RunFacts run) {
    return Stream.of(
            untimed(run),
            run.remark(Remark.Rule.NO_APPLICATION_LOG)
                .filter(row -> row.value() > 0)
                .map(
                    row ->
                        "there is no log that times the application's pages: all "
                            + count((long) row.value())
                            + " requests are taken to reach the application"),
            counted(
                run,
                Remark.Rule.REQUESTS_WITHOUT_EVENT,
                "requests to the application have no page in its log"),
            counted(
                run,
                Remark.Rule.EVENTS_WITHOUT_REQUEST,
                "pages of the application's log fit no request"),
            counted(
                run, Remark.Rule.EVENTS_WITHOUT_END, "pages of the application's log have no end"),
            counted(
                run,
                Remark.Rule.QUERIES_LEFT_OVER,
                "queries could belong to a request, but none was left for them"),
            counted(run, Remark.Rule.QUERIES_WITHOUT_TIME, "queries have no time"),
            run.remark(Remark.Rule.QUERIES_SAMPLED)
                .map(
                    row ->
                        "the server logged one of up to "
                            + count((long) row.value())
                            + " statements (Log_slow_rate_limit), so the database server's time is a"
                            + " lower bound"),
            run.remark(Remark.Rule.CONNECTIONS_ARE_NOT_REQUESTS)
                .filter(row -> !run.tiers().isEmpty())
                .map(
                    row ->
                        "only "
                            + Figures.share(row.value())
                            + " of the database connections fit into one request, so queries are"
                            + " not tied to single requests"),
            counted(
                run,
                Remark.Rule.ENDPOINTS_IN_TAIL,
                "endpoints, those that took the least time in all, are told together as "
                    + EndpointTail.NAME))
        .flatMap(Optional::stream);
  }

  /** What to do about an access log that does not time its requests; empty if it does. */
  static Optional<String> untimed(RunFacts run) {
    return counted(run, Remark.Rule.REQUESTS_WITHOUT_DURATION, "requests are not timed")
        .map(words -> words + " in the access log; let Apache write " + TIMED_FORMAT);
  }

  private static Optional<String> counted(RunFacts run, Remark.Rule rule, String what) {
    return run.remark(rule).map(row -> of(row) + " " + what);
  }

  private static String of(RemarkRow row) {
    String all = row.limitValue() == null ? "" : " of " + count(row.limitValue().longValue());
    return count((long) row.value()) + all;
  }
}
