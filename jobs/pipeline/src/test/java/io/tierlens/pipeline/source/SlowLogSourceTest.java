package io.tierlens.pipeline.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.pipeline.SparkSessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A slow log as a data source: its entries need those before them, and what its stamps mean is told
 * by the whole file.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowLogSourceTest {

  private static final long FIRST_SECOND = 1_795_350_000;

  private final SparkSession spark = SparkSessions.shared();
  private Path log;
  private List<String> rows;

  @BeforeAll
  void writeLog(@TempDir Path folder) throws IOException {
    log = Files.writeString(folder.resolve("slow.log"), randomLog(400));
    rows = texts(log, 1L << 30);
  }

  /** Stamps of ends in UTC; most entries leave out the stamp or the database of the last one. */
  private static String randomLog(int entries) {
    Random random = new Random(11);
    StringBuilder text = new StringBuilder();
    long second = FIRST_SECOND;
    for (int i = 0; i < entries; i++) {
      second += random.nextInt(3);
      if (random.nextInt(9) == 0) {
        long ofDay = second % 86_400;
        text.append("# Time: %02d%02d%02d ".formatted(26, 11, 22))
            .append("%2d:%02d:%02d\n".formatted(ofDay / 3600, ofDay / 60 % 60, ofDay % 60));
      }
      text.append("# User@Host: shop[shop] @ localhost []\n# Query_time: ")
          .append("%d.%06d".formatted(random.nextInt(8), random.nextInt(1_000_000)))
          .append("  Lock_time: 0.000010 Rows_sent: 1  Rows_examined: ")
          .append(random.nextInt(1000))
          .append('\n');
      if (random.nextInt(40) == 0) {
        text.append("use db").append(random.nextInt(3)).append(";\n");
      }
      text.append("SET timestamp=").append(second).append(";\nselect '");
      for (int line = random.nextInt(5); line >= 0; line--) {
        text.append("x".repeat(random.nextInt(200))).append(";\n# Query_time: 77.0\n");
      }
      text.append("' from t").append(i).append(";\n");
    }
    return text.toString();
  }

  private List<String> texts(Path file, long partBytes) {
    return load(file, partBytes)
        .select(
            "_line",
            "start_time",
            "start_slack_us",
            "time_basis",
            "database",
            "database_source",
            "statement")
        .collectAsList()
        .stream()
        .map(Row::toString)
        .toList();
  }

  private Dataset<Row> load(Path file, long partBytes) {
    return spark
        .read()
        .format("mysql-slow-log")
        .option("maxPartitionBytes", partBytes)
        .load(file.toString());
  }

  @Test
  void theWholeFileTellsWhatItsStampsMean() {
    assertThat(rows).hasSize(400);
    assertThat(load(log, 1L << 30).where("time_basis = 'end'").count()).isEqualTo(400);
    assertThat(load(log, 1L << 30).where("start_slack_us = 999999").count()).isEqualTo(400);
    assertThat(load(log, 1L << 30).where("database_source = 'carried'").count()).isGreaterThan(300);
  }

  @ParameterizedTest
  @ValueSource(longs = {1 << 10, 3_000, 20_000})
  void partsOfAFileGiveItsRows(long partBytes) throws IOException {
    Dataset<Row> parts = load(log, partBytes);
    assertThat(parts.rdd().getNumPartitions())
        .isGreaterThan((int) (Files.size(log) / partBytes / 4))
        .isGreaterThan(1);
    assertThat(texts(log, partBytes)).isEqualTo(rows);
    assertThat(parts.count()).isEqualTo(400);
  }
}
