package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a first-time user meets who has a folder of logs, in the program itself without Spark. */
class InitCommandTest {
  private static final Path LOGS = Path.of("src/test/resources/what-to-log/ids");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int tierlens(Object... words) {
    String[] arguments = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      arguments[i] = words[i].toString();
    }
    return Tierlens.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  private Path logs(String name) throws IOException {
    Path logs = Files.createDirectories(folder.resolve(name));
    for (String file : new String[] {"access.log", "app-timing.log", "slow.log", "sar.txt"}) {
      Files.copy(LOGS.resolve(file), logs.resolve(file));
    }
    return logs;
  }

  @Test
  void writesARunYamlAndSaysWhatToDoNext() throws Exception {
    Path logs = logs("my logs");
    assertThat(tierlens("init", logs)).isEqualTo(ExitCode.DONE);
    assertThat(logs.resolve("run.yaml"))
        .content()
        .containsPattern("run: my-logs +# after the folder's name \"my logs\"")
        .containsPattern("    tiers: \\[web, app, db\\] +# web has access.log; app has");
    assertThat(out.toString())
        .startsWith("wrote " + logs.resolve("run.yaml") + "\n  files listed: 4\n")
        .contains("\n  tierlens ingest --lake lake '" + logs + "'\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void leavesARunYamlAlone() throws Exception {
    Path logs = logs("kept");
    Files.writeString(logs.resolve("run.yaml"), "run: mine\n");
    assertThat(tierlens("init", logs)).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("run.yaml is there already").contains("--stdout");
    assertThat(logs.resolve("run.yaml")).hasContent("run: mine\n");
    assertThat(tierlens("init", "--stdout", "--run", "other", logs)).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("run: other ").doesNotContain("run.yaml:");
    assertThat(logs.resolve("run.yaml")).hasContent("run: mine\n");
  }

  @Test
  void saysOfOneFileWhatItLacks() throws Exception {
    Path logs = logs("lone");
    for (String other : new String[] {"app-timing.log", "slow.log", "sar.txt"}) {
      Files.delete(logs.resolve(other));
    }
    assertThat(tierlens("inspect", logs)).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .contains("\nwhat the logs of run lone allow\n")
        .contains("  the slow query log of the database, with long_query_time = 0\n");
  }

  @Test
  void saysWhatAFolderLacks() throws Exception {
    Path logs = logs("bare");
    Files.delete(logs.resolve("slow.log"));
    Files.write(logs.resolve("broken.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3});
    assertThat(tierlens("inspect", logs)).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .contains("\nfiles of run bare\n")
        .contains("\nbroken.gz\n  kind: unknown\n")
        .contains("  the slow query log of the database, with long_query_time = 0\n")
        .endsWith(
            "next: tierlens init "
                + logs
                + ", read the run.yaml it writes, then tierlens ingest --lake lake "
                + logs
                + "\n");
  }

  @Test
  void aFolderWithoutLogs() {
    assertThat(tierlens("init", folder)).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("there are no files in it");
    assertThat(folder.resolve("run.yaml")).doesNotExist();
  }
}
