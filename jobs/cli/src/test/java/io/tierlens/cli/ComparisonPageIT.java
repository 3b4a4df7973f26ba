package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example of docs/comparison.md is what the demo prints. */
class ComparisonPageIT {
  private static final Path PAGE = Path.of("docs/comparison.md");
  private static final Pattern BLOCK = Pattern.compile("```text\n(.*?)```", Pattern.DOTALL);

  @Test
  void exampleIsWhatTheDemoPrints() throws IOException, InterruptedException {
    List<String> blocks =
        BLOCK
            .matcher(Files.readString(PAGE))
            .results()
            .map(found -> found.group(1))
            .filter(block -> !block.contains(" = "))
            .toList();
    assertThat(blocks).hasSize(2);
    List<String> printed = DemoLake.demo().stdout().lines().map(String::stripTrailing).toList();
    for (String block : blocks) {
      // The demo prints a third run: its lines may stand in between.
      int from = 0;
      for (String line : block.lines().map(String::stripTrailing).toList()) {
        int at = printed.subList(from, printed.size()).indexOf(line);
        assertThat(at).as("\"%s\" of\n%s", line, block).isNotNegative();
        from += at + 1;
      }
    }
  }
}
