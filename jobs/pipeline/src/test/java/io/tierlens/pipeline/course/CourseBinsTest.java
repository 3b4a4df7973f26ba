package io.tierlens.pipeline.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.pipeline.SparkSessions;
import io.tierlens.pipeline.schema.Instants;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class CourseBinsTest {
  private static final long START = 1_700_000_000_000_000L;
  private static final long SECOND = 1_000_000L;

  private static final SparkSession SPARK = SparkSessions.shared();

  /** Four bins of ten seconds. */
  private static final CourseBins BINS = new CourseBins(START, 10 * SECOND, 4);

  @Test
  void requestsAreInTheBinOfTheirStartAndTheStepOfTheirDuration() {
    Dataset<Row> requests =
        rows(
            "start_time TIMESTAMP, duration_us BIGINT",
            row(0, 0L),
            row(0, 1L),
            row(9.999999, 8L),
            row(10, 11L),
            row(10, 12L),
            row(39, 1L << 40),
            row(40, 1L),
            row(-0.000001, 1L));
    assertThat(BINS.requests(requests).collectAsList())
        .extracting(Row::toString)
        .containsExactly("[0,0,2]", "[0,6,1]", "[1,6,1]", "[1,7,1]", "[3,80,1]");
  }

  @Test
  void everyPowerOfTwoBeginsAStep() {
    Row[] rows = new Row[80];
    for (int doubling = 1; doubling <= 40; doubling++) {
      rows[2 * doubling - 2] = row(0, 1L << doubling);
      rows[2 * doubling - 1] = row(10, (1L << doubling) - 1);
    }
    List<Row> steps =
        BINS.requests(rows("start_time TIMESTAMP, duration_us BIGINT", rows)).collectAsList();
    assertThat(steps)
        .filteredOn(row -> row.getInt(0) == 0)
        .hasSize(40)
        .allMatch(row -> row.getInt(1) % 2 == 0 && row.getLong(2) == 1);
    assertThat(steps)
        .filteredOn(row -> row.getInt(0) == 1 && row.getInt(1) > 4)
        .allMatch(row -> row.getInt(1) % 2 == 1 && row.getLong(2) == 1);
  }

  @Test
  void samplesCountAsLongAsTheyShareABin() {
    Dataset<Row> samples =
        rows(
            "interval_start TIMESTAMP, interval_end TIMESTAMP, cpu INT, user DOUBLE, nice DOUBLE,"
                + " system DOUBLE, iowait DOUBLE, steal DOUBLE, suspect STRING, host STRING",
            cpu(-5, 4, -1, 10, null, null),
            cpu(4, 12, -1, 30, 6.0, null),
            cpu(12, 14, -1, 50, null, null),
            cpu(0, 10, 0, 99, null, null),
            cpu(0, 10, -1, 99, null, "all zero"),
            cpu(35, 60, -1, 70, null, null),
            cpu(60, 70, -1, 99, null, null));
    List<Row> bins = BINS.cpu(samples).collectAsList();
    assertThat(bins).extracting(row -> row.<Integer>getAs("bin")).containsExactly(0, 1, 3);
    // 4 s of 10 and 6 s of 30, to which nice adds 1.
    assertThat(bins.get(0).<Double>getAs("user")).isCloseTo(23, within(1e-9));
    assertThat(bins.get(1).<Double>getAs("user")).isCloseTo(41, within(1e-9));
    assertThat(bins.get(2).<Double>getAs("user")).isCloseTo(71, within(1e-9));
    // Told by one sample alone, which then stands for the bin.
    assertThat(bins.get(0).<Double>getAs("iowait")).isCloseTo(6, within(1e-9));
    assertThat(bins.get(2).<Double>getAs("iowait")).isNull();
    assertThat(bins).allMatch(row -> row.isNullAt(row.fieldIndex("steal")));
  }

  @Test
  void domainsOfOneNameAddUp() {
    Dataset<Row> samples =
        rows(
            "interval_start TIMESTAMP, interval_end TIMESTAMP, domain STRING, cpu_percent DOUBLE,"
                + " host STRING, file STRING",
            domain(null, 0, "www", null),
            domain(0.0, 10, "www", 50.0),
            domain(0.0, 10, "a_long_nam", 20.0),
            domain(0.0, 10, "a_long_nam", 30.0),
            domain(10.0, 30, "www", 150.0));
    assertThat(BINS.domains(samples).collectAsList())
        .extracting(Row::toString)
        .containsExactly(
            "[dom0,a_long_nam,0,0.5]", "[dom0,www,0,0.5]", "[dom0,www,1,1.5]", "[dom0,www,2,1.5]");
  }

  @Test
  void binsHaveAWidthThatPeopleCanName() {
    assertThat(BinWidth.of(0)).isEqualTo(SECOND);
    assertThat(BinWidth.of(120 * SECOND)).isEqualTo(SECOND);
    assertThat(BinWidth.of(120 * SECOND + 1)).isEqualTo(2 * SECOND);
    assertThat(BinWidth.of(550 * SECOND)).isEqualTo(5 * SECOND);
    assertThat(BinWidth.of(24 * 3600 * SECOND)).isEqualTo(15 * 60 * SECOND);
    for (long span = 1; span < Long.MAX_VALUE / 4; span = span * 3 + 1) {
      long width = BinWidth.of(span);
      assertThat((span - 1) / width).isLessThan(BinWidth.MOST_BINS);
      assertThat(width).isLessThanOrEqualTo(Math.max(SECOND, 3 * (span / BinWidth.MOST_BINS + 1)));
    }
  }

  private static Dataset<Row> rows(String schema, Row... rows) {
    return SPARK.createDataFrame(List.of(rows), StructType.fromDDL(schema));
  }

  private static Object at(double seconds) {
    return Instants.ofMicros(START + Math.round(seconds * SECOND));
  }

  private static Row row(double seconds, long durationUs) {
    return RowFactory.create(at(seconds), durationUs);
  }

  private static Row cpu(
      double from, double to, int cpu, double user, Double iowait, String suspect) {
    return RowFactory.create(at(from), at(to), cpu, user, 1.0, 2.0, iowait, null, suspect, "www1");
  }

  private static Row domain(Double from, double to, String domain, Double percent) {
    return RowFactory.create(
        from == null ? null : at(from), at(to), domain, percent, "dom0", "xentop.txt");
  }
}
