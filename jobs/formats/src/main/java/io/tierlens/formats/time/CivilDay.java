package io.tierlens.formats.time;

/** Days of the calendar of today, counted from 1970-01-01; for years from 0 on. */
final class CivilDay {
  private static final int DAYS_TO_1970_FROM_MARCH_OF_0 = 719_468;

  private CivilDay() {}

  /** Whether there is such a day. */
  static boolean exists(int year, int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(month, year);
  }

  private static int daysOf(int month, int year) {
    return switch (month) {
      case 4, 6, 9, 11 -> 30;
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      default -> 31;
    };
  }

  /** Days since 1970-01-01 of a day that {@link #exists}. */
  static long sinceEpoch(int year, int month, int day) {
    // Years that begin in March have their leap day at the end.
    long y = month > 2 ? year : year - 1;
    int monthFromMarch = (month + 9) % 12;
    long leapDays = Math.floorDiv(y, 4) - Math.floorDiv(y, 100) + Math.floorDiv(y, 400);
    long dayOfYear = (153L * monthFromMarch + 2) / 5 + day - 1;
    return y * 365 + leapDays + dayOfYear - DAYS_TO_1970_FROM_MARCH_OF_0;
  }
}
