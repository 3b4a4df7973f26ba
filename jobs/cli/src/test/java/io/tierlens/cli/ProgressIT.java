package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tierlens.cli.Program.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Progress is for those who watch. */
class ProgressIT {
  private static final String BEGIN = "starting Spark";

  private static Path folder;
  private static Path run;

  @BeforeAll
  static void cutARun() throws Exception {
    folder = Workspace.fresh("progress");
    run = SmallRuns.access(folder.resolve("small"), 20);
  }

  @Test
  void isShownOnATerminal() throws Exception {
    Outcome shown = onATerminal("ingest --lake " + folder.resolve("shown") + " " + run);
    assertThat(shown.stdout())
        .contains(
            BEGIN, "reading small: first pass", "writing small: access", "replacing run small")
        .contains("taken for apache-access");
  }

  @Test
  void isShownWithoutSparkToo() throws Exception {
    String shown = onATerminal("inspect " + run).stdout();
    assertThat(shown).contains("\r\033[Kreading access_log (0 s)\r\033[Kaccess_log\r\n");
    assertThat(shown.substring(shown.indexOf("next: "))).doesNotContain("reading");
    assertThat(onATerminal("inspect --quiet " + run).stdout()).doesNotContain("\033");
  }

  @Test
  void isNotShownOnATerminalThatCannotWriteOverALine() throws Exception {
    Outcome plain =
        Program.of("env", "TERM=dumb", "script", "-qec", "bin/tierlens inspect " + run, "/dev/null")
            .succeeds();
    assertThat(plain.stdout()).doesNotContain("\033").contains("apache-access");
  }

  @Test
  void isNotShownWhenQuiet() throws Exception {
    Outcome quiet = onATerminal("ingest --quiet --lake " + folder.resolve("quiet") + " " + run);
    assertThat(quiet.stdout())
        .startsWith("run small")
        .doesNotContain(BEGIN, "writing", "taken for", "\033");
  }

  @Test
  void isNotShownInAFile() throws Exception {
    Outcome plain = Program.tierlens("ingest", "--lake", folder.resolve("plain"), run).succeeds();
    assertThat(plain.stdout()).startsWith("run small\n").doesNotContain(BEGIN, "\033");
    assertThat(plain.stderr().lines()).singleElement().asString().contains("taken for");
  }

  /** Runs the launcher on a terminal of util-linux's {@code script}, which copies what it shows. */
  private static Outcome onATerminal(String arguments) throws Exception {
    Outcome version = Program.of("script", "--version").run();
    assumeTrue(
        version.stdout().contains("util-linux"), "needs script of util-linux: " + version.stderr());
    return Program.of("script", "-qec", "bin/tierlens " + arguments, "/dev/null").succeeds();
  }
}
