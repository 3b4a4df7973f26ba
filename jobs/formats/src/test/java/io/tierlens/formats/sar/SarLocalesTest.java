package io.tierlens.formats.sar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.Reading;
import io.tierlens.formats.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two recordings printed by sar 12.6.1 in every locale of a Debian that could be generated: one of
 * 22 August 2017 over noon, which has no other reading, and one of 4 August, which may have.
 */
class SarLocalesTest {

  /** Their banners name the month in words that are not known here, or put words before it. */
  private static final Set<String> NAME_THE_MONTH =
      Set.of(
          "ar_MA", "bi_VU", "bo_CN", "dz_BT", "eu_ES", "km_KH", "mt_MT", "my_MM", "ps_AF", "ug_CN");

  /** Its times have no seconds: {@code kl. 17.03 -0400}. */
  private static final String NO_SECONDS = "nb_NO";

  private static List<String> locales() {
    try (Stream<Path> files =
        Files.list(Path.of(Reading.class.getResource("sar/locales").toURI()))) {
      return files.map(file -> file.getFileName().toString().replace(".txt", "")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static List<String> readable() {
    return locales().stream()
        .filter(locale -> !NAME_THE_MONTH.contains(locale) && !locale.equals(NO_SECONDS))
        .toList();
  }

  static List<String> unreadable() {
    return locales().stream().filter(NAME_THE_MONTH::contains).toList();
  }

  private static String text(String locale) {
    return Reading.text("sar/locales/" + locale + ".txt");
  }

  private static Reading read(String text, String order) {
    ReadOptions options = ReadOptions.NONE.with(ReadOptions.TIME_ZONE, "America/New_York");
    return Reading.of(
        new SarText(), order == null ? options : options.with(ReadOptions.DATE_ORDER, order), text);
  }

  private static List<Row> rows(String text, String order) {
    Reading reading = read(text, order);
    assertThat(reading.reasons()).isEmpty();
    assertThat(reading.account().lines()).isEqualTo(text.lines().count());
    return reading.rows();
  }

  private static String certain(String text) {
    return text.substring(0, text.lastIndexOf("Linux "));
  }

  private static String ambiguous(String text) {
    return text.substring(text.lastIndexOf("Linux "));
  }

  @ParameterizedTest
  @MethodSource("readable")
  void everyLocaleGivesTheSameRows(String locale) {
    String text = text(locale);
    List<Row> expected = rows(certain(text("C")), null);
    assertThat(expected).hasSize(30);
    assertThat(rows(certain(text), null)).isEqualTo(expected);
    // Whatever the user says of dates that can be read both ways.
    assertThat(rows(certain(text), "mdy")).isEqualTo(expected);
    assertThat(rows(certain(text), "dmy")).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("readable")
  void theOrderThatTheOtherBannerTeachesSettlesTheAmbiguousOne(String locale) {
    String text = text(locale);
    ReadOptions options = ReadOptions.NONE.with(ReadOptions.TIME_ZONE, "America/New_York");
    String order =
        Reading.of(new SarText(), options, text).observations().learned().get("date-order");
    List<Row> expected = rows(ambiguous(text("C")), "mdy");
    assertThat(expected).hasSize(8);
    assertThat(rows(ambiguous(text), order)).isEqualTo(expected);
  }

  /** Old charsets, where a byte of a character may look like a letter or begin one of UTF-8. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ja_JP.EUC-JP",
        "ru_RU.KOI8-R",
        "zh_TW.BIG5",
        "zh_CN.GB18030",
        "ko_KR.EUC-KR",
        "de_DE.ISO-8859-1",
        "zh_HK.BIG5-HKSCS",
        "el_GR.ISO-8859-7",
        "cs_CZ.ISO-8859-2"
      })
  void charsetsOtherThanUtf8(String locale) {
    ReadOptions options =
        ReadOptions.NONE
            .with(ReadOptions.TIME_ZONE, "America/New_York")
            .with(ReadOptions.DATE_ORDER, "dmy");
    Reading reading =
        Reading.of(new SarText(), options, Reading.resource("sar/charsets/" + locale + ".txt"));
    assertThat(reading.reasons()).isEmpty();
    assertThat(reading.rows()).isEqualTo(rows(text("en_GB"), "dmy")).hasSize(38);
  }

  @ParameterizedTest
  @MethodSource("readable")
  void everyLocaleIsRecognised(String locale) {
    assertThat(new SarText().sniff(Reading.head(text(locale))))
        .hasValueSatisfying(
            guess -> {
              assertThat(guess.kind()).isEqualTo("sar");
              assertThat(guess.confidence()).isGreaterThan(90);
            });
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void aMonthInUnknownWordsIsNotGuessed(String locale) {
    Reading reading = read(text(locale), null);
    assertThat(reading.rows()).isEmpty();
    assertThat(reading.account().lines()).isEqualTo(text(locale).lines().count());
    assertThat(reading.reasons())
        .filteredOn("the banner's date is not in figures; print sar with LC_ALL=C"::equals)
        .hasSize(2);
  }

  @Test
  void timesWithoutSecondsAreNotGuessed() {
    Reading reading = read(text(NO_SECONDS), null);
    assertThat(reading.rows()).isEmpty();
    assertThat(reading.reasons())
        .containsOnly("not a line that sar prints: it begins with no time of day");
  }

  @Test
  void theRecordingsAreThere() {
    assertThat(readable()).hasSizeGreaterThan(80).contains("C", "de_DE", "fa_IR", "ko_KR", "zh_HK");
    assertThat(unreadable()).hasSameSizeAs(NAME_THE_MONTH);
  }
}
