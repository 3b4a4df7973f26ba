package io.tierlens.formats.mysql;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import io.tierlens.formats.record.Reject;
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

/**
 * What must hold of the fixtures after any damage, beside what {@link Reading} asserts: rejects
 * name the place where they begin, no line is in two places, and what lies far from the damage is
 * read as if there were none.
 */
class SlowLogFuzzTest {

  private static final Path FOLDER = Path.of("src/test/resources/io/tierlens/formats/mysql");

  /**
   * Entries behind the damaged one that may be lost with it: it may swallow the next one's head.
   */
  private static final int NEAR = 3;

  /** What an entry tells by itself. Times and databases may be those of earlier entries. */
  private static final List<String> OWN =
      List.of(
          "query_time_us",
          "lock_time_us",
          "rows_sent",
          "rows_examined",
          "rows_affected",
          "bytes_sent",
          "thread_id",
          "user",
          "client",
          "command",
          "statement",
          "statement_bytes",
          "fingerprint_id");

  /** A fixture as its lines, each with its end. */
  record Log(String name, List<byte[]> lines) {
    @Override
    public String toString() {
      return name;
    }
  }

  @SuppressWarnings("unused") // by the name in MethodSource
  static List<Log> logs() throws IOException {
    List<Log> logs = new ArrayList<>();
    for (String folder : List.of("real", "formats")) {
      try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
        for (Path file : files.filter(file -> file.toString().endsWith(".log")).sorted().toList()) {
          logs.add(new Log(file.getFileName().toString(), lines(Files.readAllBytes(file))));
        }
      }
    }
    return logs;
  }

  private static List<byte[]> lines(byte[] text) {
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n' || i == text.length - 1) {
        lines.add(Arrays.copyOfRange(text, start, i + 1));
        start = i + 1;
      }
    }
    return lines;
  }

  private static byte[] joined(List<byte[]> lines) {
    byte[] text = new byte[lines.stream().mapToInt(line -> line.length).sum()];
    int at = 0;
    for (byte[] line : lines) {
      System.arraycopy(line, 0, text, at, line.length);
      at += line.length;
    }
    return text;
  }

  private static Reading read(byte[] text) {
    Reading reading = Reading.of(new MysqlSlowLog(), ReadOptions.NONE, text);
    requirePlaces(reading, text);
    return reading;
  }

  private static void requirePlaces(Reading reading, byte[] text) {
    List<byte[]> lines = lines(text);
    long[] offsets = new long[lines.size() + 1];
    for (int i = 0; i < lines.size(); i++) {
      offsets[i + 1] = offsets[i] + lines.get(i).length;
    }
    boolean[] taken = new boolean[lines.size() + 1];
    for (Reject reject : reading.rejects()) {
      int first = (int) reject.line();
      assertThat(reject.byteOffset()).as("line %s", first).isEqualTo(offsets[first - 1]);
      for (int line = first; line < first + reject.lines(); line++) {
        assertThat(taken[line]).as("line %s is rejected twice", line).isFalse();
        taken[line] = true;
      }
      long length = offsets[first - 1 + (int) reject.lines()] - offsets[first - 1];
      assertThat(reject.rawLength()).isBetween(length - 2 * reject.lines(), length);
    }
    long before = 0;
    for (Row row : reading.rows()) {
      assertThat(row.line()).isGreaterThan(before);
      before = row.line();
      assertThat(taken[(int) row.line()]).as("line %s", row.line()).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("logs")
  void bothEndsCut(Log log) {
    Random random = new Random(1);
    byte[] text = joined(log.lines());
    List<Row> whole = read(text).rows();
    for (int round = 0; round < 30; round++) {
      int from = random.nextInt(text.length);
      int to = from + random.nextInt(text.length - from + 1);
      List<Row> rows = read(Arrays.copyOfRange(text, from, to)).rows();
      // Without the first and the last, which may be parts, all are entries of the whole. The last
      // may be several: nobody can tell that a literal would have ended behind the cut.
      List<List<Object>> inner = own(rows.subList(Math.min(1, rows.size()), rows.size()));
      int parts = log.name().equals("entries-in-literals.log") ? NEAR : 1;
      if (inner.size() > parts) {
        assertThat(own(whole)).containsSubsequence(inner.subList(0, inner.size() - parts));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("logs")
  void linesOfTwoLogsMixed(Log log) throws IOException {
    Random random = new Random(2);
    List<Log> others = logs();
    for (int round = 0; round < 12; round++) {
      List<byte[]> other = others.get(random.nextInt(others.size())).lines();
      List<byte[]> mixed = new ArrayList<>();
      int i = 0;
      int j = 0;
      int most = 1 + random.nextInt(12);
      while (i < log.lines().size() || j < other.size()) {
        for (int n = random.nextInt(most + 1); n > 0 && i < log.lines().size(); n--) {
          mixed.add(log.lines().get(i++));
        }
        for (int n = random.nextInt(most + 1); n > 0 && j < other.size(); n--) {
          mixed.add(other.get(j++));
        }
      }
      read(joined(mixed));
    }
  }

  @ParameterizedTest
  @MethodSource("logs")
  void bytesOfALineChanged(Log log) {
    Random random = new Random(3);
    damaged(
        log,
        40,
        random,
        (lines, at) -> {
          byte[] line = lines.get(at).clone();
          for (int i = 1 + random.nextInt(4); i > 0; i--) {
            line[random.nextInt(line.length)] ^= (byte) (1 << random.nextInt(8));
          }
          lines.set(at, line);
        });
  }

  @ParameterizedTest
  @MethodSource("logs")
  void aLineRemoved(Log log) {
    damaged(log, 30, new Random(4), (lines, at) -> lines.remove(at));
  }

  @ParameterizedTest
  @MethodSource("logs")
  void aLineDoubled(Log log) {
    damaged(log, 30, new Random(5), (lines, at) -> lines.add(at, lines.get(at)));
  }

  /** Damage to the line of an index. */
  private interface Damage {
    void change(List<byte[]> lines, int at);
  }

  private static void damaged(Log log, int rounds, Random random, Damage damage) {
    List<Row> whole = read(joined(log.lines())).rows();
    for (int round = 0; round < rounds; round++) {
      List<byte[]> lines = new ArrayList<>(log.lines());
      int at = random.nextInt(lines.size());
      damage.change(lines, at);
      byte[] text = joined(lines);
      List<Row> rows = read(text).rows();
      // The entry that the line belongs to; -1 before all of them.
      int index = -1;
      while (index + 1 < whole.size() && whole.get(index + 1).line() <= at + 1) {
        index++;
      }
      // The entry before has its end told by the line that begins this one.
      int before = Math.max(0, index - 1);
      int after = Math.max(0, whole.size() - index - 1 - NEAR);
      assertThat(rows.size()).isGreaterThanOrEqualTo(before + after);
      String what = new String(lines.get(Math.min(at, lines.size() - 1)), ISO_8859_1);
      assertThat(rows.subList(0, before))
          .as("before line %s, now: %s", at + 1, what)
          .isEqualTo(whole.subList(0, before));
      assertThat(own(rows.subList(rows.size() - after, rows.size())))
          .as("after line %s, now: %s", at + 1, what)
          .isEqualTo(own(whole.subList(whole.size() - after, whole.size())));
    }
  }

  private static List<List<Object>> own(List<Row> rows) {
    return rows.stream().map(row -> OWN.stream().map(row::get).toList()).toList();
  }
}
