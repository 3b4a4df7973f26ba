package io.tierlens.cli.report.html;

import gg.jte.TemplateOutput;
import io.tierlens.cli.report.words.Printable;

/**
 * Takes what the templates write and makes characters harmless that escaping leaves alone:
 * controls, which XML forbids, and marks that reorder a line. Line feeds stay.
 */
final class XmlSafeOutput implements TemplateOutput {

  private final StringBuilder text = new StringBuilder(1 << 17);

  @Override
  public void writeContent(String value) {
    writeContent(value, 0, value.length());
  }

  @Override
  public void writeContent(String value, int beginIndex, int endIndex) {
    int from = beginIndex;
    while (from < endIndex) {
      int feed = value.indexOf('\n', from);
      int to = feed < 0 || feed >= endIndex ? endIndex : feed;
      text.append(Printable.text(value.substring(from, to)));
      if (to < endIndex) {
        text.append('\n');
      }
      from = to + 1;
    }
  }

  String text() {
    return text.toString();
  }
}
