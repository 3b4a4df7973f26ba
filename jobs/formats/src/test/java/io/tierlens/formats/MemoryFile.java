package io.tierlens.formats;

import io.tierlens.formats.bytes.LogFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A file that was never on a disk. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record MemoryFile(String name, byte[] stored) implements LogFile {

  public MemoryFile(byte[] stored) {
    this("some.log", stored);
  }

  @Override
  public long size() {
    return stored.length;
  }

  @Override
  public InputStream open(long offset) {
    int from = (int) Math.min(offset, stored.length);
    return new ByteArrayInputStream(stored, from, stored.length - from);
  }
}
