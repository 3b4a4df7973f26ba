package io.tierlens.attribution.webapp;

import io.tierlens.attribution.record.AppEvent;
import java.util.Arrays;

/**
 * The application's durations of some requests, and how well the logs tell their sum.
 *
 * <p>Where start and end are whole seconds, a single duration is wrong by up to one, but the sum is
 * not biased: the fraction of the second in which a page starts is as good as random. With f the
 * fraction of the true duration, its error has variance f (1 - f). The fractions are those of the
 * requests' own durations, shifted by the time that the web server adds; the shift with the largest
 * variance is taken.
 */
public final class AppTime {
  private static final int SHIFTS = 32;

  /** Two-sided 95 percent of the normal distribution. */
  private static final double NORMAL_95 = 1.96;

  private final double[] varianceByShift = new double[SHIFTS];
  private long told;
  private long untold;
  private double sum;
  private double sumOfTotals;
  private double untoldTotals;
  private double bounded;
  private double shortest;
  private double longest;

  public void add(TiedRequest request) {
    double total = request.web().durationUs();
    if (!request.hasAppDuration()) {
      untold++;
      untoldTotals += total;
      return;
    }
    AppEvent event = request.event();
    told++;
    sum += event.durationUs();
    sumOfTotals += total;
    shortest += Math.min((double) event.shortestUs(), total);
    longest += Math.min((double) (event.durationUs() + event.uncertaintyUs()), total);
    if (event.endIsStamp()) {
      double unit = event.slackUs() + 1.0;
      for (int i = 0; i < SHIFTS; i++) {
        double whole = total / unit - (double) i / SHIFTS;
        double fraction = whole - Math.floor(whole);
        varianceByShift[i] += fraction * (1 - fraction) * unit * unit;
      }
    } else {
      bounded += event.uncertaintyUs();
    }
  }

  public boolean known() {
    return told > 0;
  }

  long untold() {
    return untold;
  }

  /**
   * Sum over all requests; those without a duration in the application's log are taken to have the
   * same share of their time there as the others.
   */
  public double sumUs() {
    double share = sumOfTotals == 0 ? 1 : Math.min(1, sum / sumOfTotals);
    return sum + share * untoldTotals;
  }

  public double lowUs() {
    return Math.min(longest, Math.max(shortest, sum - resolutionUs()));
  }

  public double highUs() {
    return Math.max(shortest, Math.min(longest, sum + resolutionUs())) + untoldTotals;
  }

  private double resolutionUs() {
    return bounded + NORMAL_95 * Math.sqrt(Arrays.stream(varianceByShift).max().orElse(0));
  }
}
