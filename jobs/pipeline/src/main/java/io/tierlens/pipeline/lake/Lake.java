package io.tierlens.pipeline.lake;

import static java.util.Objects.requireNonNull;

import io.tierlens.pipeline.UserError;
import io.tierlens.pipeline.schema.TableSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * A folder of Parquet tables: {@code LAKE/<table>/run=<run>/part-*.zstd.parquet}. A run is replaced
 * by a {@link RunCommit}, whole or not at all.
 */
public final class Lake {

  private static final String RUN_PREFIX = "run=";

  private final FileSystem fileSystem;
  private final Path root;

  private Lake(FileSystem fileSystem, Path root) {
    this.fileSystem = fileSystem;
    this.root = root;
  }

  /**
   * Opens a lake for writing; makes its folder where there is none, and finishes a commit that was
   * broken off.
   *
   * @throws UserError if the path is a file
   */
  public static Lake create(String directory, Configuration configuration) {
    return open(directory, configuration, true);
  }

  /**
   * Opens a lake that is there, and finishes a commit that was broken off.
   *
   * @throws UserError if there is no lake
   */
  public static Lake open(String directory, Configuration configuration) {
    return open(directory, configuration, false);
  }

  private static Lake open(String directory, Configuration configuration, boolean create) {
    requireNonNull(directory, "directory is null");
    try {
      Path root = new Path(directory);
      return open(directory, root.getFileSystem(configuration), create);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Lake open(String directory, FileSystem fileSystem, boolean create) throws IOException {
    Path root = fileSystem.makeQualified(new Path(directory));
    requireNoFileOnTheWay(fileSystem, root);
    if (fileSystem.exists(root)) {
      RunCommit.recover(fileSystem, root);
    } else if (create) {
      fileSystem.mkdirs(root);
    } else {
      throw new UserError(
          directory
              + ": there is no lake; make one with: tierlens ingest --lake "
              + directory
              + " FOLDER");
    }
    return new Lake(fileSystem, root);
  }

  private static void requireNoFileOnTheWay(FileSystem fileSystem, Path root) throws IOException {
    for (Path path = root; path != null; path = path.getParent()) {
      if (fileSystem.exists(path)) {
        if (fileSystem.getFileStatus(path).isFile()) {
          throw new UserError(
              path.toUri().getPath()
                  + " is a file, and a lake is a folder; name another path with --lake");
        }
        return;
      }
    }
  }

  /** Begins to replace some tables of a run. */
  public RunCommit replace(String run) throws IOException {
    return RunCommit.begin(fileSystem, root, run);
  }

  /** Names of the runs that have been ingested, in alphabetical order. */
  public List<String> runs() {
    return runsOf("run");
  }

  /** Whether a run's tables are all there. */
  public boolean has(String run, Collection<String> tables) {
    return tables.stream().allMatch(table -> runsOf(table).contains(run));
  }

  private List<String> runsOf(String table) {
    List<String> runs = new ArrayList<>();
    Path folder = new Path(root, table);
    try {
      if (fileSystem.exists(folder)) {
        for (FileStatus entry : fileSystem.listStatus(folder)) {
          String name = entry.getPath().getName();
          if (entry.isDirectory() && name.startsWith(RUN_PREFIX)) {
            runs.add(name.substring(RUN_PREFIX.length()));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    runs.sort(null);
    return runs;
  }

  /** A table's rows of one run, with the columns of its schema; without rows where it is absent. */
  public Dataset<Row> table(SparkSession spark, String table, String run) {
    StructType schema = TableSchema.of(table);
    if (!runsOf(table).contains(run)) {
      return spark.createDataFrame(List.of(), schema);
    }
    return spark.read().schema(schema).parquet(partition(root, table, run).toString());
  }

  static Path partition(Path root, String table, String run) {
    return new Path(new Path(root, table), RUN_PREFIX + run);
  }

  @Override
  public String toString() {
    return root.toUri().getPath();
  }
}
