package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.cli.Program.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * An ingest that is killed leaves its run wholly old or wholly new, once the lake has been opened
 * again. Since the same input gives the same content, that is told from the content of the files.
 */
class KillIT {
  private static final long SEED = 20090123;
  private static final int RANDOM_KILLS = 5;

  /** A commit takes a few milliseconds, which no random delay would meet. */
  private static final int KILLS_IN_THE_COMMIT = 2;

  private final Random random = new Random(SEED);
  private Path folder;
  private Path oldLake;
  private Path otherRun;
  private Path newRun;
  private SortedMap<String, String> wholeOld;
  private SortedMap<String, String> wholeNew;

  @Test
  void aRunIsWhollyOldOrWhollyNew() throws Exception {
    folder = Workspace.fresh("kill");
    oldLake = folder.resolve("old");
    otherRun = SmallRuns.access(folder.resolve("other"), 5);
    Path oldRun = SmallRuns.stack(folder.resolve("shop-old"), "shop", 60);
    newRun = SmallRuns.stack(folder.resolve("shop-new"), "shop", 300);
    Program.tierlens("ingest", "--lake", oldLake, oldRun).succeeds();
    Program.tierlens("attribute", "--lake", oldLake).succeeds();
    wholeOld = shop(oldLake);
    assertThat(wholeOld).containsKey("run_tier/run=shop/part-00000.zstd.parquet");

    Path newLake = folder.resolve("new");
    Workspace.copy(oldLake, newLake);
    long start = System.nanoTime();
    Program.tierlens("ingest", "--lake", newLake, newRun).succeeds();
    long undisturbed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    wholeNew = shop(newLake);
    assertThat(wholeNew).isNotEqualTo(wholeOld).doesNotContainKey("run_tier/run=shop");

    int old = 0;
    for (int i = 0; i < RANDOM_KILLS + KILLS_IN_THE_COMMIT; i++) {
      Path lake = folder.resolve("lake-" + i);
      Workspace.copy(oldLake, lake);
      String when;
      boolean committing;
      if (i < RANDOM_KILLS) {
        // The first comes before anything is written, even where the machine is faster now. The
        // square root moves even chances of the others towards the end.
        long delay =
            i == 0 ? undisturbed / 10 : Math.round(undisturbed * Math.sqrt(random.nextDouble()));
        when = "after " + delay + " of " + undisturbed + " ms";
        committing = killed(lake, process -> process.waitFor(delay, TimeUnit.MILLISECONDS));
      } else {
        when = "as soon as the commit began";
        committing = killed(lake, process -> waitForCommit(process, lake));
      }
      boolean isOld = wholeOldAfterOpening(lake, when);
      old += isOld ? 1 : 0;
      System.out.printf(
          "killed %s: wholly %s%s%n",
          when, isOld ? "old" : "new", committing ? ", of a commit that was finished later" : "");
      assertThat(isOld && committing).as("a commit that had begun went back").isFalse();
    }
    // What the dead have left is in nobody's way.
    Path last = folder.resolve("lake-0");
    Program.tierlens("ingest", "--lake", last, otherRun, newRun).succeeds();
    assertThat(shop(last)).isEqualTo(wholeNew);
    assertThat(last.resolve("access/run=other")).isDirectory();
    assertThat(last.resolve("_staging")).doesNotExist();

    int all = RANDOM_KILLS + KILLS_IN_THE_COMMIT;
    System.out.println("killed " + all + " times: old " + old + ", new " + (all - old));
    // A kill at the commit's point of no return must have gone forward: else nothing was tried.
    assertThat(all - old).isGreaterThanOrEqualTo(1);
    assertThat(old).isGreaterThanOrEqualTo(1);
  }

  private interface Moment {
    void await(Process process) throws IOException, InterruptedException;
  }

  /** Whether the kill has left a commit behind that must go forward. */
  private boolean killed(Path lake, Moment moment) throws Exception {
    Process process =
        Program.tierlens("ingest", "--lake", lake, newRun)
            .start(folder.resolve("killed.out"), folder.resolve("killed.err"));
    moment.await(process);
    // The launcher has become Java by then, or has a short-lived child that writes nothing.
    process.destroyForcibly();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.waitFor();
    return Workspace.digests(lake.resolve("_staging")).keySet().stream()
        .anyMatch(name -> name.endsWith("/COMMIT"));
  }

  private static void waitForCommit(Process process, Path lake) throws IOException {
    Path staging = lake.resolve("_staging");
    while (process.isAlive()) {
      if (Files.isDirectory(staging)) {
        try (Stream<Path> commits = Files.list(staging)) {
          if (commits.anyMatch(commit -> Files.exists(commit.resolve("COMMIT")))) {
            return;
          }
        } catch (NoSuchFileException | UncheckedIOException e) {
          // The commit is over, and has taken its folder away.
          return;
        }
      }
      Thread.onSpinWait();
    }
  }

  private boolean wholeOldAfterOpening(Path lake, String when) throws Exception {
    // Whatever opens the lake finishes what was begun, even a command that then fails.
    Outcome opened = Program.tierlens("attribute", "--lake", lake, "--run", "none").run();
    assertThat(opened.stderr()).contains("holds no run \"none\"");
    SortedMap<String, String> found = shop(lake);
    assertThat(found).as("killed " + when).isIn(wholeOld, wholeNew);
    return found.equals(wholeOld);
  }

  /** The files of the run in all its tables. */
  private static SortedMap<String, String> shop(Path lake) throws IOException {
    SortedMap<String, String> files = LakeContent.of(lake);
    files.keySet().removeIf(name -> !name.contains("/run=shop/"));
    return files;
  }
}
