package io.tierlens.cli;

import picocli.CommandLine.Option;

/** Where the lake is; the same in every command. */
final class LakeOption {

  @Option(
      names = "--lake",
      paramLabel = "DIR",
      required = true,
      description = "Folder of the Parquet tables; any file system that Hadoop knows.")
  private String directory;

  String directory() {
    return directory;
  }
}
