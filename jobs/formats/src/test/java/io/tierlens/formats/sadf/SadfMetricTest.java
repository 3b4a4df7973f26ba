package io.tierlens.formats.sadf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code -p}, line by line. Tests write a semicolon for each tab. */
class SadfMetricTest {
  private static final String AT = "vm;2;1795344127;";
  private static final String MODES =
      AT + "all;%user;25.89\n" + AT + "all;%nice;0.00\n" + AT + "all;%system;15.62\n";
  private static final String IDLE = AT + "all;%idle;58.49\n";
  private static final String QUEUE = AT + "-;runq-sz;5\n";

  private static Reading read(String text) {
    return Reading.of(new Sadf(), text.replace(';', '\t'));
  }

  private static List<String> told(Reading reading) {
    return reading.rows("host_metric").stream()
        .map(row -> row.text("section") + " " + row.text("item") + " " + row.text("metric"))
        .toList();
  }

  @Test
  void linesOfACpuAreOneRecord() {
    Reading reading = read(MODES + IDLE + QUEUE);
    assertThat(reading.reasons()).isEmpty();
    assertThat(reading.account().recordLines()).isEqualTo(2);
    assertThat(reading.account().continuationLines()).isEqualTo(3);
    assertThat(reading.rows().get(0))
        .containsEntry("line", 1L)
        .containsEntry("cpu", -1)
        .containsEntry("user", 25.89)
        .containsEntry("system", 15.62)
        .containsEntry("idle", 58.49)
        .containsEntry("interval_start", 1795344125000000L)
        .containsEntry("interval_end", 1795344127000000L)
        .doesNotContainKeys("iowait", "steal");
    assertThat(reading.rows().get(1)).containsEntry("line", 5L).doesNotContainKey("item");
  }

  @ParameterizedTest
  @ValueSource(strings = {QUEUE, "", "\n", "# x\n", "junk\n", "vm;-1;1795344127;COM a;b\n"})
  void aCpuWhoseModesBreakOffIsOneReject(String next) {
    Reading reading = read(MODES + next);
    assertThat(reading.reasons().get(0)).isEqualTo("the modes of this CPU end before %idle");
    assertThat(reading.rejects().get(0).line()).isEqualTo(1);
    assertThat(reading.rejects().get(0).lines()).isEqualTo(3);
    assertThat(reading.rows("cpu_sample")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vm;2;1795344127;all;%user;x|column %user holds no percentage|4",
        "vm;2;1795344127;all;%user;1.00@vm;2;1795344127;all;%user;1.00"
            + "|a mode of this CPU stands twice in one sample|5",
        "vm;2;1795344127;all;%steal;0.00|modes of this CPU are missing|4",
      })
  void damagedModesAreOneReject(String lines, String reason, long count) {
    String before = lines.replace("@", "\n") + "\n";
    String rest = AT + "all;%nice;0.00\n" + AT + "all;%system;15.62\n" + IDLE;
    Reading reading = read(before + rest);
    assertThat(reading.reasons()).containsExactly(reason);
    assertThat(reading.rejects().get(0).lines()).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-;kbmemfree;1|-;%memused;2|kbmemfree null kbmemfree|kbmemfree null %memused",
        // One sample: two sections follow each other at the same time.
        "-;pty-nr;1|-;runq-sz;2|dentunusd null pty-nr|runq-sz null runq-sz",
        "-;proc/s;1|-;cswch/s;2|proc/s null proc/s|proc/s null cswch/s",
        "-;cswch/s;1|-;pswpin/s;2|cswch/s null cswch/s|pswpin/s null pswpin/s",
        "-;call/s;1|-;retrans/s;2|call/s null call/s|call/s null retrans/s",
        "-;atmptf/s;1|-;retrans/s;2|atmptf/s null atmptf/s|atmptf/s null retrans/s",
        // Swap was part of memory until there was a column of commitments.
        "-;kbmemfree;1|-;kbswpfree;2|kbmemfree null kbmemfree|kbmemfree null kbswpfree",
        "-;kbcommit;1|-;kbswpfree;2|kbmemfree null kbcommit|kbswpfree null kbswpfree",
        "-;tps;1|-;bread/s;2|tps null tps|tps null bread/s",
        "sda;tps;1|sda;await;2|DEV sda tps|DEV sda await",
        "eth0;rxkB/s;1|eth0;rxerr/s;2|IFACE eth0 rxkB/s|IFACE eth0 rxerr/s",
        "ttyS0;rcvin/s;1|ttyS0;brk/s;2|TTY 0 rcvin/s|TTY 0 brk/s",
        "all;MHz;1|cpu3;MHz;2|CPU all MHz|CPU 3 MHz",
        "sum;all;3|sum;cpu0;2|INTR sum all|INTR sum CPU0",
        "24;cpu12;3|i007;intr/s;2|INTR 24 CPU12|INTR i007 intr/s",
        "fan1;rpm;3|temp2;degC;2|FAN 1 rpm|TEMP 2 degC",
        "/dev/vda;MBfsfree;1|/dev/vda;%Iused;2|MBfsfree /dev/vda MBfsfree|MBfsfree /dev/vda %Iused",
        "-;new/s;1|-;newer;2|new/s null new/s|new/s null newer",
        "x1;new/s;1|x2;newer;2|new/s x1 new/s|newer x2 newer",
        // Of processes, in old versions.
        "123;%user;1|123;%system;2|%user 123 %user|%user 123 %system",
      })
  void sectionsAreTold(String first, String second, String one, String other) {
    assertThat(told(read(AT + first + "\n" + AT + second + "\n"))).containsExactly(one, other);
  }

  @Test
  void textAboutDevicesIsIgnored() {
    Reading reading = read(AT + "fan1;DEVICE;it87.1\n" + AT + "fan1;rpm;3000\n");
    assertThat(told(reading)).containsExactly("FAN 1 rpm");
    assertThat(reading.ignored()).containsOnly(entry("text about a device", 1L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vm;2;1795344127;-;runq-sz|the line has 5 cells, not 6",
        "vm;2;1795344127;-;runq-sz;5;6|the line has 7 cells, not 6",
        "vm;2;1795344127;-;runq-sz;five|the last cell holds no number",
        "vm;2;1795344127;-;;5|the line names no item or no figure",
        "vm;0;1795344127;-;runq-sz;5|no time has passed since the sample before",
        "vm;2;yesterday;-;runq-sz;5|the third cell holds no time as sadf prints it",
      })
  void rejectsSayWhatIsWrong(String line, String reason) {
    Reading reading = read(QUEUE + line + "\n" + QUEUE);
    assertThat(reading.reasons()).containsExactly(reason);
    assertThat(reading.rows()).hasSize(2);
  }

  @Test
  void aFigureCutAtTheEndOfTheFileIsNotTaken() {
    String rows = AT + "-;ldavg-1;5.25\nvm;2;1795344129;-;ldavg-1;";
    assertThat(read(rows + "12.25").rows()).hasSize(2);
    for (String cut : List.of("12.2", "12.", "12")) {
      assertThat(read(rows + cut).reasons()).containsExactly("the file ends within this line");
    }
  }

  @Test
  void eachSectionHasItsOwnIntervals() {
    String later = "vm;3;1795344130;";
    List<Row> rows =
        read(QUEUE + later + "-;runq-sz;1\n" + AT + "-;totsck;1\n" + later + "-;totsck;1\n").rows();
    assertThat(rows.stream().map(row -> row.whole("interval_start") / 1_000_000))
        .containsExactly(1795344125L, 1795344127L, 1795344125L, 1795344127L);
  }
}
