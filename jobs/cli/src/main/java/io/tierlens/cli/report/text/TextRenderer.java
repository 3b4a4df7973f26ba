package io.tierlens.cli.report.text;

import static java.util.Objects.requireNonNull;

import io.tierlens.cli.report.ReportRenderer;
import io.tierlens.cli.report.model.Report;
import java.io.IOException;

/** The report as text for a terminal, a mail or a ticket: the verdict first, details on demand. */
public final class TextRenderer implements ReportRenderer {

  private final TextOptions options;

  /** A renderer with this look. */
  public TextRenderer(TextOptions options) {
    this.options = requireNonNull(options, "options");
  }

  @Override
  public void render(Report report, Appendable out) throws IOException {
    Page page = new Page(out, options);
    Sheet sheet = new Sheet(report, page, options.details());
    new FirstScreen(sheet).write();
    new TierSection(sheet).write();
    new WaterfallSection(sheet).write();
    new CpuSection(sheet).write();
    new GuestSection(sheet).write();
    new FindingSection(sheet).write();
    new EndpointSection(sheet).write();
    new QuerySection(sheet).write();
    new SpreadSection(sheet).write();
    new QualitySection(sheet).write();
    new MethodSection(sheet).write();
    if (!sheet.omitted().isEmpty()) {
      page.blank();
      page.paragraph("Left out: " + sheet.omitted() + ". tierlens report --details shows them.");
    }
  }
}
