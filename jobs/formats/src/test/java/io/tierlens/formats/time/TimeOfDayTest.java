package io.tierlens.formats.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.bytes.Tokens;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times as the locales of glibc print them, at every hour. */
class TimeOfDayTest {
  private final TimeOfDay time = new TimeOfDay();

  private boolean read(String text) {
    byte[] line = text.getBytes(StandardCharsets.UTF_8);
    Tokens tokens = new Tokens();
    tokens.split(line, 0, line.length);
    return time.read(tokens, tokens.count());
  }

  /** {@code H} stands for the hour of 12 with two digits, {@code h} with as many as it has. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "H:07:59 AM | H:07:59 PM",
        "H:07:59 am EDT | H:07:59 pm EDT",
        "H:07:59 AM -03 | H:07:59 PM -03",
        "H:07:59 PM +0545 | H:07:59 AM +0545",
        "H:07:59 a.m. | H:07:59 p.m.",
        "H:07:59 πμ | H:07:59 μμ",
        "EDT H:07:59 ص | EDT H:07:59 م",
        "上午 H時07分59秒 CST | 下午 H時07分59秒 CST",
        "午前H時07分59秒 | 午後H時07分59秒",
        "오전 H시 07분 59초 | 오후 H시 07분 59초",
        "H:07:59 पूर्वाह्न IST | H:07:59 अपराह्न IST",
        "காலை H:07:59 IST | மாலை H:07:59 IST",
        "ఉ.H.07.59 IST | సా.H.07.59 IST",
        "H:07:59.PD CET | H:07:59.MD CET",
        "h:07:59 subaxnimo | h:07:59 galabnimo",
        "h:07:59 ጡዋት | h:07:59 ከሰዓት",
        "h:07:59፡ጽባሕ | h:07:59፡ምሴት",
        "h:07:59 ፋዱስ ጃብ | h:07:59 ፋዱስ ደምቢ",
        "H:07:59 N.U. | H:07:59 N.H.",
        "H:07:59 téng-po | H:07:59 ē-po",
      })
  void halvesOfTheDay(String morning, String afternoon) {
    boolean swapped = morning.contains("PM");
    for (int hour = 0; hour < 24; hour++) {
      String text = (hour < 12) != swapped ? morning : afternoon;
      int shown = hour % 12 == 0 ? 12 : hour % 12;
      String printed = text.replace("H", "%02d".formatted(shown)).replace("h", "" + shown);
      if (text.contains("N.H.")) {
        printed = "%02d:07:59 N.H.".formatted(shown);
      }
      assertThat(read(printed)).as(printed).isTrue();
      assertThat(time.secondOfDay()).as(printed).isEqualTo(hour * 3600 + 7 * 60 + 59);
      assertThat(time.twelveHour()).as(printed).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "23:59:59, 86399",
    "00.00.00, 0",
    "23時59分60秒, 86399",
    "17:03:11 EDT, 61391",
    "EDT 17:03:11, 61391",
    "17:03:11 +03, 61391",
    "۱۷:۰۳:۱۱, 61391",
    "១៧:០៣:១១, 61391",
    "ཆུ་ཚོད17ཀསར་མ03ཀསར་ཆ11, 61391",
  })
  void clocksOf24Hours(String printed, int second) {
    assertThat(read(printed)).isTrue();
    assertThat(time.secondOfDay()).isEqualTo(second);
    assertThat(time.twelveHour()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "24:00:00",
    "10:60:00",
    "10:00:61",
    "10:00",
    "10:00:00:00",
    "100:00:00",
    "13:00:00 PM",
    "00:00:00 AM",
    "10:00:00 AM PM",
    "kl. 17.03 -0400",
    "Average: 10 20 30",
    "10:00:00 rxkB/s",
    "10:00:00 %user",
    "-10:00:00",
    "10:00:00 17",
    "''",
  })
  void whatIsNoTime(String printed) {
    assertThat(read(printed)).isFalse();
  }
}
