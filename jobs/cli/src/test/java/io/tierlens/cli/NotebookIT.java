package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

  /** What pip prints when it cannot reach an index, unlike when the index lacks a package. */
  private static final Pattern UNREACHABLE =
      Pattern.compile("Retrying \\(Retry|Could not fetch URL|connection error|ProxyError");

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
    Path python = environment();
    Path lake = folder.resolve("lake");
    succeeds(
        "bin/tierlens", "ingest", "--lake", lake, "sample-data/physical", "sample-data/virtual");
    succeeds("bin/tierlens", "attribute", "--lake", lake);

    Path output = folder.resolve("tour.ipynb");
    succeeds(python, "notebooks/execute.py", NOTEBOOK, "--lake", lake, "--output", output);

    String executed = Files.readString(output);
    assertThat(Pattern.compile("\"image/png\"").matcher(executed).results()).hasSize(3);
    assertThat(executed).contains("physical", "virtual", "eight-clients", "www1");
  }

  /** The Python of an environment that holds the requirements, made where it is missing. */
  private static Path environment() throws Exception {
    Path python = ENVIRONMENT.resolve("bin/python");
    Path installed = ENVIRONMENT.resolve("installed.txt");
    String wanted = Files.readString(REQUIREMENTS);
    if (Files.exists(installed) && Files.readString(installed).equals(wanted)) {
      return python;
    }
    Outcome version =
        run("python3", "-c", "import sys, ensurepip; sys.exit(sys.version_info < (3, 10))");
    if (version.exit() != 0) {
      abort("no Python 3.10 or later with module venv: " + version.output());
    }
    succeeds("python3", "-m", "venv", "--clear", ENVIRONMENT);
    Outcome pip =
        run(
            python,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--retries=1",
            "--timeout=30",
            "--requirement",
            REQUIREMENTS);
    if (pip.exit() != 0 && UNREACHABLE.matcher(pip.output()).find()) {
      abort("no package index can be reached: " + pip.output());
    }
    assertThat(pip.exit()).as(pip.output()).isZero();
    Files.writeString(installed, wanted);
    return python;
  }

  private static void succeeds(Object... command) throws Exception {
    Outcome outcome = run(command);
    assertThat(outcome.exit()).as("%s%n%s", List.of(command), outcome.output()).isZero();
  }

  private static Outcome run(Object... command) throws Exception {
    List<String> words = new ArrayList<>();
    for (Object word : command) {
      words.add(word.toString());
    }
    Path log = Files.createTempFile("notebook", ".log");
    try {
      Process process =
          new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile()).start();
      if (!process.waitFor(15, TimeUnit.MINUTES)) {
        process.destroyForcibly().waitFor();
        return new Outcome(-1, "no end after 15 minutes");
      }
      return new Outcome(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
    } catch (IOException missing) {
      return new Outcome(-1, missing.getMessage());
    } finally {
      Files.delete(log);
    }
  }

  private record Outcome(int exit, String output) {}
}
