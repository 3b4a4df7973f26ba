package io.tierlens.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A page of the documentation, cut into its text and its fenced blocks.
 *
 * @param name relative to the top folder: {@code docs/levels.md}
 * @param prose its lines, with empty ones in place of the blocks
 */
record DocPage(Path file, String name, List<String> prose, List<Block> blocks) {

  private static final String FENCE = "```";

  /**
   * What stands between two fences.
   *
   * @param line number of its first line in the page
   * @param language behind the opening fence; empty for none
   */
  record Block(int line, String language, List<String> lines) {

    String text() {
      return String.join("\n", lines) + "\n";
    }
  }

  /** A page for readers, by its name relative to the top folder. */
  static DocPage read(Path top, String name) throws IOException {
    Path file = top.resolve(name);
    List<String> prose = new ArrayList<>();
    List<Block> blocks = new ArrayList<>();
    Block open = null;
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean fence = line.stripLeading().startsWith(FENCE);
      if (fence && open == null) {
        open = new Block(i + 2, line.strip().substring(FENCE.length()), new ArrayList<>());
        blocks.add(open);
      } else if (fence) {
        open = null;
      } else if (open != null) {
        open.lines().add(line);
      }
      prose.add(fence || open != null ? "" : line);
    }
    if (open != null) {
      throw new IllegalArgumentException(name + ":" + open.line() + ": the block has no end");
    }
    return new DocPage(file, name, prose, blocks);
  }

  /** All pages for readers: the README first, for the others build on what it leaves. */
  static List<DocPage> all(Path top) throws IOException {
    List<String> names =
        new ArrayList<>(
            List.of(
                "README.md", "CONTRIBUTING.md", "notebooks/README.md", "sample-data/README.md"));
    try (Stream<Path> docs = Files.walk(top.resolve("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md"))
          .map(file -> top.relativize(file).toString())
          .sorted()
          .forEach(names::add);
    }
    List<DocPage> pages = new ArrayList<>();
    for (String name : names) {
      pages.add(read(top, name));
    }
    return pages;
  }

  List<Block> blocks(String language) {
    return blocks.stream().filter(block -> block.language().equals(language)).toList();
  }

  /** The anchors that its headings get where Markdown is shown. */
  List<String> anchors() {
    return anchors(prose);
  }

  static List<String> anchors(List<String> prose) {
    Map<String, Integer> seen = new HashMap<>();
    List<String> anchors = new ArrayList<>();
    for (String line : prose) {
      if (line.matches("#{1,6} .*")) {
        String anchor =
            line.replaceFirst("#+ ", "")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
        int before = seen.merge(anchor, 1, Integer::sum) - 1;
        anchors.add(before == 0 ? anchor : anchor + "-" + before);
      }
    }
    return anchors;
  }
}
