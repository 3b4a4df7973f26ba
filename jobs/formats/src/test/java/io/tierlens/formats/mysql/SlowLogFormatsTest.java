package io.tierlens.formats.mysql;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each server writes: short logs made after those of the servers, each beside what its entries
 * hold. {@link ExpectedLog} tells how that is written down.
 */
class SlowLogFormatsTest {

  private static final Path FOLDER =
      Path.of("src/test/resources/io/tierlens/formats/mysql/formats");

  private static final String HEADER =
      """
      # User@Host: app[app] @ localhost []
      # Query_time: 0.500000  Lock_time: 0.000000 Rows_sent: 1  Rows_examined: 3
      SET timestamp=1383424127;
      """;

  @SuppressWarnings("unused") // by the name in MethodSource
  static List<ExpectedLog> logs() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".log"))
          .sorted()
          .map(name -> new ExpectedLog(name.substring(0, name.length() - ".log".length())))
          .toList();
    }
  }

  @Test
  void eachLogHasWhatIsExpected() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files).hasSize(2 * logs().size());
    }
    assertThat(logs()).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @MethodSource("logs")
  void rows(ExpectedLog log) {
    log.requireRows();
  }

  @ParameterizedTest
  @MethodSource("logs")
  void rowsOfALogThatWasMadeOnWindows(ExpectedLog log) {
    log.requireRowsWith("\r\n");
  }

  @ParameterizedTest
  @MethodSource("logs")
  void whatNoColumnOfItsOwnTakes(ExpectedLog log) {
    log.requireExtras();
  }

  @Test
  void bytesThatAreNoText() {
    String statement = "select '\0', '\u00ff\u00fe', _binary '\u0000\r\n\u0001'";
    byte[] log = (HEADER + statement + ";\n" + HEADER + "select 2;\n").getBytes(ISO_8859_1);
    Reading reading = Reading.of(new MysqlSlowLog(), ReadOptions.NONE, log);
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.all("statement"))
        .containsExactly(statement.replace("\u00ff\u00fe", "\\xff\\xfe"), "select 2");
    assertThat(reading.all("statement_bytes")).containsExactly((long) statement.length(), 8L);
  }
}
