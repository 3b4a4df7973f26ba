package io.tierlens.attribution.tier;

import io.tierlens.attribution.matching.Level;
import io.tierlens.attribution.webapp.AppTime;
import java.util.Map;

/** Splits the mean request of one slice by tier, from the sums of the slice. */
public final class SliceSplit {
  private final Level level;
  private final boolean allLogged;

  /**
   * How queries were tied in this run.
   *
   * @param allLogged false where a threshold keeps queries out of the log
   */
  public SliceSplit(Level level, boolean allLogged) {
    this.level = level;
    this.allLogged = allLogged;
  }

  Map<Tier, Bounded> of(SliceSums sums, int slice, Double expectedError) {
    double n = sums.requests(slice);
    double total = sums.totalUs(slice) / n;
    Bounded app = app(sums.app(slice), n, total);
    return TierSplit.of(
        total, app, db(sums, slice, n, app == null ? total : app.high(), expectedError));
  }

  /** The same with another figure for the database: the run's totals. */
  Map<Tier, Bounded> withTotals(SliceSums sums, int slice, double tiedUs, double possibleUs) {
    double n = sums.requests(slice);
    double total = sums.totalUs(slice) / n;
    Bounded app = app(sums.app(slice), n, total);
    Bounded db =
        level == Level.NONE
            ? unknown(app == null ? total : app.high())
            : logged(possibleUs / n, tiedUs / n, possibleUs / n);
    return TierSplit.of(total, app, db);
  }

  private static Bounded app(AppTime app, double n, double total) {
    if (!app.known()) {
      return null;
    }
    double high = Math.min(total, app.highUs() / n);
    return new Bounded(app.sumUs() / n, Math.min(high, app.lowUs() / n), high);
  }

  private Bounded db(SliceSums sums, int slice, double n, double highest, Double expectedError) {
    double mean = sums.dbUs(slice) / n;
    double low = sums.dbLowUs(slice) / n;
    double high = sums.dbHighUs(slice) / n;
    if (level == Level.NONE) {
      return unknown(highest);
    }
    if (level.tells() && expectedError != null) {
      low = Math.max(low, mean * (1 - 2 * expectedError));
      high = Math.min(high, mean * (1 + 2 * expectedError));
    }
    return logged(mean, low, high);
  }

  private Bounded logged(double mean, double low, double high) {
    return allLogged ? new Bounded(mean, low, high) : new Bounded(null, low, null);
  }

  private static Bounded unknown(double highest) {
    return new Bounded(null, 0, highest);
  }
}
