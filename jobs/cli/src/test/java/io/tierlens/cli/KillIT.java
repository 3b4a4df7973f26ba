package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * An ingest that is killed leaves its run wholly old or wholly new, once the lake has been opened
 * again. Since the same input gives the same bytes, that is told from the files' digests.
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
    long begun = System.nanoTime();
    Program.tierlens("ingest", "--lake", newLake, newRun).succeeds();
    long undisturbed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    wholeNew = shop(newLake);
    assertThat(wholeNew).isNotEqualTo(wholeOld).doesNotContainKey("run_tier/run=shop");

    int old = 0;
    for (int i = 0; i < RANDOM_KILLS + KILLS_IN_THE_COMMIT; i++) {
      Path lake = folder.resolve("lake-" + i);
      Workspace.copy(oldLake, lake);
      String when;
      if (i < RANDOM_KILLS) {
        // The square root moves even chances towards the end.
        long delay = Math.round(undisturbed * Math.sqrt(random.nextDouble()));
        when = "after " + delay + " of " + undisturbed + " ms";
        killed(lake, process -> process.waitFor(delay, TimeUnit.MILLISECONDS));
      } else {
        when = "as soon as the commit began";
        killed(lake, process -> waitForCommit(process, lake));
      }
      boolean isOld = wholeOldAfterRecovery(lake, when);
      old += isOld ? 1 : 0;
      System.out.println("killed " + when + ": " + (isOld ? "wholly old" : "wholly new"));
    }
    int all = RANDOM_KILLS + KILLS_IN_THE_COMMIT;
    System.out.println("killed " + all + " times: old " + old + ", new " + (all - old));
    // A kill at the commit's point of no return must have gone forward: else nothing was tried.
    assertThat(all - old).isGreaterThanOrEqualTo(1);
    assertThat(old).isGreaterThanOrEqualTo(1);
  }

  private interface Moment {
    void await(Process process) throws IOException, InterruptedException;
  }

  private void killed(Path lake, Moment moment) throws Exception {
    // A session of its own, so that the whole group of processes can be killed by one signal.
    Process process =
        Program.of("setsid", "--wait", "bin/tierlens", "ingest", "--lake", lake, newRun)
            .start(folder.resolve("killed.out"), folder.resolve("killed.err"));
    moment.await(process);
    for (ProcessHandle child : process.descendants().toList()) {
      child.destroyForcibly();
    }
    process.destroyForcibly().waitFor();
  }

  private static void waitForCommit(Process process, Path lake) throws IOException {
    Path staging = lake.resolve("_staging");
    while (process.isAlive()) {
      if (Files.isDirectory(staging)) {
        try (Stream<Path> commits = Files.list(staging)) {
          if (commits.anyMatch(commit -> Files.exists(commit.resolve("COMMIT")))) {
            return;
          }
        } catch (java.nio.file.NoSuchFileException | java.io.UncheckedIOException e) {
          // The commit is over, and has taken its folder away.
          return;
        }
      }
      Thread.onSpinWait();
    }
  }

  private boolean wholeOldAfterRecovery(Path lake, String when) throws Exception {
    Program.tierlens("ingest", "--lake", lake, otherRun).succeeds();
    SortedMap<String, String> found = shop(lake);
    assertThat(found).as("killed " + when).isIn(wholeOld, wholeNew);
    assertThat(lake.resolve("access/run=other")).isDirectory();
    return found.equals(wholeOld);
  }

  /** The files of the run in all its tables. */
  private static SortedMap<String, String> shop(Path lake) throws IOException {
    SortedMap<String, String> files = new TreeMap<>(Workspace.digests(lake));
    files.keySet().removeIf(name -> !name.contains("/run=shop/") || name.startsWith("_staging/"));
    return files;
  }
}
