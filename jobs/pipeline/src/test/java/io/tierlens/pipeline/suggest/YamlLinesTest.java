package io.tierlens.pipeline.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

class YamlLinesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "www1",
        "-05:00",
        "%h \"%r\" 'x'",
        "a # b",
        "a: b",
        "true",
        "~",
        "",
        " x ",
        "- a",
        "{a}",
        "*a",
        "&a",
        "!a",
        "a\nb",
        "a\u0000b",
        "\u001b[31m",
        "Größe",
        "\u202e",
        "\uD83D\uDE00",
        "\\n"
      })
  void aScalarMeansItsText(String text) {
    YamlLines lines = new YamlLines();
    lines.entry("", "key", new Told<>(text, "why\nnext: line \u001b[0m # more"));
    Optional<Node> node =
        new Compose(LoadSettings.builder().build())
            .composeString(lines.toString().substring("key: ".length()));
    assertThat(((ScalarNode) node.orElseThrow()).getValue()).isEqualTo(text);
    assertThat(lines.toString()).endsWith("# why?next: line ?[0m # more\n").hasLineCount(1);
  }
}
