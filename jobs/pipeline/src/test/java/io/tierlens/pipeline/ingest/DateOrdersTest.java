package io.tierlens.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.pipeline.run.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.joda.time.DateTimeZone;
import org.joda.time.format.ISODateTimeFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dates of sar that can be read both ways, decided by what lies beside them. */
class DateOrdersTest {
  private final Configuration configuration = new Configuration();
  @TempDir private Path folder;
  private final List<InputFile> inputs = new ArrayList<>();
  private int readAgain;

  private void file(String name, String kind, String host, Map<String, String> options, String text)
      throws IOException {
    Path path = Files.writeString(folder.resolve(name), text);
    inputs.add(
        new InputFile(
            path.toUri().toString(), name, Files.size(path), kind, host, options, List.of()));
  }

  private void sar(String name, String host, String date) throws IOException {
    sar(name, host, Map.of(), date);
  }

  private void sar(String name, String host, Map<String, String> options, String... dates)
      throws IOException {
    StringBuilder text = new StringBuilder();
    for (String date : dates) {
      text.append("Linux 2.6.18 (www1) \t")
          .append(date)
          .append(
              """


              10:00:00        CPU     %user     %nice   %system   %iowait    %steal     %idle
              10:10:00        all      1.00      0.00      2.00      0.00      0.00     97.00
              Average:        all      1.00      0.00      2.00      0.00      0.00     97.00

              """);
    }
    file(name, "sar", host, options, text.toString());
  }

  private void access(String name, String stamp) throws IOException {
    String line = "192.0.2.7 - - [" + stamp + "] \"GET /a HTTP/1.1\" 200 1 1000\n";
    file(name, "apache-access", "www1", Map.of("format", "common %D"), line);
  }

  private List<SurveyedFile> settle() {
    return DateOrders.settle(
        read(inputs),
        again -> {
          readAgain += again.size();
          return read(again);
        });
  }

  private List<SurveyedFile> read(List<InputFile> files) {
    return files.stream().map(file -> SurveyedFile.of(file, configuration)).toList();
  }

  private static String day(SurveyedFile file) {
    return ISODateTimeFormat.date()
        .withZone(DateTimeZone.UTC)
        .print(file.survey().text().firstTimeUs() / 1000);
  }

  private static String evidence(SurveyedFile file) {
    return file.survey().text().facts().get("date order");
  }

  @Test
  void anAccessLogOfOneOfTheTwoDaysDecides() throws IOException {
    access("access_log", "04/Aug/2017:10:05:00 +0000");
    sar("sar.txt", "www1", "04/08/17");
    SurveyedFile sar = settle().get(1);
    assertThat(day(sar)).isEqualTo("2017-08-04");
    assertThat(evidence(sar)).isEqualTo("dmy: only so does it cover time that access_log covers");
    assertThat(sar.toRead().options()).containsEntry("date-order", "dmy");
    assertThat(readAgain).isOne();
    assertThat(RunDoubts.of(settle())).isEmpty();
  }

  @Test
  void theAssumedOrderIsConfirmedLikewise() throws IOException {
    access("access_log", "08/Apr/2017:10:05:00 +0000");
    sar("sar.txt", "www1", "04/08/17");
    SurveyedFile sar = settle().get(1);
    assertThat(day(sar)).isEqualTo("2017-04-08");
    assertThat(evidence(sar)).startsWith("mdy: only so");
    assertThat(sar.toRead().options()).containsEntry("date-order", "mdy");
  }

  @Test
  void logsThatCoverBothDaysOrNoneDecideNothingAndItIsAskedFor() throws IOException {
    access("access_log", "08/Apr/2017:10:05:00 +0000");
    access("access_log.2", "04/Aug/2017:10:05:00 +0000");
    sar("both.txt", "www1", "04/08/17");
    sar("none.txt", "www1", "05/06/17");
    List<SurveyedFile> files = settle();
    assertThat(evidence(files.get(2))).startsWith("assumed mdy: ");
    assertThat(evidence(files.get(3))).startsWith("assumed mdy: ");
    assertThat(files.get(2).toRead().options()).doesNotContainKey("date-order");
    assertThat(RunDoubts.of(files))
        .filteredOn(doubt -> doubt.contains("date-order: mdy or dmy"))
        .hasSize(2);
  }

  @Test
  void anotherDateOfTheSameFileDecides() throws IOException {
    sar("sar.txt", "www1", Map.of(), "04/08/17", "22/08/17");
    SurveyedFile sar = settle().get(0);
    assertThat(day(sar)).isEqualTo("2017-08-04");
    assertThat(evidence(sar)).contains("another date of the file");
  }

  @Test
  void anotherFileOfTheSameMachineDecides() throws IOException {
    sar("sar04", "www1", "04/08/17");
    sar("sar22", "www1", "22/08/17");
    sar("db04", "db1", "04/08/17");
    List<SurveyedFile> files = settle();
    assertThat(day(files.get(0))).isEqualTo("2017-08-04");
    assertThat(evidence(files.get(0)))
        .isEqualTo("dmy: so are the dates of sar22, of the same machine");
    assertThat(day(files.get(2))).as("another machine may print otherwise").isEqualTo("2017-04-08");
  }

  @Test
  void filesOfTheSameMachineThatDisagreeDecideNothing() throws IOException {
    sar("sar04", "www1", "04/08/17");
    sar("sar22", "www1", "22/08/17");
    sar("sar23", "www1", "08/23/17");
    assertThat(evidence(settle().get(0))).startsWith("assumed");
  }

  @Test
  void whatIsToldOrCertainIsLeftAlone() throws IOException {
    access("access_log", "04/Aug/2017:10:05:00 +0000");
    sar("told.txt", "www1", Map.of("date-order", "mdy"), "04/08/17");
    sar("alike.txt", "www1", "08/08/17");
    sar("dots.txt", "www1", "04.08.2017");
    sar("iso.txt", "www1", "2017-08-04");
    List<SurveyedFile> files = settle();
    assertThat(readAgain).isZero();
    assertThat(day(files.get(1))).isEqualTo("2017-04-08");
    assertThat(day(files.get(3))).isEqualTo("2017-08-04");
    assertThat(evidence(files.get(3))).startsWith("dmy: no locale");
  }

  @Test
  void samplesOfAnotherTimeThanTheRequestsAreDoubtful() throws IOException {
    access("access_log", "04/Aug/2017:14:05:00 +0000");
    sar("utc.txt", "www1", "2017-08-04");
    sar("ny.txt", "www1", Map.of("time-zone", "America/New_York"), "2017-08-04");
    sar("year.txt", "www1", "2016-08-04");
    assertThat(RunDoubts.of(settle()))
        .containsExactly(
            "utc.txt: none of its samples is of a time at which there are requests; if they were"
                + " 4 h later they would be: is its time-zone right?",
            "year.txt: none of its samples is of a time at which there are requests");
  }
}
