package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.cli.Program.Outcome;
import io.tierlens.cli.report.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The reports on the sample data as they were last approved. */
class GoldenSampleDataIT {
  private static final String FOUR_CPUS = "--candidate virtual-4vcpu";

  private static final List<String> STORY =
      List.of(
          "story-2009-physical",
          "story-2009-virtual-4vcpu",
          "story-2009-virtual-8vcpu",
          "story-2009-virtual-updated");

  private static Path folder;

  @BeforeAll
  static void emptyTheFolder() throws Exception {
    folder = Workspace.fresh("golden");
  }

  @Test
  void comparisonAsText() throws Exception {
    check("comparison.txt", "text", "--baseline physical", "--candidate virtual", FOUR_CPUS);
  }

  @Test
  void comparisonAsJson() throws Exception {
    check("comparison.json", "json", "--baseline physical", "--candidate virtual", FOUR_CPUS);
  }

  @Test
  void oneRunAsText() throws Exception {
    check("virtual.txt", "text", "--run virtual");
  }

  /** The replay of 2009: four runs that the demo does not hold. */
  @Test
  void theStoryAsText() throws Exception {
    Path lake = folder.resolve("lake");
    List<Object> ingest = new ArrayList<>(List.of("ingest", "--quiet", "--lake", lake));
    STORY.forEach(run -> ingest.add("sample-data/" + run));
    Program.tierlens(ingest.toArray()).succeeds();
    List<String> options = new ArrayList<>(List.of("--baseline " + STORY.get(0)));
    STORY.subList(1, STORY.size()).forEach(run -> options.add("--candidate " + run));
    check(lake, "story-2009.txt", "text", options.toArray(new String[0]));
  }

  @Test
  void queriesOfOneRunAsText() throws Exception {
    Path file = folder.resolve("queries.txt");
    Object[] words = {"queries", "--lake", DemoLake.lake(), "--run", "virtual", "--top", 3};
    List<Object> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--output", file));
    Program.tierlens(all.toArray()).succeeds();
    Golden.check("sample-data/queries.txt", Files.readString(file));
  }

  /** A file is UTF-8 whatever the locale, so that it is the same everywhere. */
  private static void check(String name, String format, String... options) throws Exception {
    check(DemoLake.lake(), name, format, options);
  }

  private static void check(Path lake, String name, String format, String... options)
      throws Exception {
    Path file = folder.resolve(name);
    List<Object> words = new ArrayList<>();
    words.addAll(List.of("report", "--lake", lake, "--format", format));
    words.addAll(List.of("--output", file));
    for (String option : options) {
      words.addAll(List.of(option.split(" ", -1)));
    }
    Outcome outcome = Program.tierlens(words.toArray()).succeeds();
    assertThat(outcome.stdout()).isEmpty();
    assertThat(outcome.stderr()).isEqualTo("wrote " + file + "\n");
    Golden.check("sample-data/" + name, Files.readString(file));
  }
}
