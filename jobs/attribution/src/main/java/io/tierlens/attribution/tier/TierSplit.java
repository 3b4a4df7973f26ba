package io.tierlens.attribution.tier;

import java.util.EnumMap;
import java.util.Map;

/**
 * The mean request of a slice, split by tier. Web self is the request less the application's time,
 * application self that less the database's; so the means add up to the request's, whatever each is
 * worth by itself.
 */
final class TierSplit {
  private TierSplit() {}

  /**
   * Splits the mean of {@code total}.
   *
   * @param app null without a log of the application
   * @param db its mean null where the logs do not tell it
   */
  static Map<Tier, Bounded> of(double total, Bounded app, Bounded db) {
    Map<Tier, Bounded> split = new EnumMap<>(Tier.class);
    Bounded request = Bounded.exact(total);
    split.put(Tier.REQUEST, request);
    if (app == null) {
      split.put(Tier.WEB_APP, request.minus(db));
    } else {
      split.put(Tier.WEB, request.minus(app));
      split.put(Tier.APP, app.minus(db));
    }
    split.put(Tier.DB, db);
    return split;
  }
}
