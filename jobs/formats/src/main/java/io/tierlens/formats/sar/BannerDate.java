package io.tierlens.formats.sar;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.time.Days;
import org.joda.time.IllegalFieldValueException;
import org.joda.time.LocalDate;

/**
 * The date of a banner, whose order of day and month depends on the language of whoever ran sar and
 * may not be told by the date itself.
 *
 * @param first the first number as printed
 * @param second the second number as printed
 * @param third the third number as printed
 * @param separator what stands behind the first number
 * @param yearFirst why the first number is the year although it has not four digits, or null
 */
record BannerDate(String first, String second, String third, String separator, String yearFirst) {

  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,4})(\\D{1,4}?)(\\d{1,2})\\D{1,4}?(\\d{1,4})\\D{0,20}");

  /** With the month as a word: the day before or behind it, and the year last. */
  private static final Pattern DAY_AND_YEAR =
      Pattern.compile("\\D*?(\\d{1,2})\\D{1,20}(\\d{4})\\D{0,20}");

  private static final LocalDate EPOCH = new LocalDate(1970, 1, 1);

  /** Two-digit years from here on are of the last century; sar is younger than that. */
  private static final int PIVOT = 70;

  /** Years from here on are of the Buddhist calendar, which the Thai locale prints. */
  private static final int BUDDHIST = 2400;

  private static final int BUDDHIST_AHEAD = 543;

  /** Which of the first two numbers is the month. */
  enum Order {
    MDY,
    DMY,
    YMD
  }

  /**
   * What a date was taken to be.
   *
   * @param day days since 1970-01-01
   * @param evidence how the order was told, for a person
   * @param ground what that evidence is worth
   */
  record Reading(long day, Order order, String evidence, Ground ground) {}

  /** What speaks for an order. */
  enum Ground {
    /** No other order gives a date. */
    CERTAIN,
    /** The other order gives the same date. */
    ALIKE,
    /** The user says so. */
    TOLD,
    /** It is what is printed so most often. */
    ASSUMED
  }

  static Optional<BannerDate> of(String printed) {
    StringBuilder ascii = new StringBuilder();
    boolean persian = false;
    for (int i = 0; i < printed.length(); i++) {
      char c = printed.charAt(i);
      boolean digit = Character.isDigit(c);
      persian |= digit && c >= '\u06f0' && c <= '\u06f9';
      ascii.append(digit ? (char) ('0' + Character.digit(c, 10)) : c);
    }
    Matcher numbers = NUMBERS.matcher(ascii);
    if (!numbers.matches()) {
      return withMonthAsWord(ascii.toString());
    }
    return Optional.of(
        new BannerDate(
            numbers.group(1),
            numbers.group(3),
            numbers.group(4),
            numbers.group(2),
            persian ? "ymd: as with Persian digits" : null));
  }

  private static Optional<BannerDate> withMonthAsWord(String ascii) {
    Matcher numbers = DAY_AND_YEAR.matcher(ascii);
    int month = MonthWords.month(ascii);
    return numbers.matches() && month > 0
        ? Optional.of(
            new BannerDate(
                numbers.group(2),
                Integer.toString(month),
                numbers.group(1),
                "-",
                "the month is named"))
        : Optional.empty();
  }

  /**
   * Reads the date.
   *
   * @param told what the user says of dates that can be read both ways
   * @param twelveHour whether the rows print AM and PM
   * @param timeTokens of how many words a row's time consists
   * @return empty if it is no date in any order
   */
  Optional<Reading> read(Optional<Order> told, boolean twelveHour, int timeTokens) {
    if (yearFirst != null) {
      return reading(Order.YMD, yearFirst, Ground.CERTAIN);
    }
    if (first.length() == 4) {
      return reading(Order.YMD, "ymd: the year comes first", Ground.CERTAIN);
    }
    if (third.length() == 1) {
      return reading(Order.YMD, "ymd: a year has two digits", Ground.CERTAIN);
    }
    if (told.filter(Order.YMD::equals).isPresent()) {
      return reading(Order.YMD, "ymd: as told", Ground.TOLD);
    }
    boolean monthFirst = day(Order.MDY).isPresent();
    boolean dayFirst = day(Order.DMY).isPresent();
    if (monthFirst != dayFirst) {
      Order order = monthFirst ? Order.MDY : Order.DMY;
      String month = monthFirst ? second : first;
      return reading(order, name(order) + ": " + month + " cannot be a month", Ground.CERTAIN);
    }
    if (first.equals(second)) {
      return reading(Order.MDY, "day and month are the same", Ground.ALIKE);
    }
    if (told.isPresent()) {
      return reading(told.get(), name(told.get()) + ": as told", Ground.TOLD);
    }
    if (!separator.equals("/")) {
      String evidence = "dmy: no locale prints the month before a " + separator.strip();
      return reading(Order.DMY, evidence, Ground.CERTAIN);
    }
    return assumed(twelveHour, timeTokens);
  }

  private Optional<Reading> assumed(boolean twelveHour, int timeTokens) {
    if (third.length() == 4) {
      return twelveHour
          ? reading(
              Order.MDY, "assumed mdy: four-digit year and AM/PM, as en_US prints", Ground.ASSUMED)
          : reading(Order.DMY, "assumed dmy: four-digit year and a 24 h clock", Ground.ASSUMED);
    }
    return timeTokens > 2
        ? reading(
            Order.DMY,
            "assumed dmy: two-digit year, AM/PM and zone, as en_IN prints",
            Ground.ASSUMED)
        : reading(Order.MDY, "assumed mdy: two-digit year, as the C locale prints", Ground.ASSUMED);
  }

  private Optional<Reading> reading(Order order, String evidence, Ground ground) {
    return day(order).map(day -> new Reading(day, order, evidence, ground));
  }

  private Optional<Long> day(Order order) {
    int a = Integer.parseInt(first);
    int b = Integer.parseInt(second);
    int c = Integer.parseInt(third);
    try {
      LocalDate date =
          switch (order) {
            case YMD -> new LocalDate(year(a, first), b, c);
            case MDY -> new LocalDate(year(c, third), a, b);
            case DMY -> new LocalDate(year(c, third), b, a);
          };
      return Optional.of((long) Days.daysBetween(EPOCH, date).getDays());
    } catch (IllegalFieldValueException e) {
      return Optional.empty();
    }
  }

  private static int year(int number, String printed) {
    if (printed.length() > 2) {
      return number < BUDDHIST ? number : number - BUDDHIST_AHEAD;
    }
    return number < PIVOT ? 2000 + number : 1900 + number;
  }

  /** The option's value for an order. */
  static String name(Order order) {
    return switch (order) {
      case MDY -> "mdy";
      case DMY -> "dmy";
      case YMD -> "ymd";
    };
  }

  /**
   * The order that an option tells.
   *
   * @throws IllegalArgumentException if it is none of {@code mdy}, {@code dmy}, {@code ymd}
   */
  static Order order(String option) {
    return switch (option) {
      case "mdy" -> Order.MDY;
      case "dmy" -> Order.DMY;
      case "ymd" -> Order.YMD;
      default ->
          throw new IllegalArgumentException("date-order must be mdy, dmy or ymd, not " + option);
    };
  }
}
