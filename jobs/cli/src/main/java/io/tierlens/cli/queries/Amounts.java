package io.tierlens.cli.queries;

import io.tierlens.cli.report.words.DurationUnit;
import io.tierlens.cli.report.words.Figures;

/** Figures of queries, each in the unit that fits it: they reach from microseconds to hours. */
final class Amounts {

  /** What stands in a table where the log tells nothing. */
  static final String NONE = "-";

  private static final long KIB = 1024;

  /** What rounds up to a second in three digits is told in seconds: 1.00 s, not 1000 ms. */
  private static final double ROUNDING = 1.0005;

  private Amounts() {}

  static String duration(Number us) {
    double size = us.doubleValue();
    return new Figures(DurationUnit.fitting(size * ROUNDING)).duration(size);
  }

  static String durationOrNone(Number us) {
    return us == null ? NONE : duration(us);
  }

  static String shareOrNone(Double share) {
    return share == null ? NONE : Figures.share(share);
  }

  static String ratioOrNone(Double ratio) {
    return ratio == null ? NONE : ratio(ratio);
  }

  /** A mean number of rows and the like; whole and in groups of three where it is large. */
  static String ratio(double ratio) {
    return ratio >= 1000 ? Figures.count(Math.round(ratio)) : Figures.ratio(ratio);
  }

  static String bytes(long count) {
    if (count < KIB) {
      return count + " bytes";
    }
    double bytes = (double) count;
    return bytes < KIB * KIB
        ? Figures.ratio(bytes / KIB) + " KiB"
        : Figures.ratio(bytes / KIB / KIB) + " MiB";
  }
}
