package io.tierlens.cli.report.csv;

import io.tierlens.attribution.table.Comparison;
import io.tierlens.attribution.table.Finding;
import io.tierlens.cli.report.ReportRenderer;
import io.tierlens.cli.report.facts.LedgerRow;
import io.tierlens.cli.report.model.CpuUse;
import io.tierlens.cli.report.model.Dispersion;
import io.tierlens.cli.report.model.EndpointMove;
import io.tierlens.cli.report.model.EndpointMoves;
import io.tierlens.cli.report.model.GuestUse;
import io.tierlens.cli.report.model.ModeUse;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.RunChanges;
import io.tierlens.cli.report.model.RunFindings;
import io.tierlens.cli.report.model.RunLevel;
import io.tierlens.cli.report.model.RunQuality;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.model.TierCell;
import io.tierlens.cli.report.model.TierChange;
import io.tierlens.cli.report.model.TierRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The report's figures as CSV (RFC 4180, but lines end with a line feed). */
public final class CsvRenderer implements ReportRenderer {

  private static final CSVFormat FORMAT =
      CsvCells.format("section", "window", "run", "item", "measure", "value");

  @Override
  public void render(Report report, Appendable out) throws IOException {
    CSVPrinter printer = new CSVPrinter(out, FORMAT);
    for (ScopeReport scope : report.scopes()) {
      tiers(scope, printer);
      cpu(scope, printer);
      guests(scope, printer);
      dispersion(scope, printer);
    }
    for (RunFindings findings : report.findings()) {
      findings(findings, printer);
    }
    for (RunChanges changes : report.changes()) {
      for (Comparison row : changes.rows()) {
        comparison(changes.run(), row, printer);
      }
    }
    for (EndpointMoves moves : report.endpoints()) {
      endpoints(moves, printer);
    }
    for (RunQuality quality : report.quality()) {
      level(quality, printer);
      files(quality, printer);
    }
    printer.flush();
  }

  private static void tiers(ScopeReport scope, CSVPrinter printer) throws IOException {
    for (TierRow row : scope.tiers()) {
      String tier = row.tier().key();
      for (TierCell cell : row.cells()) {
        Rows rows = new Rows(printer, "tier", scope.scope().window(), cell.run(), tier);
        rows.add("mean_us", cell.meanUs());
        rows.add("low_us", cell.lowUs());
        rows.add("high_us", cell.highUs());
        rows.add("share", cell.share());
        rows.add("requests", cell.requests());
        if (cell.change() != null) {
          change(
              cell.change(), new Rows(printer, "change", scope.scope().window(), cell.run(), tier));
        }
      }
    }
  }

  private static void change(TierChange change, Rows rows) throws IOException {
    rows.add("delta_us", change.deltaUs());
    rows.add("low_us", change.lowUs());
    rows.add("high_us", change.highUs());
    rows.add("confidence_percent", change.confidencePercent());
    rows.add("relative", change.relative());
    rows.text("verdict", change.verdict().name().toLowerCase(Locale.ROOT));
  }

  private static void cpu(ScopeReport scope, CSVPrinter printer) throws IOException {
    for (CpuUse use : scope.cpu()) {
      if (use.host() == null) {
        continue;
      }
      Rows rows = new Rows(printer, "cpu", scope.scope().window(), use.run(), use.host());
      for (ModeUse mode : use.modes()) {
        rows.add(mode.mode().key() + "_ms_per_request", mode.msPerRequest());
        rows.add(mode.mode().key() + "_background_ms_per_request", mode.backgroundMs());
        rows.add(mode.mode().key() + "_background_cores", mode.backgroundCores());
      }
      rows.add("busy_cores", use.busyCores());
      rows.add("cores", use.cores());
      rows.add("concurrency", use.concurrency());
    }
  }

  private static void guests(ScopeReport scope, CSVPrinter printer) throws IOException {
    for (GuestUse use : scope.guests()) {
      Rows rows = new Rows(printer, "guest", scope.scope().window(), use.run(), use.domain());
      rows.add("charged_cores", use.chargedCores());
      rows.add("charged_ms_per_request", use.chargedMsPerRequest());
      rows.add("guest_busy_cores", use.guestBusyCores());
      rows.add("guest_to_host", use.guestToHost());
      rows.add("ready_cores", use.readyCores());
    }
  }

