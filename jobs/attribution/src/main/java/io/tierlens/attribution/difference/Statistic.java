package io.tierlens.attribution.difference;

/** Figures of the difference of two runs. */
@FunctionalInterface
interface Statistic {

  /** Always the same number of figures; NaN where a part has too little for one. */
  double[] of(Part baseline, Part candidate);
}
