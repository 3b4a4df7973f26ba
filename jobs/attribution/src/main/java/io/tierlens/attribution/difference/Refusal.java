package io.tierlens.attribution.difference;

import java.util.Locale;

/** Why runs are not compared, or a figure is not given. */
public enum Refusal {
  /** One of the runs does not have the figure, or may not publish it. */
  NO_FIGURE("no figure"),
  /** The mean is known, but not what single requests took: no batches, no interval. */
  NOT_TOLD("single requests not told"),
  /** One of the runs has too few requests for batches. */
  TOO_SHORT("run too short"),
  /** Batch means of one of the runs follow each other: its speed drifts. */
  DRIFTING("run drifts"),
  /** One of the runs changes its speed at one time: it is two runs. */
  CHANGES_MIDWAY("run changes midway"),
  /** A slow log leaves out short queries: what it holds is no measure of the database. */
  THRESHOLD("queries below the threshold not logged"),
  /** Stamps are too coarse to tell how many requests were in the stack. */
  LOAD_NOT_TOLD("load not told"),
  /** No requests of the two runs found as many others in the stack. */
  NO_COMMON_LOAD("no load in common"),
  /** No second load in either run to predict. */
  MODEL_NOT_CHECKED("model not checked"),
  /** The model does not predict the busiest window of a run from its lightest. */
  MODEL_OFF("model off");

  private final String label;

  Refusal(String label) {
    this.label = label;
  }

  /** The reason in words. */
  public String label() {
    return label;
  }

  /** The reason as tables write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
