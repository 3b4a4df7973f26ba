package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A run.yaml that init wrote, against one that a person wrote, and logs as the docs want them. */
class InitIT {
  private static final Path WHAT_TO_LOG = Path.of("jobs/cli/src/test/resources/what-to-log");

  /** Of each file but those of tables that quote the run.yaml: their zones have other names. */
  private static Map<String, String> content(Path lake) throws Exception {
    Map<String, String> content = new TreeMap<>();
    LakeContent.of(lake)
        .forEach(
            (file, digest) -> {
              if (!file.startsWith("run/") && !file.startsWith("ledger/")) {
                content.put(file.replaceFirst("part-(\\d+)-[-0-9a-f]+", "part-$1"), digest);
              }
            });
    return content;
  }

  @Test
  void aBareFolderGivesTheLakeOfADescribedOne() throws Exception {
    Path folder = Workspace.fresh("init");
    Path bare = folder.resolve("virtual");
    Workspace.copy(Path.of("sample-data/virtual"), bare);
    Files.delete(bare.resolve("run.yaml"));
    Program.tierlens("init", bare).succeeds();
    Path lake = folder.resolve("lake");
    Program.tierlens("ingest", "--quiet", "--lake", lake, bare).succeeds();
    Path expected = folder.resolve("expected");
    Program.tierlens("ingest", "--quiet", "--lake", expected, "sample-data/virtual").succeeds();
    assertThat(content(lake)).isNotEmpty().isEqualTo(content(expected));
  }

  @Test
  void logsAsTheDocsWantThemReachTheLevelsOfTheDocs() throws Exception {
    Path folder = Workspace.fresh("what-to-log");
    Workspace.copy(WHAT_TO_LOG, folder.resolve("logs"));
    Path ids = folder.resolve("logs/ids");
    Path connections = folder.resolve("logs/connections");
    Program.tierlens("init", ids).succeeds();
    Program.tierlens("init", connections).succeeds();
    Path lake = folder.resolve("lake");
    Program.tierlens("ingest", "--quiet", "--lake", lake, ids, connections).succeeds();
    assertThat(Program.tierlens("attribute", "--quiet", "--lake", lake).succeeds().stdout())
        .contains(
            "run ids: 14 requests to the application, 28 of 28 queries tied to one (level L0)")
        .contains("run connections: 12 requests to the application")
        .contains("72 of 72 queries tied to one (level L1c)");
  }
}
