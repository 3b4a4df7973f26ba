package io.tierlens.cli.report.csv;

import io.tierlens.attribution.table.Comparison;
import io.tierlens.cli.report.facts.LedgerRow;
import io.tierlens.cli.report.model.CpuUse;
import io.tierlens.cli.report.model.Dispersion;
import io.tierlens.cli.report.model.GuestUse;
import io.tierlens.cli.report.model.ModeUse;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.RunLevel;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.model.Tier;
import io.tierlens.cli.report.model.TierCell;
import io.tierlens.cli.report.model.TierChange;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All tables of a report, each a file of its own. */
public final class CsvTables {

  /** Those of comparisons and causes are in a class of their own. */
  private static final List<CsvTable<?>> ALL =
      Stream.concat(
              Stream.<CsvTable<?>>of(tiers(), cpu(), guests(), dispersion(), levels(), files()),
              ChangeTables.all().stream())
          .toList();

  private CsvTables() {}

  /** Returns the tables; of one run alone those of comparisons have no rows. */
  public static List<CsvTable<?>> all() {
    return ALL;
  }

  /** Something of one run in one window; a window of null is the whole run. */
  record In<T>(String window, String run, T of) {}

  /** The columns that most tables begin with. */
  static <T> CsvTable<In<T>> inWindows(
      String name, String meaning, Function<Report, Stream<In<T>>> rows) {
    return CsvTable.<In<T>>of(name, meaning, report -> rows.apply(report).toList())
        .column("window", "name of the window; empty for the whole run", In::window)
        .column("run", "name of the run", In::run);
  }

  private static <T> Function<Report, Stream<In<T>>> byScope(
      Function<ScopeReport, Stream<T>> rows, Function<T, String> run) {
    return report ->
        report.scopes().stream()
            .flatMap(
                scope ->
                    rows.apply(scope)
                        .map(row -> new In<>(scope.scope().window(), run.apply(row), row)));
  }

  private record Cell(Tier tier, TierCell cell) {
    <V> V change(Function<TierChange, V> value) {
      return cell.change() == null ? null : value.apply(cell.change());
    }
  }

  private static CsvTable<?> tiers() {
    return CsvTables.<Cell>inWindows(
            "tiers",
            "mean time of a request in each tier, and how it differs from the baseline's",
            byScope(
                scope ->
                    scope.tiers().stream()
                        .flatMap(
                            row -> row.cells().stream().map(cell -> new Cell(row.tier(), cell))),
                one -> one.cell().run()))
        .column("tier", "request, web, app, web_app, db or static", in -> in.of().tier())
        .column(
            "state",
            "told, bounded (nothing but low_us and high_us), withheld or not_in_logs",
            in -> in.of().cell().state())
        .column("mean_us", "mean, microseconds for each request", in -> in.of().cell().meanUs())
        .column("low_us", "lower end of what the logs allow", in -> in.of().cell().lowUs())
        .column("high_us", "upper end of it", in -> in.of().cell().highUs())
        .column("share", "of the request, 0 to 1", in -> in.of().cell().share())
        .column("requests", "requests in the mean", in -> in.of().cell().requests())
        .column("level", "how queries were tied, see levels.md", in -> in.of().cell().level())
        .column("expected_error", "expected relative error", in -> in.of().cell().expectedError())
        .column(
            "delta_us",
            "mean less the baseline's, microseconds",
            in -> in.of().change(TierChange::deltaUs))
        .column(
            "delta_low_us",
            "lower end of the interval of delta_us",
            in -> in.of().change(TierChange::lowUs))
        .column("delta_high_us", "upper end of it", in -> in.of().change(TierChange::highUs))
        .column(
            "confidence_percent",
            "of that interval: 95, 97 or 99",
            in -> in.of().change(TierChange::confidencePercent))
        .column(
            "relative",
            "delta_us over the baseline's mean",
            in -> in.of().change(TierChange::relative))
        .column(
            "verdict",
            "slower, faster, not_significant, not_comparable, too_few_requests or drifting",
            in -> in.of().change(TierChange::verdict))
        .column("reason", "why nothing may be said", in -> in.of().change(TierChange::reason));
  }

  private record Mode(CpuUse use, ModeUse mode) {}

  private static CsvTable<?> cpu() {
    return CsvTables.<Mode>inWindows(
            "cpu",
            "CPU time of each mode on each machine",
            byScope(
                scope ->
                    scope.cpu().stream()
                        .filter(use -> use.host() != null)
                        .flatMap(use -> use.modes().stream().map(mode -> new Mode(use, mode))),
                one -> one.use().run()))
        .column("host", "the machine", in -> in.of().use().host())
        .column("in_stack", "whether it is a machine of the stack", in -> in.of().use().inStack())
        .column("mode", "user, system, iowait, steal", in -> in.of().mode().mode().key())
        .column(
            "ms_per_request",
            "milliseconds of CPU time for each request",
            in -> in.of().mode().msPerRequest())
        .column("low_ms", "lower end of its interval", in -> in.of().mode().low())
        .column("high_ms", "upper end of it", in -> in.of().mode().high())
        .column("percent", "of the machine", in -> in.of().mode().percent())
        .column("cores", "mean number of CPUs in this mode", in -> in.of().mode().busyCores())
        .column(
            "background_ms_per_request",
            "the part of ms_per_request that is used without any request",
            in -> in.of().mode().backgroundMs())
        .column("background_cores", "likewise in CPUs", in -> in.of().mode().backgroundCores())
        .column("delta_ms", "ms_per_request less the baseline's", in -> in.of().mode().deltaMs())
        .column("relative", "delta_ms over the baseline's", in -> in.of().mode().relative())
        .column("machine_busy_cores", "CPUs busy in all modes", in -> in.of().use().busyCores())
        .column("machine_cores", "CPUs that the machine has", in -> in.of().use().cores())
        .column(
            "concurrency",
            "mean number of requests in the stack",
            in -> in.of().use().concurrency());
  }

