package io.tierlens.cli.report.markdown;

import io.tierlens.cli.report.words.Printable;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Writes Markdown; whatever text is given stays text, none of it becomes markup. */
final class MarkdownPage {

  private static final String MARKUP = "\\`*_{}[]<>#|~&!";

  private final Appendable out;

  MarkdownPage(Appendable out) {
    this.out = out;
  }

  void heading(int depth, String text) throws IOException {
    out.append("#".repeat(depth)).append(' ').append(escaped(text)).append("\n\n");
  }

  void paragraph(String text) throws IOException {
    out.append(escaped(text)).append("\n\n");
  }

  void bullets(List<String> texts) throws IOException {
    for (String text : texts) {
      out.append("- ").append(escaped(text)).append('\n');
    }
    if (!texts.isEmpty()) {
      out.append('\n');
    }
  }

  /** Writes what is folded. */
  @FunctionalInterface
  interface Content {
    void write() throws IOException;
  }

  /** Writes something that is shown when its title is clicked: GitHub, GitLab and others do. */
  void fold(String title, Content content) throws IOException {
    out.append("<details><summary>").append(escaped(title)).append("</summary>\n\n");
    content.write();
    out.append("</details>\n\n");
  }

  /** Writes a table whose first column is text and whose others are figures. */
  void table(List<String> head, List<List<String>> rows) throws IOException {
    table(head, "---:", rows);
  }

  /** Writes a table of text. */
  void words(List<String> head, List<List<String>> rows) throws IOException {
    table(head, "---", rows);
  }

  private void table(List<String> head, String align, List<List<String>> rows) throws IOException {
    row(head);
    out.append("|---|")
        .append(String.join("|", Collections.nCopies(head.size() - 1, align)))
        .append("|\n");
    for (List<String> row : rows) {
      row(row);
    }
    out.append('\n');
  }

  private void row(List<String> cells) throws IOException {
    out.append(
        cells.stream().map(MarkdownPage::escaped).collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (char c : Printable.text(text).toCharArray()) {
      switch (c) {
        case '<' -> escaped.append("&lt;");
        case '&' -> escaped.append("&amp;");
        default -> escaped.append(MARKUP.indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    return escaped.toString();
  }
}
