package io.tierlens.attribution.finding;

/** What the signs of a cause come to. */
enum Conclusion {
  CONTRADICTED_HIGH("contradicted", "high"),
  CONTRADICTED_MEDIUM("contradicted", "medium"),
  CONTRADICTED_LOW("contradicted", "low"),
  /** Not worth a word. */
  SILENT(null, null),
  POSSIBLE_LOW("possible", "low"),
  POSSIBLE_MEDIUM("possible", "medium"),
  FITS_LOW("fits", "low"),
  FITS_MEDIUM("fits", "medium"),
  FITS_HIGH("fits", "high");

  /** What the figure says without which a cause cannot be told. */
  enum Key {
    CONTRADICTS,
    MISSING,
    /** Measured, between the thresholds. */
    UNDECIDED,
    SUPPORTS
  }

  /** Signs for a cause from which on nothing more is asked for. */
  static final int MANY = 3;

  private final String verdict;
  private final String confidence;

  Conclusion(String verdict, String confidence) {
    this.verdict = verdict;
    this.confidence = confidence;
  }

  /**
   * Weighs the signs, the key figure's among them. More that speaks for a cause never lowers the
   * conclusion, more that speaks against it never raises it.
   */
  static Conclusion of(Key key, int supports, int contradicts) {
    return switch (key) {
      case SUPPORTS ->
          contradicts == 0
              ? supports >= MANY ? FITS_HIGH : supports == 2 ? FITS_MEDIUM : FITS_LOW
              : supports - contradicts >= 2 ? POSSIBLE_MEDIUM : POSSIBLE_LOW;
      case CONTRADICTS -> excluded(supports, contradicts);
      case UNDECIDED -> contradicts > supports ? CONTRADICTED_LOW : SILENT;
      case MISSING ->
          contradicts > supports
              ? CONTRADICTED_LOW
              : supports - contradicts >= 2 ? POSSIBLE_LOW : SILENT;
    };
  }

  private static Conclusion excluded(int supports, int contradicts) {
    if (supports == 0 && contradicts >= 2) {
      return CONTRADICTED_HIGH;
    }
    return contradicts - supports >= 1 ? CONTRADICTED_MEDIUM : CONTRADICTED_LOW;
  }

  boolean excludes() {
    return compareTo(SILENT) < 0;
  }

  boolean namesACause() {
    return compareTo(SILENT) > 0;
  }

  String verdict() {
    return verdict;
  }

  String confidence() {
    return confidence;
  }
}
