package io.tierlens.attribution.finding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Writes signs out: what was measured, the figure, the threshold. */
final class FindingWords {
  private static final MathContext DIGITS = new MathContext(2);
  private static final MathContext MORE_DIGITS = new MathContext(3);

  private FindingWords() {}

  /** One sign, such as "steal: 6.3 % (at least 5 %)". */
  static String of(Sign sign) {
    Figure figure = sign.figure();
    Measure measure = figure.measure();
    String value = amount(figure.value(), measure.unit());
    boolean whole = figure.after() != null && figure.after().equals(figure.value());
    String parts = "";
    if (figure.before() != null && figure.after() != null) {
      String before = amount(figure.before(), measure.rawUnit());
      String after = amount(figure.after(), measure.rawUnit());
      parts = measure.withinRun() ? after + " over " + before : before + ", then " + after;
    }
    return measure.words()
        + ": "
        + (parts.isEmpty() ? value : whole ? parts : parts + ", " + value)
        + " ("
        + sign.relation().words()
        + " "
        + amount(sign.threshold(), measure.unit())
        + ")";
  }

  /** A figure with its unit, such as "0.81 s" or "8.5 %". */
  static String amount(double value, Unit unit) {
    return switch (unit) {
      case TIMES -> number(value) + " times";
      case PERCENT -> number(value) + " %";
      case MILLISECONDS -> duration(value);
      case MICROSECONDS -> duration(value / 1e3);
      case CPUS -> number(value) + (value == 1 ? " CPU" : " CPUs");
      case PER_SECOND -> number(value) + " a second";
      case COUNT -> number(value);
    };
  }

  private static String duration(double ms) {
    return Math.abs(ms) < 100 ? number(ms) + " ms" : rounded(ms / 1e3, 2) + " s";
  }

  /** Two digits below 10, three above; no digit that was not measured. */
  private static String number(double value) {
    if (Math.abs(value) < 0.005) {
      return "0";
    }
    return plain(new BigDecimal(value).round(Math.abs(value) < 10 ? DIGITS : MORE_DIGITS));
  }

  private static String rounded(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
