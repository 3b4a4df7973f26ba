package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The notebook runs from top to bottom over a lake of the sample data, in a Python environment made
 * from notebooks/requirements.txt. Where no Python or no package index is at hand, that part is
 * skipped with the reason.
 */
class NotebookIT {
  private static final Path NOTEBOOK = Path.of("notebooks/tour.ipynb");
  private static final Path REQUIREMENTS = Path.of("notebooks/requirements.txt");

  /** Kept between runs of the test: 600 MB of packages are not fetched twice. */
  private static final Path ENVIRONMENT = Path.of("target/notebook-environment");

  @Test
  void committedWithoutOutputs() throws IOException {
    String notebook = Files.readString(NOTEBOOK);
    assertThat(notebook).contains("\"cell_type\": \"code\"");
    assertThat(Pattern.compile("\"outputs\": (?!\\[])").matcher(notebook).results()).isEmpty();
    assertThat(Pattern.compile("\"execution_count\": (?!null)").matcher(notebook).results())
        .isEmpty();
  }

  @Test
  void runsOverALake(@TempDir Path folder) throws Exception {
    Path python = new PythonEnvironment(ENVIRONMENT, Files.readString(REQUIREMENTS)).python();
    Path output = folder.resolve("tour.ipynb");
    Program.of(
            python, "notebooks/execute.py", NOTEBOOK, "--lake", DemoLake.lake(), "--output", output)
        .succeeds();

    String executed = Files.readString(output);
    assertThat(Pattern.compile("\"image/png\"").matcher(executed).results()).hasSize(4);
    assertThat(executed).contains("physical", "virtual", "eight-clients", "www1");
    // Heads and rows of the tables that comparisons and findings were shown as.
    assertThat(executed).contains("<th>refusal</th>", "paravirtual-cost");
  }
}
