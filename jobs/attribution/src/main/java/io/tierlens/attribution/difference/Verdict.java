package io.tierlens.attribution.difference;

/** What a comparison of two means comes to. */
public enum Verdict {
  /** The candidate takes longer, beyond chance. */
  SLOWER,
  /** The candidate takes less time, beyond chance. */
  FASTER,
  /** Chance alone may make such a difference. */
  NOT_SIGNIFICANT,
  /** The runs do not carry a comparison; see {@link Refusal}. */
  NOT_COMPARABLE
}
