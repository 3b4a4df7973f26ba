package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.cli.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every {@code console} block of the README and of docs is run as it stands: lines that begin with
 * {@code $ } are commands, the others are lines that the command must print, in this order; {@code
 * ...} stands for lines left out. The commands run in a copy of the top folder, so that what a
 * reader has in target stays as it is.
 */
class ReadmeIT {
  private static final String PROMPT = "$ ";
  private static final String LEFT_OUT = "...";

  private static Path copy;

  @BeforeAll
  static void copyTheTopFolder() throws IOException {
    copy = Workspace.fresh("readme");
    Files.createDirectory(copy.resolve("bin"));
    // A real copy, because the launcher follows links to find its folder.
    Files.copy(Path.of("bin/tierlens"), copy.resolve("bin/tierlens"));
    Files.createDirectory(copy.resolve("target"));
    for (String part :
        List.of("sample-data", "schemas", "notebooks", "target/tierlens.jar", "target/spark")) {
      Files.createSymbolicLink(copy.resolve(part), Path.of(part).toAbsolutePath());
    }
  }

  @TestFactory
  Stream<DynamicTest> commandsWorkAsTheyStand() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages()) {
      for (Step step : steps(page)) {
        tests.add(
            DynamicTest.dynamicTest(
                page.getFileName() + ":" + step.line() + " " + step.command(), step::check));
      }
    }
    assertThat(tests).hasSizeGreaterThan(5);
    return tests.stream();
  }

  @Test
  void theWholeCheckIsTheOneOfTheReadme() throws IOException {
    String check = "mvn -B verify";
    assertThat(Files.readAllLines(Path.of("README.md"))).contains(check);
    assertThat(Files.readAllLines(Path.of("CONTRIBUTING.md"))).anyMatch(l -> l.contains(check));
    List<String> commands =
        Files.readAllLines(Path.of(".ci/run")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    assertThat(commands.get(0)).isEqualTo("set -euo pipefail");
    assertThat(commands.get(1)).startsWith("cd ");
    assertThat(commands.subList(2, commands.size())).containsExactly(check);
  }

  @Test
  void everyLinkToAFileLeadsSomewhere() throws IOException {
    for (Path page : pages()) {
      Matcher link = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)").matcher(Files.readString(page));
      while (link.find()) {
        assertThat(page.toAbsolutePath().resolveSibling(link.group(1)))
            .as(page.toString())
            .exists();
      }
    }
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")));
    if (Files.isDirectory(Path.of("docs"))) {
      try (Stream<Path> docs = Files.list(Path.of("docs"))) {
        docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
      }
    }
    return pages;
  }

  private static List<Step> steps(Path page) throws IOException {
    List<Step> steps = new ArrayList<>();
    List<String> lines = Files.readAllLines(page);
    boolean console = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("```")) {
        console = line.equals("```console");
      } else if (console && line.startsWith(PROMPT)) {
        steps.add(new Step(i + 1, line.substring(PROMPT.length()), new ArrayList<>()));
      } else if (console) {
        assertThat(steps).as("%s:%d: output without a command", page, i + 1).isNotEmpty();
        steps.get(steps.size() - 1).shown().add(line);
      }
    }
    return steps;
  }

  /** A command of a page, and what the page shows of its output. */
  private record Step(int line, String command, List<String> shown) {

    void check() throws IOException, InterruptedException {
      Outcome outcome = Program.of("bash", "-c", command).in(copy).succeeds();
      int from = 0;
      List<String> printed = outcome.stdout().lines().map(String::stripTrailing).toList();
      for (String line : shown) {
        if (line.strip().equals(LEFT_OUT)) {
          continue;
        }
        int at = printed.subList(from, printed.size()).indexOf(line.stripTrailing());
        assertThat(at).as("\"%s\" in\n%s", line, outcome).isNotNegative();
        from += at + 1;
      }
    }
  }
}
