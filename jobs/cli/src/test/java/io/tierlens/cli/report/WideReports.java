package io.tierlens.cli.report;

import io.tierlens.cli.report.facts.LedgerRow;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.RunQuality;
import io.tierlens.cli.report.model.Scope;
import io.tierlens.cli.report.model.ScopeReport;
import java.util.ArrayList;
import java.util.List;

/** Reports on recordings of many windows and many files. */
final class WideReports {

  private WideReports() {}

  /** The report with its first window so many times, and each run's first file so many times. */
  static Report of(Report report, int windows, int files) {
    List<ScopeReport> scopes = new ArrayList<>();
    for (int i = 1; i <= windows; i++) {
      scopes.add(named(report.scopes().get(0), "phase-" + i));
    }
    scopes.add(report.scopes().get(report.scopes().size() - 1));
    return new Report(
        report.unit(),
        report.runs(),
        report.conclusions(),
        scopes,
        report.findings(),
        report.changes(),
        report.waterfalls(),
        report.shifts(),
        report.endpoints(),
        report.queries(),
        report.courses(),
        report.quality().stream().map(quality -> many(quality, files)).toList());
  }

  private static ScopeReport named(ScopeReport scope, String window) {
    return new ScopeReport(
        new Scope(window, scope.scope().loads(), scope.scope().comparabilities()),
        scope.tiers(),
        scope.cpu(),
        scope.cpuRemarks(),
        scope.guests(),
        scope.dispersion());
  }

  private static RunQuality many(RunQuality quality, int files) {
    List<LedgerRow> rows = new ArrayList<>();
    for (int i = 1; i <= files; i++) {
      rows.add(named(quality.files().get(0), "apache/access_log." + i));
    }
    return new RunQuality(
        quality.run(),
        quality.level(),
        rows,
        quality.rejects(),
        quality.slacks(),
        quality.notes(),
        quality.cannotTell());
  }

  private static LedgerRow named(LedgerRow row, String file) {
    return new LedgerRow(
        row.host(),
        file,
        row.kind(),
        row.bytes(),
        row.lines(),
        row.rows(),
        row.recordLines(),
        row.continuationLines(),
        row.ignoredLines(),
        row.rejectedLines(),
        row.firstTime(),
        row.lastTime(),
        row.sha256(),
        row.ignored(),
        row.options(),
        row.facts());
  }
}
