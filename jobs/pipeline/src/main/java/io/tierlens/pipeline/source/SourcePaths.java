package io.tierlens.pipeline.source;

import io.tierlens.pipeline.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.GlobFilter;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathFilter;

/** Finds the files behind the paths of a data source, on any of Hadoop's file systems. */
final class SourcePaths {

  /** As Spark's own sources: such names are those of temporary and of metadata files. */
  private static final PathFilter VISIBLE =
      path -> !path.getName().startsWith(".") && !path.getName().startsWith("_");

  private final SourceOptions options;
  private final Configuration configuration;
  private final PathFilter wanted;

  private SourcePaths(SourceOptions options, Configuration configuration, PathFilter wanted) {
    this.options = options;
    this.configuration = configuration;
    this.wanted = wanted;
  }

  /**
   * The files, path by path, those of one path in the order of their names.
   *
   * @throws UserError if there is no path, or one names no file
   */
  static List<FileStatus> files(SourceOptions options, Configuration configuration)
      throws IOException {
    if (options.paths().isEmpty()) {
      throw new UserError(
          options.kind()
              + ": there is no path; name files or folders: .load(\"logs/access_log*\")");
    }
    PathFilter wanted =
        options.pathGlobFilter() == null ? path -> true : new GlobFilter(options.pathGlobFilter());
    SourcePaths paths = new SourcePaths(options, configuration, wanted);
    List<FileStatus> files = new ArrayList<>();
    for (String path : options.paths()) {
      files.addAll(paths.filesOf(new Path(path)));
    }
    return files;
  }

  private List<FileStatus> filesOf(Path path) throws IOException {
    FileSystem fileSystem = path.getFileSystem(configuration);
    FileStatus[] matching = fileSystem.globStatus(path);
    if (matching == null || matching.length == 0) {
      throw new UserError(
          options.kind() + ": nothing is at " + path + "; mend the path, or take it out");
    }
    List<FileStatus> files = new ArrayList<>();
    for (FileStatus found : matching) {
      add(fileSystem, found, true, files);
    }
    files.removeIf(file -> !wanted.accept(file.getPath()));
    if (files.isEmpty()) {
      throw new UserError(
          options.kind()
              + ": no file at "
              + path
              + (options.recursive()
                  ? ""
                  : "; folders below it are read with option "
                      + SourceOptions.RECURSIVE
                      + " = true"));
    }
    files.sort(Comparator.comparing(FileStatus::getPath));
    return files;
  }

  private void add(FileSystem fileSystem, FileStatus found, boolean enter, List<FileStatus> files)
      throws IOException {
    if (found.isFile()) {
      files.add(found);
    } else if (enter) {
      for (FileStatus below : fileSystem.listStatus(found.getPath(), VISIBLE)) {
        add(fileSystem, below, options.recursive(), files);
      }
    }
  }
}
