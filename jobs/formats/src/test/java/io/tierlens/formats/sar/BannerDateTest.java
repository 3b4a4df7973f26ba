package io.tierlens.formats.sar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import java.util.Optional;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BannerDateTest {

  @ParameterizedTest
  @CsvSource({
    "04/08/17, false, 1, , 2017-04-08, assumed mdy",
    "04/08/17, false, 1, dmy, 2017-08-04, dmy: as told",
    "04/08/17, true, 3, , 2017-08-04, assumed dmy",
    "04/08/2017, true, 2, , 2017-04-08, assumed mdy",
    "04/08/2017, false, 1, , 2017-08-04, assumed dmy",
    "04/08/2017, false, 1, mdy, 2017-04-08, mdy: as told",
    "04.08.2017, false, 1, , 2017-08-04, dmy: no locale prints the month before a .",
    "04-08-17, false, 1, , 2017-08-04, dmy: no locale prints the month before a -",
    "04.08.2017, false, 1, mdy, 2017-04-08, mdy: as told",
    "04/18/17, false, 1, dmy, 2017-04-18, mdy: 18 cannot be a month",
    "18/04/17, false, 1, mdy, 2017-04-18, dmy: 18 cannot be a month",
    "17/8/22, false, 1, ymd, 2017-08-22, ymd: as told",
    "17/8/22, false, 1, , 2022-08-17, dmy: 17 cannot be a month",
    "05/05/17, false, 1, , 2017-05-05, day and month are the same",
    "2017-04-08, false, 1, dmy, 2017-04-08, ymd",
    "09/26/03, false, 1, , 2003-09-26, mdy",
    "09/26/99, false, 1, , 1999-09-26, mdy",
    "02/29/2024, false, 1, , 2024-02-29, mdy",
  })
  void orderIsToldOrAssumed(
      String printed, boolean twelveHour, int words, String told, String date, String evidence) {
    BannerDate banner = BannerDate.of(printed).orElseThrow();
    BannerDate.Reading reading =
        banner
            .read(Optional.ofNullable(told).map(BannerDate::order), twelveHour, words)
            .orElseThrow();
    long day = DateTime.parse(date + "T00:00:00Z").getMillis() / 86_400_000L;
    assertThat(reading.day()).isEqualTo(day);
    assertThat(reading.evidence()).startsWith(evidence);
  }

  /** As locales print 4 August 2017, of which no part can be taken for another. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2017年08月04日",
        "2017年08月04日 星期五",
        "2017년 08월 04일",
        "2017.08.04.",
        "۱۷/۰۸/۰۴",
        "17/8/4",
        "Friday, August 04, 2017",
        "Friday, 04 August, 2017",
        "04 أغس, 2017",
        "الجمعـة  4 أغسطس 2017",
        "04. aug. 2017",
      })
  void languagesThatLeaveNoDoubt(String printed) {
    for (String told : new String[] {null, "mdy", "dmy"}) {
      BannerDate.Reading reading =
          BannerDate.of(printed)
              .orElseThrow()
              .read(Optional.ofNullable(told).map(BannerDate::order), false, 1)
              .orElseThrow();
      assertThat(reading.day())
          .isEqualTo(DateTime.parse("2017-08-04T00:00:00Z").getMillis() / 86_400_000L);
      assertThat(reading.ground()).isEqualTo(BannerDate.Ground.CERTAIN);
    }
  }

  /**
   * The Thai locale counts years from the Buddha's death; the digits of Odia are no Persian ones.
   */
  @ParameterizedTest
  @CsvSource({"22/08/2560, 2017-08-22", "29/02/2563, 2020-02-29", "୨୨-୮-୧୭, 2017-08-22"})
  void otherYearsAndDigits(String printed, String date) {
    assertThat(
            BannerDate.of(printed)
                .orElseThrow()
                .read(Optional.empty(), false, 1)
                .orElseThrow()
                .day())
        .isEqualTo(DateTime.parse(date + "T00:00:00Z").getMillis() / 86_400_000L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "il-Ġimgħa, 04 ta Aww, 2017",
        "or., 2017.eko aburen 04a",
        "may jun 04 2017",
        "version"
      })
  void wordsThatAreNoKnownMonth(String printed) {
    assertThat(BannerDate.of(printed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"31/31/17", "00/00/00", "02/30/2017", "2017-13-01"})
  void noDateInAnyOrder(String printed) {
    assertThat(BannerDate.of(printed).flatMap(date -> date.read(Optional.empty(), false, 1)))
        .isEmpty();
  }

  @Test
  void laterBannerTeachesTheOrderOfTheFirst() {
    String day = "10:00:00 proc/s\n10:00:02 1.00\n";
    String text = "Linux 2.6 (a) 04/08/17\n" + day + "Linux 2.6 (a) 13/08/17\n" + day;
    Reading reading = Reading.of(new SarText(), ReadOptions.NONE, text);
    assertThat(reading.observations().learned()).containsEntry(ReadOptions.DATE_ORDER, "dmy");
    ReadOptions learned = ReadOptions.of(reading.observations().learned());
    Reading again = Reading.of(new SarText(), learned, text);
    assertThat(new DateTime(again.rows().get(0).whole("interval_end") / 1000, DateTimeZone.UTC))
        .isEqualTo(DateTime.parse("2017-08-04T10:00:02Z"));
  }
}
