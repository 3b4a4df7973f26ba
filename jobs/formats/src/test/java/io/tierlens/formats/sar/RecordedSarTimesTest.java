package io.tierlens.formats.sar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.Damage;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Recordings over midnight, changes of clocks and a restart, printed by sar 12.6.1 with clocks of
 * 12 and 24 hours, against the epoch seconds that sadf tells of the same files.
 */
class RecordedSarTimesTest {

  private static List<String> sadf(String name) throws IOException {
    List<String> rows = new ArrayList<>();
    CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(';').setCommentMarker('#').get();
    for (CSVRecord row :
        format.parse(new StringReader(Reading.text("sar/times/" + name + ".sadf.csv")))) {
      if (row.size() > 4) {
        rows.add(row.get(2) + " " + row.get(3) + " " + Double.parseDouble(row.get(9)));
      }
    }
    return rows;
  }

  @ParameterizedTest
  @CsvSource({
    "midnight, C, 18", "midnight, en_US, 18", "midnight, en_IN, 18", "midnight, zh_HK, 18",
    "dstback, C, 18", "dstback, en_US, 18", "dstback, en_IN, 18", "dstback, zh_HK, 18",
    "dstfwd, C, 18", "dstfwd, en_US, 18", "dstfwd, en_IN, 18", "dstfwd, zh_HK, 18",
    "restart, C, 12", "restart, en_US, 12", "restart, en_IN, 12", "restart, zh_HK, 12",
  })
  void instantsAreThoseOfSadf(String name, String locale, int count) throws IOException {
    ReadOptions options = ReadOptions.NONE.with(ReadOptions.TIME_ZONE, "America/New_York");
    boolean dayFirst = locale.equals("en_IN");
    Reading reading =
        Reading.of(
            new SarText(),
            options.with(ReadOptions.DATE_ORDER, dayFirst ? "dmy" : "mdy"),
            Reading.text("sar/times/" + name + "." + locale + ".txt"));
    assertThat(reading.reasons()).isEmpty();
    List<String> found = new ArrayList<>();
    for (Row row : reading.rows()) {
      assertThat(row.whole("interval_end") - row.whole("interval_start")).isEqualTo(1_000_000);
      found.add(
          row.whole("interval_end") / 1_000_000
              + " "
              + row.whole("cpu")
              + " "
              + row.figure("idle"));
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(sadf(name)).hasSize(count);
    if (name.equals("restart")) {
      assertThat(reading.ignored()).containsEntry("LINUX RESTART", 1L).containsEntry("comment", 1L);
    }
  }

  /** A file that ends anywhere gives the rows that it holds whole, and no other. */
  @ParameterizedTest
  @ValueSource(strings = {"midnight.zh_HK", "restart.en_IN"})
  void everyBeginningGivesTheRowsThatItHolds(String name) {
    byte[] text = Reading.resource("sar/times/" + name + ".txt");
    List<Row> rows = Reading.of(new SarText(), text(name)).rows();
    Damage.cuts(
        text,
        cut -> {
          List<Row> found = Reading.of(new SarText(), ReadOptions.NONE, cut).rows();
          assertThat(found).isEqualTo(rows.subList(0, found.size()));
        });
  }

  private static String text(String name) {
    return Reading.text("sar/times/" + name + ".txt");
  }
}
