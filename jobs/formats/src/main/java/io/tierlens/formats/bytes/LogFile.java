package io.tierlens.formats.bytes;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file of a log, wherever it is kept. The formats know no file system; whoever calls them brings
 * one.
 */
public interface LogFile {

  /** The name as the user knows it, relative to the run folder; part of every row's identity. */
  String name();

  /** The length in bytes as stored, before any decompression. */
  long size();

  /**
   * Opens the stored bytes from an offset on.
   *
   * @throws IOException if the file is not there or may not be read
   */
  InputStream open(long offset) throws IOException;
}
