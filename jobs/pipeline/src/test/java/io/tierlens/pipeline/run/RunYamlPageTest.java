package io.tierlens.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tierlens.pipeline.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/run-yaml.md holds every key, and nothing else; its examples are right and have them all. */
class RunYamlPageTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "run-yaml.md");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");
  private static final Pattern KNOWN = Pattern.compile("known are (.*)$");

  @Test
  void examplesAreRight() throws IOException {
    List<MatchResult> examples = EXAMPLE.matcher(Files.readString(PAGE)).results().toList();
    assertThat(examples).hasSize(5);
    for (MatchResult example : examples) {
      RunDescription run = RunYaml.parse("run-yaml.md", example.group(1));
      assertThat(run.run()).isNotBlank();
    }
  }

  /** The parser is asked for its keys by one that it does not know. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Top level | zzzzzzzz: 1",
        "hosts | hosts: {a: {zzzzzzzz: 1}}",
        "logs | logs: [{zzzzzzzz: 1}]",
        "endpoints | endpoints: [{zzzzzzzz: 1}]",
        "windows | windows: [{zzzzzzzz: 1}]"
      })
  void aTableHoldsTheKeysOfThePart(String part, String yaml) throws IOException {
    assertThatThrownBy(() -> RunYaml.parse("run.yaml", "run: r\n" + yaml + "\n"))
        .isInstanceOf(UserError.class)
        .satisfies(error -> assertThat(keysOf(part)).isEqualTo(told(error.getMessage())));
    String examples =
        EXAMPLE
            .matcher(Files.readString(PAGE))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.joining());
    for (String key : keysOf(part)) {
      assertThat(examples).contains(key + ":");
    }
  }

  private static Set<String> told(String message) {
    Matcher known = KNOWN.matcher(message);
    assertThat(known.find()).as(message).isTrue();
    return new TreeSet<>(List.of(known.group(1).split(", ", -1)));
  }

  private static Set<String> keysOf(String part) throws IOException {
    Matcher section =
        Pattern.compile("(?s)\n## " + part + "\n(.*?)(\n## |\\z)").matcher(Files.readString(PAGE));
    assertThat(section.find()).isTrue();
    return Pattern.compile("(?m)^\\| `([a-z-]+)` \\|")
        .matcher(section.group(1))
        .results()
        .map(row -> row.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
