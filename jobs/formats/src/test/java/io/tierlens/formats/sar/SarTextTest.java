package io.tierlens.formats.sar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tierlens.formats.Damage;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.joda.time.DateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SarTextTest {
  private static final String BANNER = "Linux 2.6.18 (www1) \t01/23/09 \t_x86_64_\t(4 CPU)\n\n";

  private static Reading read(String text) {
    return Reading.of(new SarText(), ReadOptions.NONE, text);
  }

  private static long micros(String iso) {
    return DateTime.parse(iso).getMillis() * 1000;
  }

  @Test
  void firstIntervalBeginsAtTheHeader() {
    Reading reading =
        read(
            BANNER
                + "10:00:00 proc/s cswch/s\n10:00:02 1.00 20.50\n10:00:05 2.00 0.00\n"
                + "Average: 1.50 10.25\n");
    assertThat(reading.rows()).hasSize(4);
    Row first = reading.rows().get(0);
    assertThat(first.whole("interval_start")).isEqualTo(micros("2009-01-23T10:00:00Z"));
    assertThat(first.whole("interval_end")).isEqualTo(micros("2009-01-23T10:00:02Z"));
    assertThat(first.text("section")).isEqualTo("proc/s");
    assertThat(first).doesNotContainKey("item");
    Row last = reading.rows().get(3);
    assertThat(last.whole("interval_start")).isEqualTo(micros("2009-01-23T10:00:02Z"));
    assertThat(last.text("metric")).isEqualTo("cswch/s");
    assertThat(last.figure("value")).isEqualTo(0.0);
    assertThat(reading.account().ignoredByKind())
        .containsEntry("average", 1L)
        .containsEntry("column header", 1L)
        .containsEntry("banner", 1L)
        .containsEntry("blank line", 1L);
  }

  @Test
  void columnsThatWereNotPrintedAreNull() {
    Row row =
        read(BANNER + "10:00:00 CPU %user %nice %system %idle\n10:00:02 all 1 2 3 94\n")
            .rows()
            .get(0);
    assertThat(row)
        .doesNotContainKeys("iowait", "steal", "irq", "soft", "guest")
        .containsEntry("cpu", -1)
        .containsEntry("sums_to_100", true);
  }

  @Test
  void modesAreBroughtToOneForm() {
    Row row =
        read(BANNER
                + "10:00:00 CPU %usr %nice %sys %iowait %steal %irq %soft %guest %gnice %idle\n"
                + "10:00:02 3 10.10 1.10 2.20 3.30 4.40 0.10 0.20 5.50 0.30 72.80\n")
            .rows()
            .get(0);
    assertThat(row)
        .containsEntry("cpu", 3)
        .containsEntry("user", 15.6)
        .containsEntry("nice", 1.4)
        .containsEntry("system", 2.5)
        .containsEntry("guest", 5.5)
        .containsEntry("steal", 4.4);
  }

  @ParameterizedTest
  @CsvSource({
    "10.00 0.00 10.00 0.00 0.00 80.00, true",
    "10.00 0.00 10.00 0.00 0.00 80.03, true",
    "10.00 0.00 10.00 0.00 0.00 80.04, false",
    "10.00 0.00 10.00 0.00 0.00 79.97, true",
    "10.00 0.00 10.00 0.00 0.00 79.96, false",
    "0.00 0.00 0.00 0.00 0.00 0.00, false",
    "10 0 10 0 0 83, true",
    "10 0 10 0 0 84, false",
    "10.0 0.0 10.0 0.0 0.0 80.3, true",
    "10.0 0.0 10.0 0.0 0.0 80.4, false",
  })
  void sumMayMissOnlyByRounding(String figures, boolean sums) {
    String header = "10:00:00 CPU %user %nice %system %iowait %steal %idle\n";
    Row row = read(BANNER + header + "10:00:02 all " + figures + "\n").rows().get(0);
    assertThat(row).containsEntry("sums_to_100", sums);
  }

  @ParameterizedTest
  @CsvSource({
    "0.00 0.00 0.00 0.00 0.00 0.00, all zero, false",
    "0.00 0.00 0.00 0.00 100.00 0.00, steal 100, true",
    "0.00 0.00 0.00 0.00 99.99 0.01, , true",
    "1.00 0.00 0.00 0.00 0.00 98.00, , false",
    "0.00 0.00 0.00 0.00 0.00 100.00, , true",
  })
  void countersThatRanWildAreKeptAndFlagged(String figures, String suspect, boolean sums) {
    String text =
        "Linux 6.1.0 (vm) \t11/22/26 \t_x86_64_\t(2 CPU)\n\n"
            + "10:00:00        CPU     %user     %nice   %system   %iowait    %steal     %idle\n"
            + "10:00:02        all  "
            + figures
            + "\n";
    Reading reading = Reading.of(new SarText(), ReadOptions.NONE, text);
    Row row = reading.rows().get(0);
    assertThat(row.get("suspect")).isEqualTo(suspect);
    assertThat(row).containsEntry("sums_to_100", sums);
    assertThat(reading.observations().facts().keySet().stream().anyMatch(f -> f.startsWith("CPU")))
        .isEqualTo(suspect != null || !sums);
  }

  @Test
  void cpusAndNameAreThoseOfTheBannerOrTheRestartAbove() {
    Reading reading =
        Reading.of(
            new SarText(),
            ReadOptions.NONE,
            """
            Linux 2.6.18-194.el5 (oracle)   10/21/2011

            10:00:00        CPU     %user     %nice   %system   %iowait    %steal     %idle
            10:00:02        all      1.00      0.00      2.00      0.00      0.00     97.00

            Linux 6.1.0 (www1) \t10/22/11 \t_x86_64_\t(2 CPU)

            10:00:00        CPU     %user     %nice   %system   %iowait    %steal     %idle
            10:00:02        all      1.00      0.00      2.00      0.00      0.00     97.00

            10:00:03     LINUX RESTART\t(4 CPU)

            10:00:04        CPU     %user     %nice   %system   %iowait    %steal     %idle
            10:00:06        all      1.00      0.00      2.00      0.00      0.00     97.00
            """);
    assertThat(reading.rows()).extracting(row -> row.get("cpus")).containsExactly(null, 2, 4);
    assertThat(reading.rows())
        .extracting(row -> row.get("host_name"))
        .containsExactly("oracle", "www1", "www1");
  }

  @Test
  void otherSectionsOfCpusAreMetrics() {
    List<Row> rows =
        read(BANNER + "10:00:00 CPU MHz\n10:00:02 all 2300.10\n10:00:02 0 2300.20\n").rows();
    assertThat(rows).extracting(row -> row.text("item")).containsExactly("all", "0");
    assertThat(rows).extracting(row -> row.text("metric")).containsOnly("MHz");
  }

  @Test
  void itemMayStandLastAndHoldBlanks() {
    List<Row> rows =
        read(BANNER + "10:00:00 MBfsfree %fsused FILESYSTEM\n10:00:02 120 30.50 /mnt/my disk\n")
            .rows();
    assertThat(rows).hasSize(2);
    assertThat(rows).extracting(row -> row.text("item")).containsOnly("/mnt/my disk");
    assertThat(rows).extracting(row -> row.text("section")).containsOnly("MBfsfree");
    assertThat(rows.get(1).figure("value")).isEqualTo(30.5);
  }

  @Test
  void textColumnsHoldNoFigures() {
    List<Row> rows =
        read(BANNER + "10:00:00 FAN rpm drpm DEVICE\n10:00:02 1 4500.00 3000.00 thinkpad isa\n")
            .rows();
    assertThat(rows).extracting(row -> row.text("metric")).containsExactly("rpm", "drpm");
    List<Row> bus =
        read(BANNER
                + "10:00:00 BUS idvendor idprod maxpower manufact product\n"
                + "10:00:02 1 46d c52b 98 Logitech USB Receiver\n")
            .rows();
    assertThat(bus).isEmpty();
  }

  @Test
  void sectionsThatNobodyKnowsAreReadByTheirHeader() {
    List<Row> rows = read(BANNER + "10:00:00 GPU %busy foo/s\n10:00:02 card0 12.00 N/A\n").rows();
    assertThat(rows).extracting(row -> row.text("item")).containsOnly("card0");
    assertThat(rows.get(0).figure("value")).isEqualTo(12.0);
    assertThat(rows.get(1)).doesNotContainKey("value");
  }

  @Test
  void meansSinceBootAreLeftOut() {
    Reading reading =
        read(
            BANNER
                + "10:00:00 CPU %user %nice %system %iowait %steal %idle\n"
                + "10:00:00 all 1 0 1 0 0 98\n10:00:00 0 1 0 1 0 0 98\n\n"
                + "10:00:00 proc/s cswch/s\n10:00:00 1.00 2.00\n");
    assertThat(reading.rows()).isEmpty();
    assertThat(reading.account().ignoredByKind()).containsEntry("mean since boot", 3L);
    assertThat(reading.rejects()).isEmpty();
  }

  @Test
  void restartBeginsAnew() {
    Reading reading =
        read(
            BANNER
                + "23:50:00 proc/s cswch/s\n23:55:00 1.00 2.00\n\n"
                + "00:20:00       LINUX RESTART\t(8 CPU)\n\n"
                + "00:21:00 proc/s cswch/s\n00:30:00 3.00 4.00\n");
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.account().ignoredByKind()).containsEntry("LINUX RESTART", 1L);
    Row row = reading.rows().get(2);
    assertThat(row.whole("interval_start")).isEqualTo(micros("2009-01-24T00:21:00Z"));
    assertThat(row.whole("interval_end")).isEqualTo(micros("2009-01-24T00:30:00Z"));
    assertThat(reading.observations().facts())
        .containsEntry("cores", "4")
        .containsEntry("cores after a restart", "8");
  }

  @Test
  void eachBannerHasItsOwnDate() {
    Reading reading =
        read(
            BANNER
                + "10:00:00 proc/s\n10:00:02 1.00\nAverage: 1.00\n"
                + "Linux 2.6.18 (www1) \t01/25/09\n\n08:00:00 proc/s\n08:00:02 1.00\n");
    assertThat(reading.rows())
        .extracting(row -> row.whole("interval_end"))
        .containsExactly(micros("2009-01-23T10:00:02Z"), micros("2009-01-25T08:00:02Z"));
  }

  @Test
  void clockThatWasPutBackCostsOneSample() {
    Reading reading =
        read(BANNER + "10:00:00 proc/s\n10:00:10 1\n10:00:03 2\n10:00:13 3\n10:00:13 4\n");
    assertThat(reading.rows()).extracting(row -> row.figure("value")).containsExactly(1.0, 3.0);
    assertThat(reading.rows().get(1).whole("interval_start"))
        .isEqualTo(micros("2009-01-23T10:00:03Z"));
    assertThat(reading.reasons())
        .containsExactly(
            "the time goes back by 7 s, and zone UTC has no change of clocks there",
            "no time has passed since the row before");
  }

  @ParameterizedTest
  @CsvSource({
    // the row behind the change, seconds of its interval; 0 where it is rejected
    "10:00:30, 10",
    "10:00:31, 11",
    "10:00:25, 5",
    "10:00:24, 0",
    "10:00:35, 15",
    "10:00:36, 0",
    "10:00:20, 0",
    "10:30:30, 0",
    "09:00:30, 0"
  })
  void anHourThatStandsTwiceIsTheZonesFault(String row, long seconds) {
    Reading reading = read(BANNER + "11:00:00 proc/s\n11:00:10 1\n11:00:20 2\n" + row + " 3\n");
    assertThat(reading.rows()).hasSize(seconds == 0 ? 2 : 3);
    assertThat(reading.rejects()).hasSize(seconds == 0 ? 1 : 0);
    assertThat(reading.observations().facts().containsKey(SarText.HOUR_BACK_FACT))
        .isEqualTo(seconds > 0);
    if (seconds > 0) {
      Row last = reading.rows().get(2);
      assertThat(last.whole("interval_end")).isEqualTo(micros("2009-01-23T" + row + "Z"));
      assertThat(last.whole("interval_end") - last.whole("interval_start"))
          .isEqualTo(seconds * 1_000_000);
    }
  }

  @Test
  void commentsAreNotRows() {
    Reading reading =
        read(BANNER + "10:00:00 proc/s\n10:00:01 COM all quiet\n10:00:02 1\n## end of file\n");
    assertThat(reading.account().ignoredByKind()).containsEntry("comment", 2L);
    assertThat(reading.rows()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10:00:02 1.00|the row has 1 values, its header 2 columns",
        "10:00:02 1.00 2.4G|the figure of column cswch/s has a unit or is damaged;"
            + " print sar without --human",
        "10:00:02 1.00 --|column cswch/s holds no number",
        "10:61:02 1.00 2.00|not a line that sar prints: it begins with no time of day",
        "$ ls -l|not a line that sar prints: it begins with no time of day",
        "10:00:02 what else|neither a row of the section above nor a header",
        "Average:|a label without values, or a cut line",
      })
  void rejectsSayWhatIsWrong(String line, String reason) {
    Reading reading = read(BANNER + "10:00:00 proc/s cswch/s\n" + line + "\n");
    assertThat(reading.reasons()).containsExactly(reason);
    assertThat(reading.rows()).isEmpty();
  }

  @Test
  void rowsNeedABannerAndAHeader() {
    assertThat(read("10:00:00 proc/s\n10:00:02 1.00\n").reasons())
        .containsExactly("no banner above tells the date");
    assertThat(read(BANNER + "10:00:02 1.00\n").reasons())
        .containsExactly("no column header above");
    assertThat(read("Linux version 5.1 (builder)\n").reasons())
        .containsExactly("the banner has no date");
  }

  @Test
  void lastFigureMayBeCutAtTheEndOfTheFile() {
    String rows = BANNER + "10:00:00 proc/s cswch/s\n10:00:02 1.00 2.00\n10:00:04 1.00 2.";
    assertThat(read(rows + "5").reasons()).containsExactly("the file ends within this row");
    assertThat(read(rows + "50").rows()).hasSize(4);
    String cpus = BANNER + "10:00:00 CPU %user %nice %system %idle\n10:00:02 all 1.00 0.00 0.00 ";
    assertThat(read(cpus + "99.0").reasons()).containsExactly("the file ends within this row");
    assertThat(read(cpus + "99").reasons()).containsExactly("the file ends within this row");
    assertThat(read(cpus + "99.00").rows()).hasSize(1);
    assertThat(
            read(BANNER + "10:00:00 CPU %user %nice %system %idle\n10:00:02 all 1 0 0 99").rows())
        .hasSize(1);
  }

  @Test
  void coloursAndDecimalCommasAreNoHindrance() {
    List<Row> rows =
        read(BANNER
                + "\u001b[34m10:00:00\u001b[0m proc/s cswch/s\n"
                + "10:00:02 \u001b[31;1m 1,25\u001b[0m 2,50\n")
            .rows();
    assertThat(rows).extracting(row -> row.figure("value")).containsExactly(1.25, 2.5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "11/22/26|05:42:05|05:42:07|Average:",
        "11/22/2026|05:42:05 AM|05:42:07 AM|Average:",
        "22/11/26|05:42:05|05:42:07|Media:",
        "2026-11-22|05:42:05 AM|05:42:07 AM|Average:",
        "22/11/26|05:42:05 AM EST|05:42:07 AM EST|Average:",
        "22.11.2026|05:42:05|05:42:07|Durchschn.:",
        "22/11/2026|05:42:05|05:42:07|Moyenne :",
        "22-11-2026|05:42:05|05:42:07|Middel:",
        "22.11.2026|05.42.05|05.42.07|Keskiarvo:",
        "2026年11月22日|05時42分05秒|05時42分07秒|平均値:",
        "2026년 11월 22일|05시 42분 05초|05시 42분 07초|평균값:",
        "۲۶/۱۱/۲۲|۰۵:۴۲:۰۵|۰۵:۴۲:۰۷|Average:",
        "2026年11月22日|上午 05時42分05秒|上午 05時42分07秒|平均時間:",
      })
  void everyLanguageIsRead(String date, String header, String time, String average) {
    Reading reading =
        read(
            "Linux 6.1 (vm) \t"
                + date
                + " \t_x86_64_\t(2 CPU)\n\n"
                + header
                + "     CPU     %user     %nice   %system     %idle\n"
                + time
                + "     all     25,89      0,00     15,62     58,49\n"
                + average
                + "     all     25,89      0,00     15,62     58,49\n");
    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.account().ignoredByKind()).containsEntry("average", 1L);
    Row row = reading.rows().get(0);
    assertThat(row.whole("interval_start")).isEqualTo(micros("2026-11-22T05:42:05Z"));
    assertThat(row.whole("interval_end")).isEqualTo(micros("2026-11-22T05:42:07Z"));
    assertThat(row.figure("user")).isEqualTo(25.89);
  }

  @ParameterizedTest
  @CsvSource({
    "12:00:00 AM, 12:00:01 AM, 00:00:01",
    "11:59:59 AM, 12:00:00 PM, 12:00:00",
    "12:59:59 PM, 01:00:00 PM, 13:00:00",
    "11:00:00 pm, 11:59:59 pm, 23:59:59",
    "01:00:00 p.m., 01:00:01 p.m., 13:00:01",
  })
  void halfDaysAreTold(String header, String time, String expected) {
    Reading reading = read(BANNER + header + " proc/s cswch/s\n" + time + " 1.00 2.00\n");
    assertThat(reading.rows().get(0).whole("interval_end"))
        .isEqualTo(micros("2009-01-23T" + expected + "Z"));
  }

  @Test
  void everyBeginningOfATextWithARestartAndWordsForFigures() {
    String text =
        """
        Linux 6.1 (vm) \t11/22/26 \t_x86_64_\t(2 CPU)

        10:00:00 AM CPU %user %nice %system %idle
        10:00:02 AM all 1.00 0.00 2.00 97.00

        10:00:03 AM LINUX RESTART (2 CPU)

        10:00:04 AM FAN rpm DEVICE
        10:00:05 AM 1 3000 a b
        Average: 1 3000 a b
        """;
    Damage.cuts(
        text.getBytes(StandardCharsets.UTF_8),
        cut ->
            assertThat(Reading.of(new SarText(), ReadOptions.NONE, cut).rows())
                .allMatch(row -> row.whole("interval_start") < row.whole("interval_end")));
  }

  @Test
  void wrongOptionsAreNamed() {
    ReadOptions order = ReadOptions.NONE.with(ReadOptions.DATE_ORDER, "ydm");
    assertThatThrownBy(() -> Reading.of(new SarText(), order, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("date-order")
        .hasMessageContaining("ydm");
    ReadOptions zone = ReadOptions.NONE.with(ReadOptions.TIME_ZONE, "Mars/Olympus");
    assertThatThrownBy(() -> Reading.of(new SarText(), zone, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Mars/Olympus");
  }

  @Test
  void sniffsItsOwnAndNothingElse() {
    String text = BANNER + "10:00:00 proc/s\n10:00:02 1.00\nnoise\nAverage: 1.00\n";
    assertThat(new SarText().sniff(Reading.head(text)))
        .hasValueSatisfying(
            guess -> {
              assertThat(guess.kind()).isEqualTo("sar");
              assertThat(guess.confidence()).isBetween(80, 99);
              assertThat(guess.evidence()).anyMatch(why -> why.contains("www1"));
            });
    assertThat(new SarText().sniff(Reading.head("Linux is fine\n10:00:00 proc/s\n"))).isEmpty();
    assertThat(new SarText().sniff(Reading.head("a\nb\n"))).isEmpty();
  }
}
