package io.tierlens.attribution.finding;

/**
 * A figure that speaks for or against a cause.
 *
 * @param threshold what it was held against
 * @param relation how the figure lies to it
 */
record Sign(Figure figure, Relation relation, double threshold) {

  /** On which side of its threshold a figure lies. */
  enum Relation {
    AT_LEAST("at least"),
    AT_MOST("at most"),
    BELOW("below"),
    ABOVE("above");

    private final String words;

    Relation(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
