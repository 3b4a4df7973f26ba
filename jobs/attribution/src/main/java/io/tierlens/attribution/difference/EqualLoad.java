package io.tierlens.attribution.difference;

import io.tierlens.attribution.tier.Tier;

/**
 * What the difference would have been at equal load, by the queueing models of both runs: demand is
 * the candidate's machine under the baseline's load, load what the candidate's own load adds.
 */
final class EqualLoad {
  /** A model that is further off when it predicts a load that it was not made of is not used. */
  static final double LARGEST_ERROR = 0.15;

  private final LoadModel baseline;
  private final LoadModel candidate;

  EqualLoad(LoadModel baseline, LoadModel candidate) {
    this.baseline = baseline;
    this.candidate = candidate;
  }

  /** Rows of demand, load and residual; or of demand alone, with what forbids it. */
  void add(Rows rows, Sample before, Sample after) {
    Load loadBefore = Load.of(before);
    Load loadAfter = Load.of(after);
    Double error = error();
    Refusal refusal = refusal(loadBefore, loadAfter, error);
    if (refusal != null) {
      rows.row(Measure.MEAN, Component.DEMAND, Tier.REQUEST)
          .expectedError(error)
          .refused(null, refusal)
          .add();
      return;
    }
    double own = residence(baseline, loadBefore);
    double otherMachine = residence(candidate, loadBefore);
    double otherLoad = residence(candidate, loadAfter);
    double rest = loadAfter.residenceUs() - loadBefore.residenceUs() - (otherLoad - own);
    add(rows, Component.DEMAND, own, otherMachine, error);
    add(rows, Component.LOAD, otherMachine, otherLoad, error);
    rows.row(Measure.MEAN, Component.RESIDUAL, Tier.REQUEST)
        .expectedError(error)
        .unjudged(rest)
        .add();
  }

  private static void add(Rows rows, Component component, double from, double to, Double error) {
    rows.row(Measure.MEAN, component, Tier.REQUEST)
        .figures(from, to)
        .expectedError(error)
        .unjudged(to - from)
        .add();
  }

  private static double residence(LoadModel model, Load load) {
    return model.network().residence(load.clients(), load.thinkUs());
  }

  /** The larger error of the two; null where neither was held against another load. */
  private Double error() {
    Double one = baseline.error();
    Double other = candidate.error();
    return one == null ? other : other == null ? one : Double.valueOf(Math.max(one, other));
  }

  private Refusal refusal(Load before, Load after, Double error) {
    if (before == null || after == null) {
      return Refusal.LOAD_NOT_TOLD;
    }
    if (baseline.network() == null || candidate.network() == null) {
      return Refusal.NO_FIGURE;
    }
    if (error == null) {
      return Refusal.MODEL_NOT_CHECKED;
    }
    return error > LARGEST_ERROR ? Refusal.MODEL_OFF : null;
  }
}
