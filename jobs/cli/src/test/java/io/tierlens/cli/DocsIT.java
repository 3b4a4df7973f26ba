package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every {@code console} block of the README and of docs is run as it stands: lines that begin with
 * {@code $ } are commands, the others are lines that the command must print, in this order; {@code
 * ...} stands for lines left out. A command must succeed, unless the next one is {@code echo $?}.
 *
 * <p>Each page has a copy of the top folder, so that what a reader has in target stays as it is.
 * The pages of docs find in target what the README has left: {@code target/lake} and {@code
 * target/story}. {@code -Dtierlens.page=docs/levels.md} runs that page alone, with what the README
 * left the last time.
 */
class DocsIT {
  private static final Path TOP = Path.of("");
  private static final String README = "README.md";
  private static final String ONE_PAGE = System.getProperty("tierlens.page");

  /** Parts of the top folder that commands read and never write. */
  private static final List<String> LINKED =
      List.of("sample-data", "schemas", "notebooks", "docs", "target/tierlens.jar", "target/spark");

  @TestFactory
  Stream<DynamicContainer> commandsWorkAsTheyStand() throws IOException {
    List<DynamicContainer> pages = new ArrayList<>();
    for (DocPage page : DocPage.all(TOP)) {
      List<DocStep> steps = DocStep.of(page);
      if (!steps.isEmpty() && isWanted(page)) {
        pages.add(dynamicContainer(page.name(), tests(page, steps)));
      }
    }
    assertThat(pages).isNotEmpty();
    return pages.stream();
  }

  private static boolean isWanted(DocPage page) {
    return ONE_PAGE == null
        || page.name().equals(ONE_PAGE)
        || (page.name().equals(README) && !Files.exists(workspace(README).resolve("target/lake")));
  }

  private static List<DynamicTest> tests(DocPage page, List<DocStep> steps) {
    Path folder = workspace(page.name());
    int[] exit = {0};
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(dynamicTest("a copy of the top folder", () -> prepare(page.name())));
    for (DocStep step : steps) {
      tests.add(
          dynamicTest(
              page.name() + ":" + step.line() + " " + step.command(),
              () -> exit[0] = step.check(folder, exit[0])));
    }
    return tests;
  }

  private static Path workspace(String page) {
    return Workspace.folder("pages").resolve(page);
  }

  private static void prepare(String page) throws IOException {
    Path copy = workspace(page);
    Workspace.delete(copy);
    Files.createDirectories(copy.resolve("bin"));
    // A real copy, because the launcher follows links to find its folder.
    Files.copy(TOP.resolve("bin/tierlens"), copy.resolve("bin/tierlens"));
    Files.createDirectory(copy.resolve("target"));
    for (String part : LINKED) {
      Files.createSymbolicLink(copy.resolve(part), TOP.resolve(part).toAbsolutePath());
    }
    if (!page.equals(README)) {
      for (String left : List.of("target/lake", "target/story")) {
        Workspace.copy(workspace(README).resolve(left), copy.resolve(left));
      }
    }
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
    // What stands before it only fetches programs that tests can do without.
    assertThat(commands.get(commands.size() - 1)).isEqualTo(check);
    assertThat(commands).filteredOn(command -> command.contains("mvn")).containsExactly(check);
  }
}
