package io.tierlens.formats.sar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import java.util.List;
import org.joda.time.DateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Made-up text in the looks of many versions of sar. */
class SarAgesTest {

  private static Reading read(String text) {
    return Reading.of(new SarText(), text);
  }

  private static Reading understood(String text) {
    Reading reading = read(text);
    assertThat(reading.reasons()).isEmpty();
    return reading;
  }

  private static long micros(String iso) {
    return DateTime.parse(iso).getMillis() * 1000;
  }

  @Test
  void version407HasNoIowaitNoStealNoArchitectureAndNoNumberOfCpus() {
    Reading reading =
        understood(
            """
            Linux 2.4.21-4.ELsmp (brooks.example.com) \t09/26/03

            12:00:00 AM       CPU     %user     %nice   %system     %idle
            12:10:00 AM       all      1.20      0.00      0.80     98.00
            12:10:00 AM         0      1.20      0.00      0.80     98.00

            12:00:00 AM    proc/s
            12:10:00 AM      0.23

            12:00:00 AM   cswch/s
            12:10:00 AM     54.10

            12:00:00 AM      INTR    intr/s
            12:10:00 AM       sum    102.03
            12:10:00 AM         0    100.00

            12:00:00 AM       CPU   i000/s    i001/s    i012/s
            12:10:00 AM         0   100.00      0.03       N/A

            12:00:00 AM kbmemfree kbmemused  %memused kbmemshrd kbbuffers  kbcached kbswpfree kbswpused  %swpused
            12:10:00 AM      5012    120028     95.99         0     25312     43216    262072         0      0.00

            12:00:00 AM       TTY   rcvin/s  txmtin/s
            12:10:00 AM         0       N/A       N/A

            12:00:00 AM       DEV       tps    blks/s
            12:10:00 AM    dev3-0      1.02      8.12

            12:00:00 AM     IFACE   rxpck/s   txpck/s   rxbyt/s   txbyt/s
            12:10:00 AM      eth0      0.30      0.20     30.11     12.12

            Average:          CPU     %user     %nice   %system     %idle
            Average:          all      1.20      0.00      0.80     98.00
            """);
    assertThat(reading.observations().facts())
        .containsEntry("host name", "brooks.example.com")
        .containsEntry("kernel", "2.4.21-4.ELsmp")
        .containsEntry("cpu columns", "%user %nice %system %idle")
        .doesNotContainKeys("cores", "sections not known by name");
    Row all = reading.rows("cpu_sample").get(0);
    assertThat(all)
        .containsEntry("interval_start", micros("2003-09-26T00:00:00Z"))
        .containsEntry("interval_end", micros("2003-09-26T00:10:00Z"))
        .containsEntry("system", 0.8)
        .containsEntry("sums_to_100", true)
        .doesNotContainKeys("iowait", "steal", "irq", "soft", "guest");
    assertThat(reading.rows("host_metric")).hasSize(1 + 1 + 2 + 3 + 9 + 2 + 2 + 4);
    assertThat(reading.rows("host_metric"))
        .filteredOn(row -> !row.containsKey("value"))
        .extracting(row -> row.text("metric"))
        .containsExactly("i012/s", "rcvin/s", "txmtin/s");
  }

  @Test
  void version505HasIowaitButNoSteal() {
    Row row =
        understood(
                """
                Linux 2.6.9-42.0.3.ELsmp (dellbox.example.in) \t01/13/2007

                12:00:01 AM       CPU     %user     %nice   %system   %iowait     %idle
                12:10:01 AM       all      3.57      0.01      1.39      2.22     92.81
                """)
            .only();
    assertThat(row)
        .containsEntry("interval_end", micros("2007-01-13T00:10:01Z"))
        .containsEntry("iowait", 2.22)
        .doesNotContainKey("steal")
        .containsEntry("sums_to_100", true);
  }

  @Test
  void version702PrintsTheHeaderForEverySampleAndBeforeTheMeans() {
    Reading reading =
        understood(
            """
            Linux 2.6.18-194.el5 (oracle)   10/11/2011

            12:00:01 AM       CPU     %user     %nice   %system   %iowait    %steal     %idle
            12:10:01 AM       all      0.14      0.00      0.11      0.02      0.00     99.73

            12:10:01 AM       CPU     %user     %nice   %system   %iowait    %steal     %idle
            12:20:01 AM       all      0.24      0.00      0.11      0.02      0.00     99.63

            Average:          CPU     %user     %nice   %system   %iowait    %steal     %idle
            Average:          all      0.19      0.00      0.11      0.02      0.00     99.68
            """);
    assertThat(reading.rows()).hasSize(2);
    assertThat(reading.rows().get(1))
        .containsEntry("interval_start", micros("2011-10-11T00:10:01Z"))
        .containsEntry("steal", 0.0);
  }

