package io.tierlens.cli.report.csv;

import io.tierlens.cli.report.ReportRenderer;
import io.tierlens.cli.report.facts.LedgerRow;
import io.tierlens.cli.report.model.CpuUse;
import io.tierlens.cli.report.model.Dispersion;
import io.tierlens.cli.report.model.EndpointMove;
import io.tierlens.cli.report.model.EndpointMoves;
import io.tierlens.cli.report.model.GuestUse;
import io.tierlens.cli.report.model.ModeUse;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.RunQuality;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.model.TierCell;
import io.tierlens.cli.report.model.TierChange;
import io.tierlens.cli.report.model.TierRow;
import java.io.IOException;
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
    for (EndpointMoves moves : report.endpoints()) {
      endpoints(moves, printer);
    }
    for (RunQuality quality : report.quality()) {
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
