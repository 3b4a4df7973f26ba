package io.tierlens.pipeline.run;

import io.tierlens.pipeline.UserError;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathFilter;

/** Files and folders on any of Hadoop's file systems. */
final class FileTree {

  /** Hidden files are an editor's or a copy tool's, never a log. */
  private static final PathFilter VISIBLE = path -> !path.getName().startsWith(".");

  private final Configuration configuration;

  FileTree(Configuration configuration) {
    this.configuration = configuration;
  }

  Configuration configuration() {
    return configuration;
  }

  /**
   * What is at a path.
   *
   * @throws UserError if there is nothing
   */
  FileStatus status(Path path) throws IOException {
    try {
      return fileSystem(path).getFileStatus(path);
    } catch (FileNotFoundException e) {
      throw new UserError(path + ": there is no such file or folder", e);
    }
  }

  boolean exists(Path path) throws IOException {
    return fileSystem(path).exists(path);
  }

  /** Files and folders that a glob below a folder matches; none if there are none. */
  List<FileStatus> matching(Path folder, String glob) throws IOException {
    FileStatus[] found = fileSystem(folder).globStatus(new Path(folder, glob), VISIBLE);
    return found == null ? List.of() : List.of(found);
  }

  /** All files below a folder, in the order of their names. */
  List<FileStatus> filesBelow(Path folder) throws IOException {
    List<FileStatus> files = new ArrayList<>();
    FileStatus[] entries = fileSystem(folder).listStatus(folder, VISIBLE);
    Arrays.sort(entries, Comparator.comparing(FileStatus::getPath));
    for (FileStatus entry : entries) {
      if (entry.isDirectory()) {
        files.addAll(filesBelow(entry.getPath()));
      } else {
        files.add(entry);
      }
    }
    return files;
  }

  /** A file's path relative to a folder above it. */
  String nameIn(Path folder, Path file) throws IOException {
    String base = status(folder).getPath().toUri().getPath();
    return file.toUri().getPath().substring(base.length()).replaceFirst("^/+", "");
  }

  String read(Path path) throws IOException {
    try (InputStream in = fileSystem(path).open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private FileSystem fileSystem(Path path) throws IOException {
    return path.getFileSystem(configuration);
  }
}
