package io.tierlens.cli.report.text;

import io.tierlens.cli.report.words.Columns;
import io.tierlens.cli.report.words.Figures;
import io.tierlens.cli.report.words.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes headings, paragraphs and tables in some columns, made harmless on the way. */
public final class Page {

  private static final String BOLD = "\u001b[1m";
  private static final String RED = "\u001b[31m";
  private static final String GREEN = "\u001b[32m";
  private static final Pattern SLOWER = Pattern.compile("\\bslower\\b");
  private static final Pattern FASTER = Pattern.compile("\\bfaster\\b");
  private static final String PLAIN = "\u001b[0m";

  /** Stands for the blank before a unit while words are told apart; never in text made harmless. */
  private static final String GLUE = "\u0001";

  private final Appendable out;
  private final TextOptions options;
  private final int width;

  Page(Appendable out, TextOptions options) {
    this(out, options, options.width());
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

  /** The heading of a section, as a rule across the page. */
  void section(String text) throws IOException {
    blank();
    String heading = Printable.head(shown(text), width - 4) + " ";
    String rule = (unicode() ? "\u2500" : "-").repeat(width - Columns.of(heading));
    line(options.colour() ? BOLD + heading + PLAIN + rule : heading + rule);
  }

  public void paragraph(String text) throws IOException {
    hanging("", "", text);
  }

  public void bullet(String text) throws IOException {
    hanging("- ", "  ", text);
  }

  public void indented(String text) throws IOException {
    hanging("  ", "  ", text);
  }

  public void grid(Grid grid) throws IOException {
    for (String line : grid.lines(width - 2)) {
      line("  " + (options.colour() ? coloured(line) : line));
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

  /** The columns of a line. */
  int width() {
    return width;
  }

  public boolean unicode() {
    return options.unicode();
  }

  private static String coloured(String line) {
    return SLOWER
        .matcher(FASTER.matcher(line).replaceAll(GREEN + "$0" + PLAIN))
        .replaceAll(RED + "$0" + PLAIN);
  }

  private void underlined(String text, String mark) throws IOException {
    int longest = 0;
    for (String line : wrapped(shown(text), width)) {
      line(options.colour() ? BOLD + line + PLAIN : line);
      longest = Math.max(longest, Columns.of(line));
    }
    line(mark.repeat(longest));
  }

  private void hanging(String first, String rest, String text) throws IOException {
    String start = first;
    for (String line : wrapped(shown(text), width - rest.length())) {
      line((start + line).stripTrailing());
      start = rest;
    }
  }

  /** The lines of a text that was made harmless; a word that fits no line is cut. */
  static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int columns = 0;
    for (String word : words(text, width)) {
      int wide = Columns.of(word);
      if (!line.isEmpty() && columns + 1 + wide > width) {
        lines.add(line.toString());
        line.setLength(0);
        columns = 0;
      }
      columns += wide + (line.isEmpty() ? 0 : 1);
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** The words of a text; one that fits no line is cut into pieces that do. */
  private static List<String> words(String text, int width) {
    List<String> words = new ArrayList<>();
    for (String word : Figures.glued(text, GLUE).split(" +", -1)) {
      String rest = word.replace(GLUE, " ");
      while (Columns.of(rest) > width) {
        String piece = Printable.start(rest, width);
        words.add(piece);
        rest = rest.substring(piece.length());
      }
      words.add(rest);
    }
    return words;
  }

  private void line(String text) throws IOException {
    out.append(text).append('\n');
  }
}
