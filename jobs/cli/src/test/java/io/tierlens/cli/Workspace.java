package io.tierlens.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Folders that the tests write into, under the top folder's target; what they hold and their end.
 */
final class Workspace {
  private static final Path ROOT = Path.of("target/integration-tests");

  private Workspace() {}

  /** The path of a folder; it may hold what an earlier run of the tests has left. */
  static Path folder(String name) {
    return ROOT.resolve(name);
  }

  /** A folder with nothing in it. */
  static Path fresh(String name) throws IOException {
    Path folder = folder(name);
    delete(folder);
    return Files.createDirectories(folder);
  }

  /** Removes a file or a folder; links in it are removed, not what they lead to. */
  static void delete(Path path) throws IOException {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(path);
      return;
    }
    try (Stream<Path> below = Files.walk(path)) {
      for (Path entry : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(entry);
      }
    }
  }

  /** Copies a folder with all below it. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> below = Files.walk(from)) {
      for (Path entry : below.toList()) {
        Files.copy(entry, to.resolve(from.relativize(entry)));
      }
    }
  }

  /** The SHA-256 of every file below a folder by its relative path; nothing where it is absent. */
  static SortedMap<String, String> digests(Path folder) throws IOException {
    SortedMap<String, String> digests = new TreeMap<>();
    if (Files.exists(folder)) {
      try (Stream<Path> below = Files.walk(folder)) {
        for (Path file : below.filter(Files::isRegularFile).toList()) {
          digests.put(folder.relativize(file).toString(), sha256(Files.readAllBytes(file)));
        }
      }
    }
    return digests;
  }

  /** The first lines of a file, as another file. */
  static void head(Path from, int lines, Path to) throws IOException {
    Files.createDirectories(to.toAbsolutePath().getParent());
    try (Stream<String> all = Files.lines(from, StandardCharsets.ISO_8859_1)) {
      List<String> first = all.limit(lines).toList();
      Files.write(to, first, StandardCharsets.ISO_8859_1);
    }
  }

  /** The SHA-256 of some bytes, in hexadecimal digits. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
