package io.tierlens.cli.report.json;

import io.tierlens.cli.report.ReportRenderer;
import io.tierlens.cli.report.facts.RunRow;
import io.tierlens.cli.report.model.Conclusion;
import io.tierlens.cli.report.model.EndpointMoves;
import io.tierlens.cli.report.model.QuantileShift;
import io.tierlens.cli.report.model.QueryMoves;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.RunChanges;
import io.tierlens.cli.report.model.RunFindings;
import io.tierlens.cli.report.model.RunQuality;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.model.Waterfall;
import io.tierlens.cli.report.words.DurationUnit;
import java.io.IOException;
import java.util.List;

/** The report as one JSON object of schema {@code tierlens-report/1}. */
public final class JsonRenderer implements ReportRenderer {

  /** The version of what is written. */
  public static final String SCHEMA = "tierlens-report/1";

  /** The envelope; its components' order is the order of the keys. */
  private record Document(
      String schema,
      DurationUnit unit,
      List<RunRow> runs,
      List<Conclusion> conclusions,
      List<ScopeReport> scopes,
      List<RunFindings> findings,
      List<RunChanges> changes,
      List<Waterfall> waterfalls,
      List<QuantileShift> shifts,
      List<EndpointMoves> endpoints,
      List<QueryMoves> queries,
      List<CourseJson> courses,
      List<RunQuality> quality) {}

  @Override
  public void render(Report report, Appendable out) throws IOException {
    Document document =
        new Document(
            SCHEMA,
            report.unit(),
            report.runs(),
            report.conclusions(),
            report.scopes(),
            report.findings(),
            report.changes(),
            report.waterfalls(),
            report.shifts(),
            report.endpoints(),
            report.queries(),
            report.courses().stream().map(CourseJson::of).toList(),
            report.quality());
    out.append(JsonForm.text(document)).append('\n');
  }
}
