package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every link within the documentation leads to a file that is there, and to a heading of it. */
class DocLinksTest {
  private static final Path TOP = Path.of("..", "..");
  private static final Pattern PAGE = Pattern.compile("(docs/[a-z0-9/-]+\\.md)(?:#([a-z0-9-]+))?");
  private static final Pattern LINK =
      Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(?:#([^)]+))?\\)");

  @Test
  void everyLinkOfAPageLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (DocPage page : DocPage.all(TOP)) {
      links += check(page.file(), page.prose(), broken);
    }
    assertThat(broken).isEmpty();
    assertThat(links).isGreaterThan(50);
  }

  @Test
  void everyLinkOfANotebookLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    try (Stream<Path> files = Files.list(TOP.resolve("notebooks"))) {
      for (Path file : files.filter(name -> name.toString().endsWith(".ipynb")).toList()) {
        List<String> text = new ArrayList<>();
        for (JsonNode cell : new JsonMapper().readTree(file.toFile()).path("cells")) {
          if (cell.path("cell_type").asText().equals("markdown")) {
            cell.path("source").forEach(line -> text.add(line.asText().stripTrailing()));
          }
        }
        assertThat(text).as(file.toString()).isNotEmpty();
        check(file, text, broken);
      }
    }
    assertThat(broken).isEmpty();
  }

  /** Help, messages and reports send readers to pages, too. */
  @Test
  void everyPageThatTheProgramNamesIsThere() throws IOException {
    List<String> broken = new ArrayList<>();
    int named = 0;
    for (String folder : List.of("jobs/cli/src/main", "jobs/pipeline/src/main", "schemas")) {
      try (Stream<Path> files = Files.walk(TOP.resolve(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Matcher page = PAGE.matcher(Files.readString(file));
          while (page.find()) {
            named++;
            Path target = TOP.resolve(page.group(1));
            if (!Files.exists(target)
                || (page.group(2) != null && !anchors(target).contains(page.group(2)))) {
              broken.add(file + ": " + page.group());
            }
          }
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(named).isGreaterThan(2);
  }

  @Test
  void theReadmeLeadsToEveryPage() throws IOException {
    String readme = Files.readString(TOP.resolve("README.md"));
    String findings = Files.readString(TOP.resolve("docs/findings/README.md"));
    for (DocPage page : DocPage.all(TOP)) {
      if (page.name().startsWith("docs/findings/") && !page.name().endsWith("/README.md")) {
        assertThat(findings).contains("(" + page.file().getFileName() + ")");
      } else if (page.name().startsWith("docs/")) {
        assertThat(readme).contains("(" + page.name() + ")");
      }
    }
  }

  /** Notes the broken links of one text, and returns how many links it has. */
  private static int check(Path file, List<String> prose, List<String> broken) throws IOException {
    int links = 0;
    String text = String.join("\n", prose).replaceAll("`[^`]*`", "");
    Matcher link = LINK.matcher(text);
    while (link.find()) {
      links++;
      Path target = link.group(1).isEmpty() ? file : file.resolveSibling(link.group(1)).normalize();
      if (!Files.exists(target)) {
        broken.add(file + ": " + link.group());
      } else if (link.group(2) != null && !anchors(target).contains(link.group(2))) {
        broken.add(file + ": " + link.group() + " of " + anchors(target));
      }
    }
    return links;
  }

  private static List<String> anchors(Path target) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    return DocPage.read(folder, target.getFileName().toString()).anchors();
  }
}
