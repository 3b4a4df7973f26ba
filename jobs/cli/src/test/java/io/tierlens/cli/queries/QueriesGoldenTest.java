package io.tierlens.cli.queries;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.cli.report.Golden;
import io.tierlens.cli.report.text.TextOptions;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Digests as they were last approved; CONTRIBUTING.md has the command that approves new ones. */
class QueriesGoldenTest {

  private static final List<ZonedDigest> ALL =
      List.of(
          SampleDigests.attributed(),
          SampleDigests.sampled(),
          SampleDigests.outside(),
          SampleDigests.withoutLog());

  @Test
  void everyFormIsAsApproved() throws IOException {
    Golden.check("queries/digests.txt", text(QueriesFormat.TEXT, TextOptions.PLAIN, ALL));
    Golden.check("queries/digests.json", text(QueriesFormat.JSON, TextOptions.PLAIN, ALL));
    Golden.check("queries/digests.csv", text(QueriesFormat.CSV, TextOptions.PLAIN, ALL));
  }

  @Test
  void textFitsAndHoldsNothingThatDrivesATerminal() throws IOException {
    for (boolean unicode : new boolean[] {true, false}) {
      String text = text(QueriesFormat.TEXT, new TextOptions(unicode, false), ALL);
      assertThat(text.lines())
          .allSatisfy(
              line -> assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(100));
      assertThat(text.chars().filter(c -> c != '\n'))
          .allMatch(c -> c >= 0x20 && c != 0x7f && c != 0x202e);
      assertThat(text).contains("\\u001b[31m", "web\\u202euser");
    }
  }

  @Test
  void linesOfCsvAddUpToTheWhole() throws IOException {
    String csv = text(QueriesFormat.CSV, TextOptions.PLAIN, List.of(SampleDigests.attributed()));
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(csv), format)) {
      List<CSVRecord> lines = parser.getRecords();
      assertThat(lines).hasSize(3).allMatch(CSVRecord::isConsistent);
      assertThat(lines.stream().mapToLong(line -> Long.parseLong(line.get("total_us"))).sum())
          .isEqualTo(SampleDigests.attributed().digest().all().totalUs());
      assertThat(lines.stream().mapToLong(line -> Long.parseLong(line.get("statements"))).sum())
          .isEqualTo(SampleDigests.attributed().digest().all().statements());
      assertThat(lines.get(1).get("rows_sent")).isEmpty();
      assertThat(lines.get(2).get("p95_us")).isEmpty();
    }
  }

  private static String text(QueriesFormat format, TextOptions options, List<ZonedDigest> digests)
      throws IOException {
    StringBuilder out = new StringBuilder();
    format.renderer(options).render(digests, out);
    return out.toString();
  }
}