  private static CsvTable<?> guests() {
    return CsvTables.<GuestUse>inWindows(
            "guests",
            "what the hypervisor charged each domain, beside what its guest saw",
            byScope(scope -> scope.guests().stream(), GuestUse::run))
        .column("hypervisor", "the machine below", in -> in.of().hypervisor())
        .column("domain", "as the hypervisor names it", in -> in.of().domain())
        .column("guest", "machine of the run that it is", in -> in.of().guest())
        .column("charged_cores", "mean number of CPUs charged", in -> in.of().chargedCores())
        .column(
            "charged_ms_per_request",
            "milliseconds charged for each request",
            in -> in.of().chargedMsPerRequest())
        .column("guest_busy_cores", "CPUs that the guest saw busy", in -> in.of().guestBusyCores())
        .column("guest_to_host", "guest_busy_cores over charged_cores", in -> in.of().guestToHost())
        .column(
            "ready_cores", "virtual CPUs that waited for a real one", in -> in.of().readyCores())
        .column("host_cores", "CPUs of the machine below", in -> in.of().hostCores());
  }

  private static CsvTable<?> dispersion() {
    return CsvTables.<Dispersion>inWindows(
            "dispersion",
            "how durations of requests spread",
            byScope(scope -> scope.dispersion().stream(), Dispersion::run))
        .column("requests", "how many", in -> in.of().requests())
        .column("mean_us", "mean, microseconds", in -> in.of().meanUs())
        .column("stddev_us", "standard deviation", in -> in.of().stddevUs())
        .column("p50_us", "median", in -> in.of().p50Us())
        .column("p95_us", "what 95 of 100 stay below", in -> in.of().p95Us())
        .column("p99_us", "what 99 of 100 stay below", in -> in.of().p99Us())
        .column("variation", "stddev_us over mean_us", in -> in.of().variation())
        .column("tail_ratio", "p95_us over p50_us", in -> in.of().tailRatio());
  }

  private record Level(String run, RunLevel level) {}

  private static CsvTable<?> levels() {
    return CsvTable.<Level>of(
            "levels",
            "how well the queries of each run can be tied to requests",
            report ->
                report.quality().stream()
                    .filter(quality -> quality.level() != null)
                    .map(quality -> new Level(quality.run(), quality.level()))
                    .toList())
        .column("run", "name of the run", Level::run)
        .column("level", "see levels.md", one -> one.level().level())
        .column(
            "expected_right",
            "share of the queries that are expected at the right request, 0 to 1",
            one -> one.level().expectedRight())
        .column(
            "expected_error",
            "expected relative error of an endpoint's time in the database",
            one -> one.level().expectedError())
        .column("largest_error", "the largest that is published", one -> one.level().largestError())
        .column(
            "requests_told",
            "whether the time of single requests in the database is told",
            one -> one.level().requestsTold())
        .column("endpoints", "how many there are", one -> one.level().endpoints())
        .column(
            "endpoints_told",
            "of how many the time in the database is told",
            one -> one.level().endpointsTold());
  }

  private record LogFile(String run, LedgerRow file) {}

  private static CsvTable<?> files() {
    return CsvTable.<LogFile>of(
            "files",
            "every input file and what became of its lines, as in table ledger",
            report ->
                report.quality().stream()
                    .flatMap(
                        quality ->
                            quality.files().stream().map(file -> new LogFile(quality.run(), file)))
                    .toList())
        .column("run", "name of the run", LogFile::run)
        .column("host", "machine that the log comes from", one -> one.file().host())
        .column("file", "as named in the run folder", one -> one.file().file())
        .column("kind", "what it is", one -> one.file().kind())
        .column("bytes", "its length", one -> one.file().bytes())
        .column("lines", "of all kinds", one -> one.file().lines())
        .column("rows", "rows made of it", one -> one.file().rows())
        .column("ignored_lines", "headers and the like", one -> one.file().ignoredLines())
        .column("rejected_lines", "that could not be read", one -> one.file().rejectedLines())
        .column("first_time", "of its first record, UTC", one -> one.file().firstTime())
        .column("last_time", "of its last record, UTC", one -> one.file().lastTime());
  }

  /** The rows of table comparison beside those of a candidate's name. */
  static Stream<In<Comparison>> comparisons(Report report) {
    return report.changes().stream()
        .flatMap(
            changes ->
                changes.rows().stream().map(row -> new In<>(row.windowName(), changes.run(), row)));
  }
}
