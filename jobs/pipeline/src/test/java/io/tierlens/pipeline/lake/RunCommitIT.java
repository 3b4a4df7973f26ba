package io.tierlens.pipeline.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tierlens.pipeline.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FilterFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommitIT {

  private static final List<String> TABLES = List.of("access", "query", "run");

  @TempDir private Path folder;

  @Test
  void aRunIsReplacedWholeOrNotAtAllWhereverTheWriterDies() throws IOException {
    Map<String, String> before =
        Map.of("access", "old", "query", "old", "run", "old", "request", "old");
    Map<String, String> after = Map.of("access", "new", "query", "new", "run", "new");
    boolean completed = false;
    boolean sawBefore = false;
    boolean sawAfter = false;
    for (int steps = 0; !completed; steps++) {
      Path root = folder.resolve("lake" + steps);
      write(local(), root, "old", List.of());
      derive(root);
      assertThat(contents(root)).isEqualTo(before);

      try {
        write(new DyingFileSystem(local(), steps), root, "new", List.of("request"));
        completed = true;
      } catch (Death e) {
        // As if the process had been killed: nothing tidies up.
      }
      Lake.open(root.toString(), local(), false);

      Map<String, String> found = contents(root);
      assertThat(found).as("after dying at step %d", steps).isIn(before, after);
      sawBefore |= found.equals(before);
      sawAfter |= found.equals(after) && !completed;
    }
    assertThat(sawBefore).isTrue();
    assertThat(sawAfter).as("dying after the point of no return goes forward").isTrue();
  }

  @Test
  void aDeathWhileRecoveringIsRecoveredFrom() throws IOException {
    for (int first = 0; first < 20; first++) {
      for (int second = 0; second < 12; second += 2) {
        Path root = folder.resolve("lake" + first + "-" + second);
        write(local(), root, "old", List.of());
        try {
          write(new DyingFileSystem(local(), first), root, "new", List.of());
        } catch (Death e) {
          // Recovered below.
        }
        try {
          Lake.open(root.toString(), new DyingFileSystem(local(), second), false);
        } catch (Death e) {
          // Recovered below.
        }
        Lake.open(root.toString(), local(), false);

        assertThat(contents(root).values()).containsOnly(contents(root).get("access"));
      }
    }
  }

  @Test
  void anAbandonedCommitLeavesNothingBehind() throws IOException {
    write(local(), folder, "old", List.of());
    RunCommit commit = Lake.open(folder.toString(), local(), false).replace("r");
    stage(local(), commit, "access", "new");
    commit.abandon();

    assertThat(contents(folder)).containsEntry("access", "old");
    assertThat(folder.resolve("_staging")).doesNotExist();
  }

  @Test
  void whatAKilledWriterStagedIsThrownAwayByTheNext() throws IOException {
    RunCommit killed = Lake.open(folder.toString(), local(), true).replace("r");
    stage(local(), killed, "access", "half");
    write(local(), folder, "new", List.of());

    assertThat(contents(folder)).containsEntry("access", "new");
    assertThat(folder.resolve("_staging")).doesNotExist();
  }

  @Test
  void aFileIsNoLake() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");

    for (Path path : List.of(file, file.resolve("below"))) {
      assertThatThrownBy(() -> Lake.open(path.toString(), local(), true))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("is a file");
    }
  }

  @Test
  void aLakeThatIsNotThereIsNotOpened() {
    assertThatThrownBy(() -> Lake.open(folder.resolve("none").toString(), local(), false))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("tierlens ingest");
  }

  private static void write(FileSystem system, Path root, String text, List<String> removed)
      throws IOException {
    RunCommit commit = Lake.open(root.toString(), system, true).replace("r");
    for (String table : TABLES) {
      stage(system, commit, table, text);
    }
    removed.forEach(commit::remove);
    commit.commit();
  }

  private static void derive(Path root) throws IOException {
    RunCommit commit = Lake.open(root.toString(), local(), false).replace("r");
    stage(local(), commit, "request", "old");
    commit.commit();
  }

  private static void stage(FileSystem system, RunCommit commit, String table, String text)
      throws IOException {
    org.apache.hadoop.fs.Path staged = commit.replace(table);
    for (String name : List.of("part-00001-b", "part-00000-a")) {
      system.mkdirs(staged);
      Files.writeString(Path.of(staged.toUri().getPath(), name + ".parquet"), text);
    }
  }

  /** What each table holds of run r; "mixed" if its files differ or are not both there. */
  private static Map<String, String> contents(Path root) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (String table : List.of("access", "query", "run", "request")) {
      Path partition = root.resolve(table).resolve("run=r");
      if (Files.exists(partition)) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(partition)) {
          for (Path path : paths.filter(p -> !p.toString().endsWith(".crc")).toList()) {
            files.put(path.getFileName().toString(), Files.readString(path));
          }
        }
        boolean whole =
            files.keySet().equals(Set.of("part-00000.zstd.parquet", "part-00001.zstd.parquet"));
        String texts = files.values().stream().distinct().collect(Collectors.joining());
        contents.put(table, whole ? texts : "mixed");
      }
    }
    return contents;
  }

  private static FileSystem local() throws IOException {
    return FileSystem.getLocal(new Configuration());
  }

  private static final class Death extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** Dies before the given step that changes something; a deletion may die half done. */
  private static final class DyingFileSystem extends FilterFileSystem {
    private int stepsLeft;

    DyingFileSystem(FileSystem system, int steps) {
      super(system);
      stepsLeft = steps;
    }

    private void step() throws Death {
      if (stepsLeft-- <= 0) {
        throw new Death();
      }
    }

    @Override
    public boolean rename(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to)
        throws IOException {
      step();
      return super.rename(from, to);
    }

    @Override
    public boolean delete(org.apache.hadoop.fs.Path path, boolean recursive) throws IOException {
      if (recursive && exists(path) && getFileStatus(path).isDirectory()) {
        for (FileStatus child : listStatus(path)) {
          delete(child.getPath(), true);
        }
      }
      step();
      return super.delete(path, recursive);
    }

    @Override
    public boolean mkdirs(org.apache.hadoop.fs.Path path) throws IOException {
      step();
      return super.mkdirs(path);
    }

    @Override
    public FSDataOutputStream create(org.apache.hadoop.fs.Path path, boolean overwrite)
        throws IOException {
      step();
      return super.create(path, overwrite);
    }
  }
}