  private static void dispersion(ScopeReport scope, CSVPrinter printer) throws IOException {
    for (Dispersion row : scope.dispersion()) {
      Rows rows = new Rows(printer, "dispersion", scope.scope().window(), row.run(), "request");
      rows.add("stddev_us", row.stddevUs());
      rows.add("p50_us", row.p50Us());
      rows.add("p95_us", row.p95Us());
      rows.add("p99_us", row.p99Us());
      rows.add("variation", row.variation());
      rows.add("tail_ratio", row.tailRatio());
    }
  }

  private static void findings(RunFindings findings, CSVPrinter printer) throws IOException {
    for (RunFindings.InScope scope : findings.scopes()) {
      List<Finding> all = new ArrayList<>(scope.causes());
      all.addAll(scope.excluded());
      for (Finding finding : all) {
        Rows rows = new Rows(printer, "finding", scope.window(), findings.run(), finding.rule());
        rows.words("verdict", finding.verdict());
        rows.words("confidence", finding.confidence());
        rows.words("evidence", finding.evidence());
        rows.words("contradicting", finding.contradicting());
        rows.words("missing", finding.missing());
        rows.words("next_experiment", finding.nextExperiment());
      }
    }
  }

  private static void comparison(String run, Comparison row, CSVPrinter printer)
      throws IOException {
    Rows rows =
        new Rows(
            printer, "comparison", row.windowName(), run, row.measure() + " " + row.component());
    rows.add("baseline_us", row.baselineUs());
    rows.add("candidate_us", row.candidateUs());
    rows.add("delta_us", row.deltaUs());
    rows.add("low_us", row.lowUs());
    rows.add("high_us", row.highUs());
    rows.add("baseline_ratio", row.baselineRatio());
    rows.add("candidate_ratio", row.candidateRatio());
    rows.add("ratio", row.ratio());
    rows.add("ratio_low", row.ratioLow());
    rows.add("ratio_high", row.ratioHigh());
    rows.add("confidence_percent", row.confidencePercent());
    rows.add("coverage", row.coverage());
    rows.add("expected_error", row.expectedError());
    rows.words("significant", row.significant() == null ? null : row.significant().toString());
    rows.words("refusal", row.refusal());
  }

  private static void level(RunQuality quality, CSVPrinter printer) throws IOException {
    RunLevel level = quality.level();
    if (level != null) {
      Rows rows = new Rows(printer, "level", null, quality.run(), level.level());
      rows.add("expected_error", level.expectedError());
      rows.add("largest_error", level.largestError());
      rows.add("endpoints", level.endpoints());
      rows.add("endpoints_told", level.endpointsTold());
      rows.words("requests_told", Boolean.toString(level.requestsTold()));
    }
  }

  private static void endpoints(EndpointMoves moves, CSVPrinter printer) throws IOException {
    for (EndpointMove move : moves.moves()) {
      Rows rows = new Rows(printer, "endpoint", moves.window(), moves.candidate(), move.endpoint());
      rows.add("baseline_mean_us", move.baselineMeanUs());
      rows.add("candidate_mean_us", move.candidateMeanUs());
      rows.add("delta_us", move.deltaUs());
      rows.add("contribution_us", move.contributionUs());
    }
  }

  private static void files(RunQuality quality, CSVPrinter printer) throws IOException {
    for (LedgerRow file : quality.files()) {
      Rows rows = new Rows(printer, "file", null, quality.run(), file.file());
      rows.add("lines", file.lines());
      rows.add("rows", file.rows());
      rows.add("ignored_lines", file.ignoredLines());
      rows.add("rejected_lines", file.rejectedLines());
    }
  }

  /** The rows of one item. */
  private record Rows(CSVPrinter printer, String section, String window, String run, String item) {

    void add(String measure, Number value) throws IOException {
      if (value != null) {
        text(measure, CsvCells.number(value));
      }
    }

    /** Words that may come from anywhere; no row for none. */
    void words(String measure, String value) throws IOException {
      if (value != null && !value.isEmpty()) {
        text(measure, CsvCells.text(value));
      }
    }

    void words(String measure, List<String> values) throws IOException {
      for (String value : values) {
        words(measure, value);
      }
    }

    void text(String measure, String value) throws IOException {
      printer.printRecord(
          section,
          window == null ? "" : CsvCells.text(window),
          CsvCells.text(run),
          CsvCells.text(item),
          measure,
          value);
    }
  }
}
