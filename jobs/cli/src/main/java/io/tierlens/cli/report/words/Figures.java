package io.tierlens.cli.report.words;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Figures with three significant digits and their unit, in plain ASCII and without regard to the
 * machine's locale. A null becomes {@link #NOT_IN_LOGS}.
 */
public final class Figures {

  /** What stands where the logs hold no value. */
  public static final String NOT_IN_LOGS = "not in the logs";

  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

  private static final Pattern BEFORE_UNIT =
      Pattern.compile("(?<=\\d) (?=(?:%|ms|us|s|CPUs)(?!\\w))");

  /** Decimals of a duration; more are not worth reading. */
  private static final int DECIMALS = 3;

  private final DurationUnit unit;

  /** Figures whose durations have this unit. */
  public Figures(DurationUnit unit) {
    this.unit = requireNonNull(unit, "unit");
  }

  /** Returns a duration: {@code 1.56 s}. */
  public String duration(Double us) {
    return us == null ? NOT_IN_LOGS : in(unit.closeTo(us), us);
  }

  /** Returns the bounds of a duration, {@code 1.20 to 1.31 s}; empty when they are one figure. */
  public String interval(Double lowUs, Double highUs) {
    if (lowUs == null && highUs == null) {
      return "";
    }
    if (highUs == null) {
      return "at least " + duration(lowUs);
    }
    if (lowUs == null) {
      return "at most " + duration(highUs);
    }
    DurationUnit close = unit.closeTo(Math.max(Math.abs(lowUs), Math.abs(highUs)));
    String low = number(close, lowUs);
    String high = number(close, highUs);
    return low.equals(high) ? "" : low + " to " + high + " " + close.symbol();
  }

  /** Returns a difference of durations with its sign: {@code +0.370 s}. */
  public String signed(Double us) {
    return us == null ? NOT_IN_LOGS : sign(us, size(us));
  }

  /** Returns the bounds of a difference: {@code +0.123 to +0.617 s}; empty when one is missing. */
  public String signedInterval(Double lowUs, Double highUs) {
    if (lowUs == null || highUs == null) {
      return "";
    }
    DurationUnit close = unit.closeTo(Math.max(Math.abs(lowUs), Math.abs(highUs)));
    return sign(lowUs, number(close, Math.abs(lowUs)))
        + " to "
        + sign(highUs, number(close, Math.abs(highUs)))
        + " "
        + close.symbol();
  }

  /** Returns the size of a difference without its sign: {@code 0.370 s}. */
  public String size(double us) {
    return in(unit.closeTo(us), Math.abs(us));
  }

  /** Returns CPU time: {@code 1019 ms}. */
  public static String millis(Double ms) {
    return ms == null ? NOT_IN_LOGS : digits(ms, 1) + " ms";
  }

  /** Returns a difference of CPU times: {@code +158 ms}. */
  public static String signedMillis(Double ms) {
    return ms == null ? NOT_IN_LOGS : sign(ms, digits(Math.abs(ms), 1)) + " ms";
  }

  /** Returns a share of one as {@code 82 %}. */
  public static String share(Double share) {
    return share == null ? NOT_IN_LOGS : percent(share * 100);
  }

  /** Returns {@code 82 %}, with one decimal below 10. */
  public static String percent(Double percent) {
    if (percent == null) {
      return NOT_IN_LOGS;
    }
    return String.format(Locale.ROOT, Math.abs(percent) < 9.95 ? "%.1f %%" : "%.0f %%", percent);
  }

  /** Returns a relative change: {@code +31 %}. */
  public static String relative(Double change) {
    return change == null
        ? "no base"
        : sign(change, String.format(Locale.ROOT, "%.0f", Math.abs(change * 100))) + " %";
  }

  /** Returns a mean number of CPUs or of requests: {@code 2.52}. */
  public static String cores(Double cores) {
    return cores == null ? NOT_IN_LOGS : digits(cores, 2);
  }

  /** Returns a ratio: {@code 1.65}. */
  public static String ratio(Double ratio) {
    return ratio == null ? NOT_IN_LOGS : digits(ratio, 2);
  }

  /** Returns a count in groups of three: {@code 208,945}. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Puts something else in place of the blanks between figures and units: no line breaks there. */
  public static String glued(String text, String glue) {
    return BEFORE_UNIT.matcher(text).replaceAll(Matcher.quoteReplacement(glue));
  }

  private static String in(DurationUnit unit, double us) {
    return number(unit, us) + " " + unit.symbol();
  }

  private static String number(DurationUnit unit, double us) {
    return digits(unit.of(us), DECIMALS);
  }

  private static String sign(double signOf, String absolute) {
    boolean zero = absolute.chars().noneMatch(c -> c >= '1' && c <= '9');
    return zero ? absolute : (signOf < 0 ? "-" : "+") + absolute;
  }

  /** Three significant digits, but no more decimals than are worth reading. */
  private static String digits(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return "unbounded";
    }
    BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS);
    int wanted = Math.max(0, 3 - (rounded.precision() - rounded.scale()));
    if (rounded.signum() == 0 || rounded.abs().compareTo(BigDecimal.valueOf(1, decimals)) < 0) {
      return rounded.signum() == 0 ? "0" : "<" + BigDecimal.valueOf(1, decimals).toPlainString();
    }
    int scale = Math.min(wanted, decimals);
    // Four and more digits before the point stay whole: 1019 ms, not 1020 ms.
    BigDecimal source =
        rounded.abs().compareTo(BigDecimal.valueOf(1000)) >= 0 ? new BigDecimal(value) : rounded;
    return source.setScale(scale, RoundingMode.HALF_UP).toPlainString();
  }
}
