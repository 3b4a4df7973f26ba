package io.tierlens.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The {@link ReadingLaws} of all slow query logs that are fixtures: each server's own lines. */
class SlowLogLawsTest {

  private static final Path FOLDER = Path.of("src/test/resources/io/tierlens/formats/mysql");

  /** Too few: a field is never the one that is not wanted. */
  private static final int ROUNDS = 12;

  @SuppressWarnings("unused") // by the name in MethodSource
  static List<Path> logs() throws IOException {
    List<Path> logs = new ArrayList<>();
    for (String folder : List.of("real", "formats")) {
      try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".log")).sorted().forEach(logs::add);
      }
    }
    return logs;
  }

  @ParameterizedTest
  @MethodSource("logs")
  void hold(Path log) throws IOException {
    byte[] text = Files.readAllBytes(log);
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] input = Arrays.copyOf(text, text.length + 4);
      byte[] choices = new byte[4];
      random.nextBytes(choices);
      System.arraycopy(choices, 0, input, text.length, 4);
      ReadingLaws.require("mysql-slow-log", input);
    }
  }
}
