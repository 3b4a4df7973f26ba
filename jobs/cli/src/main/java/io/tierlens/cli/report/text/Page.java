package io.tierlens.cli.report.text;

import io.tierlens.cli.report.words.Figures;
import io.tierlens.cli.report.words.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes headings, paragraphs and tables in some columns, made harmless on the way. */
public final class Page {

  /** Columns of a report: what every terminal has. */
  static final int WIDTH = 80;

  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";

  /** Stands for the blank before a unit while words are told apart; never in text made harmless. */
  private static final String GLUE = "\u0001";

  private final Appendable out;
  private final TextOptions options;
  private final int width;

  Page(Appendable out, TextOptions options) {
    this(out, options, WIDTH);
  }

  /** A page of this many columns. */
  public Page(Appendable out, TextOptions options, int width) {
    this.out = out;
    this.options = options;
    this.width = width;
  }

  public void title(String text) throws IOException {
    underlined(text, "=");
  }

  public void heading(String text) throws IOException {
    blank();
    underlined(text, "-");
  }

  public void paragraph(String text) throws IOException {
    lines(wrapped("", "", text));
  }

  public void bullet(String text) throws IOException {
    lines(wrapped("- ", "  ", text));
  }

  public void indented(String text) throws IOException {
    lines(wrapped("  ", "  ", text));
  }

  public void grid(Grid grid) throws IOException {
    for (String line : grid.lines(width - 2)) {
      line("  " + line);
    }
  }

  public void blank() throws IOException {
    line("");
  }

  /** Text that came from outside, as this page shows it. */
  public String shown(String text) {
    return options.unicode() ? Printable.text(text) : Printable.ascii(text);
  }

  /** A cell of a table, not wider than this. */
  public String cell(String text, int width) {
    return Printable.fit(shown(text), width);
  }

  public boolean unicode() {
    return options.unicode();
  }

  private void underlined(String text, String mark) throws IOException {
    int longest = 0;
    for (String line : wrapped("", "", text)) {
      line(options.colour() ? BOLD + line + PLAIN : line);
      longest = Math.max(longest, line.length());
    }
    line(mark.repeat(longest));
  }

  private void lines(List<String> lines) throws IOException {
    for (String line : lines) {
      line(line);
    }
  }

  private List<String> wrapped(String first, String rest, String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    int indent = first.length();
    for (String word : words(shown(text), width - rest.length())) {
      if (line.length() > indent && line.length() + 1 + word.length() > width) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        line.append(rest);
        indent = rest.length();
      }
      line.append(line.length() == indent ? "" : " ").append(word);
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  /** The words of a text; one that fits no line is cut into pieces that do. */
  private static List<String> words(String text, int width) {
    List<String> words = new ArrayList<>();
    for (String word : Figures.glued(text, GLUE).split(" +", -1)) {
      String rest = word.replace(GLUE, " ");
      while (rest.length() > width) {
        words.add(rest.substring(0, width));
        rest = rest.substring(width);
      }
      words.add(rest);
    }
    return words;
  }

  private void line(String text) throws IOException {
    out.append(text).append('\n');
  }
}