  @Test
  void processesHadSectionsOfTheirOwnUpTo715() {
    Reading reading =
        understood(
            """
            Linux 2.6.18 (www1) \t10/21/2011

            10:00:00          PID  minflt/s  majflt/s     %user   %system   nswap/s   CPU
            10:00:02         1234     10.00      0.00      3.50      1.50      0.00     1
            10:00:02         1235      0.00      0.00      0.50      0.50      0.00     0

            10:00:00         PPID cminflt/s cmajflt/s    %cuser  %csystem  cnswap/s
            10:00:02            1      0.00      0.00      0.00      0.00      0.00
            """);
    assertThat(reading.rows("cpu_sample")).isEmpty();
    assertThat(reading.rows()).hasSize(2 * 6 + 5);
    assertThat(reading.rows().get(2))
        .containsEntry("section", "PID")
        .containsEntry("item", "1234")
        .containsEntry("metric", "%user")
        .containsEntry("value", 3.5);
    assertThat(reading.rows().get(12)).containsEntry("section", "PPID").containsEntry("item", "1");
  }

  /**
   * Up to 5.1.4 the words of headers were translated: figures are kept, but as what is not told.
   */
  @Test
  void translatedColumnsAreKeptUnderTheirNames() {
    Reading reading =
        understood(
            """
            Linux 2.4.21 (www1) \t21/10/2003

            10:00:00      UCP    %utilisateur  %nice   %système   %inactif
            10:00:02      all      1.20      0.00      0.80     98.00

            10:01:00       REDÉMARRAGE DE LINUX

            10:02:00      UCP    %utilisateur  %nice   %système   %inactif
            10:02:02      all      2.20      0.00      0.80     97.00
            Moyenne:      all      1.20      0.00      0.80     98.00
            """);
    assertThat(reading.rows("cpu_sample")).isEmpty();
    assertThat(reading.rows()).hasSize(8);
    assertThat(reading.rows().get(4))
        .containsEntry("interval_start", micros("2003-10-21T10:02:00Z"))
        .containsEntry("section", "UCP")
        .containsEntry("item", "all")
        .containsEntry("metric", "%utilisateur")
        .containsEntry("value", 2.2);
    assertThat(reading.observations().facts().get("sections not known by name"))
        .startsWith("UCP %utilisateur");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10:02:00          LINUX RESTART",
        "10:02:00       LINUX RESTART\t(2 CPU)",
        "10:02:00  LINUX RESTART",
      })
  void restartsMayTellTheNumberOfCpus(String restart) {
    Reading reading =
        understood(
            "Linux 6.1 (a) 2017-08-22\n\n10:00:00 proc/s\n10:00:02 1.00\nAverage: 1.00\n\n"
                + restart
                + "\n\n10:02:10 proc/s\n10:02:12 2.00\n");
    assertThat(reading.ignored()).containsEntry("LINUX RESTART", 1L);
    assertThat(reading.all("interval_start"))
        .containsExactly(micros("2017-08-22T10:00:00Z"), micros("2017-08-22T10:02:10Z"));
  }

  @Test
  void daysMayFollowWithoutABlankLine() {
    Reading reading =
        understood(
            """
            Linux 6.1 (a) \t08/22/17 \t_x86_64_\t(2 CPU)
            23:50:00 proc/s
            00:00:00 1.00
            Average: 1.00
            Linux 6.1 (a) \t08/23/17 \t_x86_64_\t(4 CPU)
            00:00:00 proc/s
            00:10:00 2.00
            Average: 2.00
            ## end of sar files
            """);
    assertThat(reading.all("interval_end"))
        .containsExactly(micros("2017-08-23T00:00:00Z"), micros("2017-08-23T00:10:00Z"));
    assertThat(reading.ignored()).containsEntry("banner", 2L).containsEntry("comment", 1L);
    assertThat(reading.observations().facts()).containsEntry("cores", "2; 4");
  }

  @Test
  void whatAPersonPastedAroundItIsRejected() {
    Reading reading =
        read(
            """
            [root@www1 ~]# sar
            Linux 6.1 (a)   08/22/17        _x86_64_        (2 CPU)

            10:00:00        CPU     %user     %nice   %system     %idle
            10:10:00        all      1.00      0.00      0.00     99.00
            Average:        all      1.00      0.00      0.00     99.00
            [root@www1 ~]# uptime
             10:12:32 up 3 days, 1 user
            """);
    assertThat(reading.rows()).hasSize(1);
    assertThat(reading.rejects()).extracting(reject -> reject.line()).containsExactly(1L, 7L, 8L);
    assertThat(reading.observations().facts()).containsEntry("cores", "2");
  }

  @Test
  void theSameDayMayBePrintedTwiceInOneFile() {
    Reading reading =
        understood(
            """
            Linux 6.1 (a) \t08/22/17 \t_x86_64_\t(2 CPU)

            22:00:00 proc/s
            22:10:00 1.25
            Linux 6.1 (a) \t2017-08-22 \t_x86_64_\t(2 CPU)

            22:00:00 proc/s
            22:10:00 1.25
            Linux 6.1 (a) \t22.08.2017 \t_x86_64_\t(2 CPU)

            22:00:00 proc/s
            22:10:00 1,25
            Linux 6.1 (a) \t08/22/2017 \t_x86_64_\t(2 CPU)

            10:00:00 PM proc/s
            10:10:00 PM 1.25
            """);
    assertThat(reading.rows()).hasSize(4);
    assertThat(reading.all("interval_end")).containsOnly(micros("2017-08-22T22:10:00Z"));
    assertThat(reading.all("value")).containsOnly(1.25);
  }

  /** A CPU that is offline has no row; one that comes back has one again. */
  @Test
  void cpusComeAndGo() {
    Reading reading =
        understood(
            """
            Linux 6.1 (a) \t08/22/17 \t_x86_64_\t(4 CPU)

            10:00:00        CPU     %user     %nice   %system   %iowait    %steal     %idle
            10:00:01        all      1.00      0.00      0.00      0.00      0.00     99.00
            10:00:01          0      2.00      0.00      0.00      0.00      0.00     98.00
            10:00:01          1      0.00      0.00      0.00      0.00      0.00    100.00
            10:00:02        all      1.00      0.00      0.00      0.00      0.00     99.00
            10:00:02          0      2.00      0.00      0.00      0.00      0.00     98.00
            10:00:03        all      1.00      0.00      0.00      0.00      0.00     99.00
            10:00:03          0      2.00      0.00      0.00      0.00      0.00     98.00
            10:00:03          3      0.00      0.00      0.00      0.00      0.00    100.00
            """);
    assertThat(reading.all("cpu")).containsExactly(-1, 0, 1, -1, 0, -1, 0, 3);
    assertThat(reading.rows())
        .allMatch(row -> row.whole("interval_end") - row.whole("interval_start") == 1_000_000);
  }

  /** S_REPEAT_HEADER, on terminals the height of one. */
  @Test
  void headersMayComeAgainAfterSomeLines() {
    StringBuilder text = new StringBuilder("Linux 6.1 (a) 2017-08-22\n");
    for (int i = 0; i < 50; i++) {
      if (i % 5 == 0) {
        text.append(i % 10 == 0 ? "\n" : "").append("10:00:%02d  DEV  tps\n".formatted(i));
      }
      text.append("10:00:%02d  sda 1.00\n".formatted(i + 1));
      text.append("10:00:%02d  sdb 1.00\n".formatted(i + 1));
    }
    Reading reading = understood(text.toString());
    assertThat(reading.rows()).hasSize(100);
    assertThat(reading.rows())
        .allMatch(row -> row.whole("interval_end") - row.whole("interval_start") == 1_000_000);
  }

  /** -x of 12.7.3 and later. */
  @ParameterizedTest
  @CsvSource({
    "Summary:, Average:",
    "Zusammenfassung:, Durchschn.:",
    "Résumé:, Moyenne\u202f:",
    "サマリ:, 平均値:",
    "요약:, 평균값:",
    "Сводка:, Среднее:",
    "Tổng kết:, Trung bình:",
    "总计:, 平均时间:",
    "Summary:, 平均時間：",
    "Sammendrag:, Gj.snitt:",
    "Ringkasan:, Rata-rata:",
    "Összegzés:, Átlag:",
    "Summary:, Moyenne :",
  })
  void extremesAreNotSamples(String summary, String average) {
    Reading reading =
        understood(
            """
            Linux 6.1 (a) \t08/22/17 \t_x86_64_\t(2 CPU)

            10:00:00        CPU     %user     %nice   %system     %idle
            10:00:01        all      1.00      0.00      0.00     99.00

            SUMMARY         CPU     %user     %nice   %system     %idle
            Minimum:        all      1.00      0.00      0.00     99.00
            Maximum:        all      1.00      0.00      0.00     99.00
            AVERAGE         all      1.00      0.00      0.00     99.00

            10:00:00        BAT      %cap   cap/min    status
            10:00:01          1     98.00      0.00  Charging
            Last:             1     98.00      0.00  Charging
            """
                .replace("SUMMARY", summary)
                .replace("AVERAGE", average));
    assertThat(reading.rows()).hasSize(3);
    assertThat(reading.ignored()).containsEntry("average", 5L);
  }

  @Test
  void commentsMayStandAnywhereAndHoldAnything() {
    for (String time : List.of("10:00:01", "10:00:01 AM", "10:00:01 AM EST", "오전 10시 00분 01초")) {
      String comment = time + "  COM CPU DEV 1 2 3: LINUX\n";
      Reading reading =
          understood(
              "Linux 6.1 (a) 2017-08-22\n\n"
                  + comment
                  + "\n"
                  + comment
                  + time.replace('1', '2').replace("20", "10")
                  + " CPU %user %nice %system %idle\n"
                  + comment
                  + time.replace("01", "03")
                  + " all 1 2 3 94\n"
                  + comment);
      assertThat(reading.rows()).as(time).hasSize(1);
      assertThat(reading.ignored()).containsEntry("comment", 4L);
    }
  }
}
