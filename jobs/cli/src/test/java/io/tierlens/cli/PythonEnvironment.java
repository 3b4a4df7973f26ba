package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.tierlens.cli.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A Python environment with some packages, made where it is missing and kept for the next time.
 *
 * @param requirements the packages, as in a requirements.txt
 */
record PythonEnvironment(Path folder, String requirements) {

  private static final Path NOTEBOOKS = Path.of("notebooks");

  /** What pip prints when it cannot reach an index, unlike when the index lacks a package. */
  private static final Pattern UNREACHABLE =
      Pattern.compile("Retrying \\(Retry|Could not fetch URL|connection error|ProxyError");

  /**
   * What all notebooks need, a Spark distribution of the release in pom.xml among it; kept, for it
   * is 1 GB.
   */
  static PythonEnvironment notebooks() throws IOException {
    StringBuilder requirements = new StringBuilder();
    for (String list : List.of("requirements.txt", "requirements-spark.txt")) {
      for (String line : Files.readAllLines(NOTEBOOKS.resolve(list))) {
        if (!line.startsWith("-r ")) {
          requirements.append(line).append('\n');
        }
      }
    }
    return new PythonEnvironment(Path.of("target/python-environment"), requirements.toString());
  }

  /** Its Python; aborts the test with the reason where there is no Python or no package index. */
  Path python() throws IOException, InterruptedException {
    Path python = folder.resolve("bin/python");
    Path installed = folder.resolve("installed.txt");
    if (Files.exists(installed) && Files.readString(installed).equals(requirements)) {
      return python;
    }
    Outcome version =
        Program.of("python3", "-c", "import sys, ensurepip; sys.exit(sys.version_info < (3, 10))")
            .run();
    if (version.exit() != 0) {
      abort("no Python 3.10 or later with module venv: " + version);
    }
    Program.of("python3", "-m", "venv", "--clear", folder).succeeds();
    Path list = folder.resolve("requirements.txt");
    Files.writeString(list, requirements);
    Outcome pip =
        Program.of(
                python,
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--retries=1",
                "--timeout=30",
                "--requirement",
                list)
            .run();
    if (pip.exit() != 0 && UNREACHABLE.matcher(pip.stdout() + pip.stderr()).find()) {
      abort("no package index can be reached: " + pip);
    }
    assertThat(pip.exit()).as(pip.toString()).isZero();
    Files.writeString(installed, requirements);
    return python;
  }
}
