package io.tierlens.pipeline.source;

import io.tierlens.formats.bytes.LogFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file that knows how many of its bytes have been read. For one thread. */
final class CountedFile implements LogFile {
  private final LogFile file;
  private long bytes;

  CountedFile(LogFile file) {
    this.file = file;
  }

  long bytes() {
    return bytes;
  }

  @Override
  public String name() {
    return file.name();
  }

  @Override
  public long size() {
    return file.size();
  }

  @Override
  public InputStream open(long offset) throws IOException {
    return new FilterInputStream(file.open(offset)) {
      @Override
      public int read() throws IOException {
        int value = super.read();
        bytes += value < 0 ? 0 : 1;
        return value;
      }

      @Override
      public int read(byte[] target, int from, int length) throws IOException {
        int read = super.read(target, from, length);
        bytes += Math.max(read, 0);
        return read;
      }
    };
  }
}
