package io.tierlens.cli;

import io.tierlens.pipeline.UserError;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;

/** A file that a user names for a result. */
final class OutputFile {

  private static final String GZIP = ".gz";

  private OutputFile() {}

  /** Writes a text. */
  @FunctionalInterface
  interface Content {
    void writeTo(Writer out) throws IOException;
  }

  /** Says whether a user means a folder: one that is there, or a name that ends like one. */
  static boolean isFolder(String name) {
    return name.endsWith("/") || Files.isDirectory(Path.of(name));
  }

  /**
   * Writes a file in UTF-8 whole or not at all; its folders are made where they are missing. A file
   * whose name ends with .gz is compressed.
   */
  static void write(Path file, Content content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      throw new UserError(file + " is a folder; name a file with --output");
    }
    Files.createDirectories(folder);
    // Whoever reads the file while it is written, or after a failure, must not see half of it.
    Path unfinished = Files.createTempFile(folder, ".tierlens", ".tmp");
    try {
      try (Writer out = writer(unfinished, file.toString().endsWith(GZIP))) {
        content.writeTo(out);
      }
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static Writer writer(Path file, boolean compressed) throws IOException {
    return compressed
        ? new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))
        : Files.newBufferedWriter(file, StandardCharsets.UTF_8);
  }
}
