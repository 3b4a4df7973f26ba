package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the notebooks are kept in git; {@link NotebookIT} runs them. */
class NotebooksTest {
  private static final Path TOP = Path.of(System.getProperty("basedir", "."), "../..");
  private static final Path FOLDER = TOP.resolve("notebooks");

  static Stream<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> notebooks = files.filter(file -> file.toString().endsWith(".ipynb")).toList();
      assertThat(notebooks).hasSizeGreaterThanOrEqualTo(3);
      return notebooks.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void committedWithoutOutputsAndWithParameters(Path notebook) throws IOException {
    JsonNode root = new ObjectMapper().readTree(notebook.toFile());
    List<JsonNode> code =
        elements(root.get("cells"))
            .filter(cell -> cell.get("cell_type").asText().equals("code"))
            .toList();
    assertThat(code)
        .isNotEmpty()
        .allSatisfy(
            cell -> {
              assertThat(cell.get("outputs")).isEmpty();
              assertThat(cell.get("execution_count").isNull()).isTrue();
            });
    assertThat(root.get("metadata").get("kernelspec").get("name").asText()).isEqualTo("python3");

    // Only assignments of plain values, so that execute.py can read the names and their kinds.
    List<JsonNode> parameters =
        code.stream()
            .filter(cell -> cell.get("metadata").path("tags").toString().contains("\"parameters\""))
            .toList();
    assertThat(parameters).hasSize(1);
    assertThat(elements(parameters.get(0).get("source")).map(JsonNode::asText))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.strip()).matches("\\w+ = (\".*\"|\\d+)( +# .*)?"));
  }

  @Test
  void theSparkOfTheNotebooksIsThatOfTheBuild() throws IOException {
    Matcher built =
        Pattern.compile("<spark.version>(.*)</spark.version>")
            .matcher(Files.readString(TOP.resolve("pom.xml")));
    assertThat(built.find()).isTrue();
    assertThat(Files.readAllLines(FOLDER.resolve("requirements-spark.txt")))
        .contains("pyspark==" + built.group(1));
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
