package io.tierlens.cli.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import io.tierlens.cli.report.ReportRenderer;
import io.tierlens.cli.report.model.Report;
import java.io.IOException;

/** The report as one HTML file, well-formed as XML too. */
public final class HtmlRenderer implements ReportRenderer {

  private static final String PACKAGE = "io.tierlens.cli.report.html.template";

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, HtmlRenderer.class.getClassLoader(), PACKAGE);

  @Override
  public void render(Report report, Appendable out) throws IOException {
    XmlSafeOutput output = new XmlSafeOutput();
    TEMPLATES.render("report.jte", HtmlPage.of(report), output);
    out.append(output.text());
  }
}
