package io.tierlens.attribution.finding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Writes signs out: what was measured, the figure, the threshold. */
final class FindingWords {
  private static final MathContext TWO_DIGITS = new MathContext(2);

  private FindingWords() {}

  /** One sign, such as "steal: 6.3 % (at least 5 %)". */
  static String of(Sign sign) {
    Figure figure = sign.figure();
    Measure measure = figure.measure();
    String value = amount(figure.value(), measure.unit());
    String parts = parts(figure, measure);
    boolean whole = figure.after() != null && figure.after().equals(figure.value());
    return measure.words()
        + ": "
        + (parts.isEmpty() ? value : whole ? parts : parts + ", " + value)
        + " ("
        + sign.relation().words()
        + " "
        + amount(sign.threshold(), measure.unit())
        + ")";
  }

  /** The figures that the tested one was made of; nothing where it was measured as it is. */
  private static String parts(Figure figure, Measure measure) {
    if (figure.before() == null || figure.after() == null) {
      return "";
    }
    String before = amount(figure.before(), measure.rawUnit());
    String after = amount(figure.after(), measure.rawUnit());
    if (measure.withinRun()) {
      return after + " over " + before;
    }
    return before.equals(after) ? after + " in both" : before + ", then " + after;
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

  /** Two decimals, fewer of large figures; two digits of very small ones. */
  private static String number(double value) {
    double size = Math.abs(value);
    if (size < 0.0005) {
      return "0";
    }
    BigDecimal exact = new BigDecimal(value);
    if (size < 0.1) {
      return plain(exact.round(TWO_DIGITS));
    }
    return plain(exact.setScale(size < 10 ? 2 : size < 100 ? 1 : 0, RoundingMode.HALF_UP));
  }

  private static String rounded(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
