package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example of docs/comparison.md is what a report on the sample data prints. */
class ComparisonPageIT {
  private static final Path PAGE = Path.of("docs/comparison.md");
  private static final Pattern BLOCK = Pattern.compile("```text\n(.*?)```", Pattern.DOTALL);

  @Test
  void exampleIsWhatTheReportPrints() throws IOException, InterruptedException {
    List<String> blocks =
        BLOCK
            .matcher(Files.readString(PAGE))
            .results()
            .map(found -> found.group(1))
            .filter(block -> !block.contains(" = "))
            .toList();
    assertThat(blocks).hasSize(2);
    Object[] report = {
      "report",
      "--quiet",
      "--lake",
      DemoLake.lake(),
      "--details",
      "--baseline",
      "physical",
      "--candidate",
      "virtual"
    };
    List<String> printed =
        Program.tierlens(report).succeeds().stdout().lines().map(String::stripTrailing).toList();
    for (String block : blocks) {
      // Other windows may stand in between.
      int from = 0;
      for (String line : block.lines().map(String::stripTrailing).toList()) {
        int at = printed.subList(from, printed.size()).indexOf(line);
        assertThat(at).as("\"%s\" of\n%s", line, block).isNotNegative();
        from += at + 1;
      }
    }
  }
}
