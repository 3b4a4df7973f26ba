package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.cli.Program.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher answers to the wrong words and the wrong files. */
class LauncherIT {
  private static final Path SAMPLE = Path.of("sample-data/virtual");

  /** A lake with one run, which no failure may change. */
  private static Path lake;

  private static Path folder;

  @BeforeAll
  static void makeALake() throws Exception {
    folder = Workspace.fresh("launcher");
    lake = folder.resolve("lake");
    Path run = SmallRuns.access(folder.resolve("small"), 50);
    Outcome ingest = Program.tierlens("ingest", "--lake", lake, run).succeeds();
    assertThat(ingest.stdout()).startsWith("run small\n").contains("apache-access");
    assertThat(ingest.stderr()).startsWith("small: access_log: taken for apache-access: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--help", "help", "ingest --help", "help report", "report -h", "attribute --help"})
  void helpNeedsNoSpark(String words) throws Exception {
    // No folder of this name: a launcher that looked for Spark would fail.
    Outcome help =
        Program.tierlens(words(words)).with("SPARK_HOME", folder.resolve("no-spark")).succeeds();
    assertThat(help.stdout()).contains("Usage: tierlens", "Examples:");
    assertThat(help.stderr()).isEmpty();
  }

  @Test
  void versionNeedsNoSpark() throws Exception {
    Outcome version =
        Program.tierlens("--version").with("SPARK_HOME", folder.resolve("no-spark")).succeeds();
    assertThat(version.stdout())
        .matches("tierlens \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\nJava .*\nno Spark found\n");
    assertThat(version.stderr()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ingets --lake x y => Did you mean: tierlens ingest",
        "ingest --lake x --quite y => --quiet",
        "ingest sample-data/virtual => Missing required option: '--lake=DIR'",
        "ingest --lake x => Missing required parameter: 'PATH'",
        "ingest --lake x --time-zone America/NewYork y => did you mean America/New_York?",
        "report --lake x --baseline a => give --baseline RUN and --candidate RUN",
        "report --lake x --baseline a --candidate a => named twice",
        "report --lake x --run a --format pdf => expected one of [TEXT, "
      })
  void wrongUsageIsTwoWithAHint(String trial) throws Exception {
    String[] parts = trial.split(" => ", -1);
    Outcome outcome = Program.tierlens(words(parts[0])).run();
    assertThat(outcome.exit()).as(outcome.toString()).isEqualTo(2);
    assertThat(outcome.stdout()).isEmpty();
    assertThat(outcome.stderr()).contains(parts[1]).doesNotContain("\tat ");
  }

  @Test
  void aPathThatIsNotThere() throws Exception {
    refuses(folder.resolve("nowhere"), "nowhere: there is no such file or folder");
  }

  @Test
  void aFolderWithoutLogs() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    refuses(empty, "empty: there are no files in it");
    Path letters = Files.createDirectories(folder.resolve("letters"));
    Files.writeString(letters.resolve("letter.txt"), "Dear Ms Miller,\nyour shop is slow.\n");
    refuses(letters, "none of its 1 files is a log of a known kind");
  }

  @Test
  void aMisspeltKey() throws Exception {
    Path run = SmallRuns.stack(folder.resolve("misspelt"), "misspelt", 20);
    Path yaml = run.resolve("run.yaml");
    Files.writeString(yaml, Files.readString(yaml).replace("domain: www1", "domian: www1"));
    refuses(run, yaml + ":3: unknown key \"domian\" in host; did you mean domain?");
  }

  @Test
  void twoCopiesOfALog() throws Exception {
    Path run = SmallRuns.access(folder.resolve("twice"), 50);
    Files.copy(run.resolve("access_log"), run.resolve("access_log.copy"));
    refuses(run, "access_log and access_log.copy of run \"twice\" hold the same text");
  }

  @Test
  void aLakeThatIsAFile() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "not a lake\n");
    Outcome outcome = Program.tierlens("ingest", "--lake", file, folder.resolve("small")).run();
    requireFailure(outcome, "file is a file, and a lake is a folder");
    assertThat(file).hasContent("not a lake\n");
  }

  @Test
  void aRunThatIsNotInTheLake() throws Exception {
    SortedMap<String, String> before = Workspace.digests(lake);
    Outcome outcome = Program.tierlens("report", "--lake", lake, "--run", "smal").run();
    requireFailure(outcome, "holds no run \"smal\"; did you mean small?");
    assertThat(Workspace.digests(lake)).isEqualTo(before);
  }

  @Test
  void aLakeThatIsNotThere() throws Exception {
    Path nowhere = folder.resolve("no-lake");
    Outcome outcome = Program.tierlens("report", "--lake", nowhere, "--run", "small").run();
    requireFailure(outcome, nowhere + ": there is no lake; make one with: tierlens ingest");
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void brokenFilesAreReadAsFarAsTheyGo() throws Exception {
    Path cut = SmallRuns.access(folder.resolve("cut"), 50).resolve("access_log");
    byte[] whole = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(whole, whole.length - 40));
    Path early = Files.createDirectories(folder.resolve("early")).resolve("slow.log.gz");
    byte[] packed = Files.readAllBytes(SAMPLE.resolve("mysql/slow.log.gz"));
    Files.write(early, Arrays.copyOf(packed, 10_000));

    Path target = folder.resolve("lake-of-broken-files");
    Outcome outcome =
        Program.tierlens("ingest", "--lake", target, cut.getParent(), early.getParent()).succeeds();
    assertThat(outcome.stdout())
        .contains("rejected access_log:50: ", "the file ends within this line")
        .contains("the compressed stream is broken: the file ends within the compressed text");
    assertThat(outcome.stderr()).doesNotContain("\tat ");

    Outcome strict =
        Program.tierlens("ingest", "--lake", lake, "--mode", "failfast", cut.getParent()).run();
    requireFailure(strict, "access_log:50: ");
    assertThat(lake.resolve("access/run=cut")).doesNotExist();
  }

  private static void refuses(Path run, String message) throws Exception {
    SortedMap<String, String> before = Workspace.digests(lake);
    requireFailure(Program.tierlens("ingest", "--lake", lake, run).run(), message);
    assertThat(Workspace.digests(lake)).isEqualTo(before).isNotEmpty();
  }

  private static void requireFailure(Outcome outcome, String message) {
    assertThat(outcome.exit()).as(outcome.toString()).isEqualTo(1);
    assertThat(outcome.stdout()).isEmpty();
    assertThat(outcome.stderr()).startsWith("tierlens: ").contains(message);
    assertThat(outcome.stderr().lines()).hasSizeLessThanOrEqualTo(2);
  }

  private static Object[] words(String line) {
    return line.split(" ", -1);
  }
}
