package io.tierlens.pipeline.run;

import static java.util.Objects.requireNonNull;

import io.tierlens.formats.bytes.LogFile;
import io.tierlens.pipeline.ReadBytes;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/** A file on any of Hadoop's file systems, the local one among them. */
public record HadoopLogFile(String name, long size, Path path, Configuration configuration)
    implements LogFile {
  public HadoopLogFile {
    requireNonNull(name, "name is null");
    requireNonNull(path, "path is null");
    requireNonNull(configuration, "configuration is null");
  }

  /** An input file of a run. */
  public static HadoopLogFile of(InputFile input, Configuration configuration) {
    return new HadoopLogFile(input.name(), input.size(), new Path(input.uri()), configuration);
  }

  @Override
  public InputStream open(long offset) throws IOException {
    FSDataInputStream stored = path.getFileSystem(configuration).open(path);
    if (offset > 0) {
      stored.seek(offset);
    }
    return ReadBytes.counted(stored);
  }
}
