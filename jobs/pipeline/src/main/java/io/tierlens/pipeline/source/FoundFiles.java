package io.tierlens.pipeline.source;

import io.tierlens.formats.Head;
import io.tierlens.formats.LogFormat;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.bytes.Codec;
import io.tierlens.formats.bytes.LineEnd;
import io.tierlens.formats.bytes.Slice;
import io.tierlens.pipeline.run.FileSlice;
import io.tierlens.pipeline.run.HadoopLogFile;
import io.tierlens.pipeline.run.InputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.SparkSession;

/**
 * Files that the paths of a data source name. Their beginnings are looked at when a scan is
 * planned: they decide how a file is read, and whether it can be cut.
 */
final class FoundFiles implements SlicePlan {
  private final LogFormat format;
  private final SourceOptions options;
  private final List<FileStatus> found;

  private FoundFiles(LogFormat format, SourceOptions options, List<FileStatus> found) {
    this.format = format;
    this.options = options;
    this.found = found;
  }

  /**
   * Finds the files.
   *
   * @throws io.tierlens.pipeline.UserError if a path names none
   */
  static FoundFiles of(LogFormat format, SourceOptions options) {
    try {
      return new FoundFiles(format, options, SourcePaths.files(options, configuration()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Configuration configuration() {
    return SparkSession.active().sessionState().newHadoopConf();
  }

  @Override
  public long bytes() {
    return found.stream().mapToLong(FileStatus::getLen).sum();
  }

  @Override
  public long partBytes() {
    return options.partBytes();
  }

  @Override
  public String description() {
    return found.size() == 1 ? found.get(0).getPath().toString() : found.size() + " files";
  }

  @Override
  public List<FileSlice> slices(boolean numbered) {
    Configuration configuration = configuration();
    List<FileSlice> slices = new ArrayList<>();
    try {
      List<InputFile> files = new ArrayList<>();
      for (FileStatus file : found) {
        files.add(settled(file, configuration));
      }
      if (format.needsFirstPass()) {
        return FirstPasses.slices(files, options.partBytes(), configuration);
      }
      for (InputFile file : files) {
        slices.addAll(slices(file, configuration));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return numbered ? LineNumbers.of(slices, configuration) : slices;
  }

  private InputFile settled(FileStatus status, Configuration configuration) throws IOException {
    String uri = status.getPath().toString();
    long size = status.getLen();
    HadoopLogFile file = new HadoopLogFile(uri, size, status.getPath(), configuration);
    ReadOptions settled = format.settle(Head.of(file), options.read());
    return new InputFile(
        uri, uri, size, options.kind(), options.host(), settled.asMap(), List.of());
  }

  private List<FileSlice> slices(InputFile input, Configuration configuration) throws IOException {
    long size = input.size();
    HadoopLogFile file = HadoopLogFile.of(input, configuration);
    boolean whole =
        size <= options.partBytes()
            || format.recordStart().isEmpty()
            || Codec.of(file) != Codec.PLAIN;
    if (whole) {
      return List.of(FileSlice.whole(input));
    }
    LineEnd lineEnd = LineEnd.of(file);
    List<FileSlice> slices = new ArrayList<>();
    for (long start = 0; start < size; start += options.partBytes()) {
      long end = Math.min(size, start + options.partBytes());
      slices.add(new FileSlice(input, new Slice(start, end, 0), lineEnd));
    }
    return slices;
  }
}
