package io.tierlens.formats.xentop;

import java.util.Locale;

/**
 * How far apart the samples of a domain really were: its CPU seconds over its CPU shares, summed
 * over samples that follow each other. It is a mean in which an interval weighs as much as the
 * domain did in it. Seconds are printed without decimals, so each unbroken run of samples may be
 * wrong by one; shares are printed with one decimal.
 */
final class Spacing {

  /** Too low: bounds so wide that they tell nothing. Too high: short dumps tell nothing. */
  private static final double LEAST_SECONDS = 10;

  private static final double SHARE_ERROR = 0.05;

  private double seconds;
  private double shares;
  private long intervals;
  private long runs;
  private boolean interrupted = true;

  /**
   * Another interval.
   *
   * @param cpuSeconds by how much the counter grew
   * @param percent CPU share in percent of one CPU
   */
  void add(double cpuSeconds, double percent) {
    if (Double.isNaN(cpuSeconds) || Double.isNaN(percent) || percent < 0) {
      interrupt();
      return;
    }
    runs += interrupted ? 1 : 0;
    interrupted = false;
    seconds += cpuSeconds;
    shares += percent / 100;
    intervals++;
  }

  /** The next interval does not follow the one before. */
  void interrupt() {
    interrupted = true;
  }

  double seconds() {
    return seconds;
  }

  boolean tells() {
    return seconds >= LEAST_SECONDS && seconds > runs && least() > 0 && shares > shareError();
  }

  private double shareError() {
    return intervals * SHARE_ERROR / 100;
  }

  /** In seconds. */
  double least() {
    return (seconds - runs) / (shares + shareError());
  }

  /** In seconds. */
  double most() {
    return (seconds + runs) / (shares - shareError());
  }

  /**
   * What this means for times that were told.
   *
   * @param told seconds between samples
   * @param samples how many there are
   */
  String words(double told, long samples) {
    if (!tells()) {
      return "cannot be told: no domain used 10 s of CPU";
    }
    String found = text(least()) + " s to " + text(most()) + " s";
    if (told >= least() && told <= most()) {
      return found + ", as told";
    }
    boolean late = told < least();
    double near = Math.abs((late ? least() : most()) - told) * (samples - 1);
    double far = Math.abs((late ? most() : least()) - told) * (samples - 1);
    return found
        + String.format(
            Locale.ROOT,
            ", told %s s: the last of %d samples was some %.0f s to %.0f s %s than told",
            text(told),
            samples,
            near,
            far,
            late ? "later" : "earlier");
  }

  private static String text(double seconds) {
    return String.format(Locale.ROOT, "%.2f", seconds);
  }
}
