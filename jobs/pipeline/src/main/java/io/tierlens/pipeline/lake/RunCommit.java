package io.tierlens.pipeline.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Replaces tables of one run, all of them or none, whatever dies in the middle.
 *
 * <p>The new tables are written beside the lake's, into {@code _staging/<run>.<id>/}. Only when all
 * are there, a file {@code COMMIT} is put beside them: it names each table to be replaced or
 * removed. From then on the commit goes forward only: whoever opens the lake next finishes what was
 * left of it, and each step may be done twice. Without that file, what was staged never happened.
 *
 * <p>One writer a run at a time: a second one throws away what the first has staged.
 */
public final class RunCommit {

  private static final String STAGING = "_staging";

  /** Runs of one lake are committed at once: none may take the folder away while another comes. */
  private static final Object STAGING_LOCK = new Object();

  private static final String COMMIT = "COMMIT";
  private static final String COMMIT_BEING_WRITTEN = "_COMMIT";
  private static final String REPLACE = "replace ";
  private static final String REMOVE = "remove ";
  private static final String RUN = "run ";

  private final FileSystem fileSystem;
  private final Path root;
  private final Path staging;
  private final String run;
  private final List<String> lines = new ArrayList<>();

  private RunCommit(FileSystem fileSystem, Path root, String run, Path staging) {
    this.fileSystem = fileSystem;
    this.root = root;
    this.run = run;
    this.staging = staging;
    lines.add(RUN + run);
  }

  static RunCommit begin(FileSystem fileSystem, Path root, String run) throws IOException {
    Path all = new Path(root, STAGING);
    if (fileSystem.exists(all)) {
      for (FileStatus left : fileSystem.listStatus(all)) {
        String name = left.getPath().getName();
        if (name.substring(0, name.lastIndexOf('.')).equals(run)) {
          fileSystem.delete(left.getPath(), true);
        }
      }
    }
    Path staging = new Path(all, run + "." + UUID.randomUUID().toString().replace("-", ""));
    synchronized (STAGING_LOCK) {
      fileSystem.mkdirs(staging);
    }
    return new RunCommit(fileSystem, root, run, staging);
  }

  /** Where to write the new files of a table, which will take the place of the run's old ones. */
  public Path replace(String table) {
    lines.add(REPLACE + table);
    return new Path(staging, table);
  }

  /** Marks a table to be emptied of the run: what was derived from its old rows. */
  public void remove(String table) {
    lines.add(REMOVE + table);
  }

  /** Makes the new tables the run's. */
  public void commit() throws IOException {
    for (String line : lines) {
      if (line.startsWith(REPLACE)) {
        giveLastingNames(new Path(staging, line.substring(REPLACE.length())));
      }
    }
    Path unfinished = new Path(staging, COMMIT_BEING_WRITTEN);
    try (OutputStream out = fileSystem.create(unfinished, true)) {
      out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    if (!fileSystem.rename(unfinished, new Path(staging, COMMIT))) {
      throw new IOException("cannot write " + new Path(staging, COMMIT));
    }
    apply(fileSystem, root, staging);
  }

  /** Throws away what was staged; for a writer that fails. */
  public void abandon() throws IOException {
    fileSystem.delete(staging, true);
    removeIfEmpty(fileSystem, staging.getParent());
  }

  /** Finishes every commit that was broken off after its point of no return. */
  static void recover(FileSystem fileSystem, Path root) throws IOException {
    Path all = new Path(root, STAGING);
    if (!fileSystem.exists(all)) {
      return;
    }
    for (FileStatus entry : fileSystem.listStatus(all)) {
      if (fileSystem.exists(new Path(entry.getPath(), COMMIT))) {
        apply(fileSystem, root, entry.getPath());
      }
    }
  }

  private static void apply(FileSystem fileSystem, Path root, Path staging) throws IOException {
    Path marker = new Path(staging, COMMIT);
    List<String> lines;
    try (InputStream in = fileSystem.open(marker)) {
      lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    String run = lines.get(0).substring(RUN.length());
    for (String line : lines) {
      if (line.startsWith(REPLACE)) {
        String table = line.substring(REPLACE.length());
        Path from = new Path(staging, table);
        Path to = Lake.partition(root, table, run);
        // Gone from the staging: an earlier attempt has moved it.
        if (fileSystem.exists(from)) {
          fileSystem.mkdirs(to.getParent());
          fileSystem.delete(to, true);
          if (!fileSystem.rename(from, to)) {
            throw new IOException("cannot move " + from + " to " + to);
          }
        }
      } else if (line.startsWith(REMOVE)) {
        fileSystem.delete(Lake.partition(root, line.substring(REMOVE.length()), run), true);
      }
    }
    // The marker goes last: deleting a folder is not one step, and its data is not needed any more.
    for (FileStatus left : fileSystem.listStatus(staging)) {
      if (!left.getPath().equals(marker)) {
        fileSystem.delete(left.getPath(), true);
      }
    }
    fileSystem.delete(staging, true);
    removeIfEmpty(fileSystem, staging.getParent());
  }

  /** Spark's names hold a random id; these depend on the order of the rows alone. */
  private void giveLastingNames(Path table) throws IOException {
    FileStatus[] parts = fileSystem.listStatus(table, path -> path.getName().endsWith(".parquet"));
    Arrays.sort(parts, Comparator.comparing(FileStatus::getPath));
    for (int i = 0; i < parts.length; i++) {
      Path lasting = new Path(table, String.format("part-%05d.zstd.parquet", i));
      if (!fileSystem.rename(parts[i].getPath(), lasting)) {
        throw new IOException("cannot rename " + parts[i].getPath() + " to " + lasting);
      }
    }
  }

  private static void removeIfEmpty(FileSystem fileSystem, Path folder) throws IOException {
    synchronized (STAGING_LOCK) {
      if (fileSystem.exists(folder) && fileSystem.listStatus(folder).length == 0) {
        fileSystem.delete(folder, false);
      }
    }
  }

  @Override
  public String toString() {
    return "replace " + run + " in " + root;
  }
}
