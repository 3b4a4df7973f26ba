package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.cli.Program.Outcome;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** The jar without the launcher: alone, and on a Spark distribution that knows nothing of it. */
class SparkSubmitIT {
  private static final String JAR = "target/tierlens.jar";

  @Test
  void helpNeedsNothingButTheJar() throws Exception {
    for (String word : new String[] {"--help", "help"}) {
      Outcome help = Program.of("java", "-jar", JAR, word).succeeds();
      assertThat(help.stdout()).contains("Usage: tierlens", "ingest", "report");
      assertThat(help.stderr()).isEmpty();
    }
    assertThat(Program.of("java", "-jar", JAR, "report", "--help").succeeds().stdout())
        .contains("--baseline=RUN");
    assertThat(Program.of("java", "-jar", JAR, "queries", "--help").succeeds().stdout())
        .contains("rows-examined");
  }

  @Test
  void withoutSparkTheJarSaysHowToRunIt() throws Exception {
    String[][] commands = {
      {"ingest", "--lake", "target/no-lake", "sample-data/virtual"},
      {"inspect", "sample-data/virtual"},
      {"attribute", "--lake", "target/no-lake"},
      {"report", "--lake", "target/no-lake", "--run", "virtual"},
      {"queries", "--lake", "target/no-lake"},
      {"queries", "sample-data/virtual/mysql/slow.log.gz"},
      {"demo", "--output", "target/no-demo"}
    };
    for (String[] command : commands) {
      Object[] words = new Object[command.length + 3];
      words[0] = "java";
      words[1] = "-jar";
      words[2] = JAR;
      System.arraycopy(command, 0, words, 3, command.length);
      Outcome outcome = Program.of(words).run();
      assertThat(outcome.exit()).as(outcome.toString()).isEqualTo(1);
      assertThat(outcome.stdout()).isEmpty();
      assertThat(outcome.stderr().lines())
          .singleElement()
          .asString()
          .startsWith("tierlens: this needs Spark's classes; run bin/tierlens, or spark-submit");
    }
    assertThat(Path.of("target/no-lake")).doesNotExist();
    assertThat(Path.of("target/no-demo")).doesNotExist();
  }

  @Test
  void runsOnADistribution() throws Exception {
    Path home = home(PythonEnvironment.notebooks().python());
    Path folder = Workspace.fresh("distribution");
    Path run = SmallRuns.stack(folder.resolve("shop"), "shop", 100);

    Path plain = folder.resolve("plain");
    Program.tierlens("ingest", "--lake", plain, run).succeeds();
    SortedMap<String, String> expected = LakeContent.of(plain);

    Path launched = folder.resolve("launched");
    Outcome byLauncher =
        Program.tierlens("ingest", "--lake", launched, run).with("SPARK_HOME", home).succeeds();
    assertThat(byLauncher.stdout()).startsWith("run shop\n");
    assertThat(LakeContent.of(launched)).isEqualTo(expected);

    Path submitted = folder.resolve("submitted");
    Path submit = home.resolve("bin/spark-submit");
    Outcome direct =
        Program.of(submit, JAR, "ingest", "--lake", submitted, run)
            .with("SPARK_HOME", home)
            .succeeds();
    assertThat(direct.stdout()).isEqualTo(byLauncher.stdout());
    assertThat(LakeContent.of(submitted)).isEqualTo(expected);

    Outcome failed =
        Program.of(submit, JAR, "report", "--lake", submitted, "--run", "shup")
            .with("SPARK_HOME", home)
            .run();
    assertThat(failed.exit()).isEqualTo(1);
    assertThat(failed.stderr()).contains("did you mean shop?");
  }

  private static Path home(Path python) throws IOException {
    Path lib = python.getParent().resolveSibling("lib");
    try (DirectoryStream<Path> versions = Files.newDirectoryStream(lib, "python3*")) {
      for (Path version : versions) {
        return version.resolve("site-packages/pyspark").toAbsolutePath();
      }
    }
    throw new IOException("no packages in " + lib);
  }
}
