package io.tierlens.attribution.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects what speaks for and against one cause, and what was not measured. */
final class Diagnosis {
  private final List<Sign> supports = new ArrayList<>();
  private final List<Sign> contradicts = new ArrayList<>();
  private final Set<Measurement> missing = new TreeSet<>();
  private Conclusion.Key key = Conclusion.Key.MISSING;

  /** Holds the figure without which the cause cannot be told against its thresholds. */
  Diagnosis key(Figure figure, Band band, Measurement otherwise) {
    key = weigh(figure, band, otherwise);
    return this;
  }

  /** Both must speak for the cause: of the key figures the one that speaks least for it decides. */
  Diagnosis andKey(Figure figure, Band band, Measurement otherwise) {
    Conclusion.Key other = weigh(figure, band, otherwise);
    key = other.compareTo(key) < 0 ? other : key;
    return this;
  }

  /** Either may speak for the cause: of the key figures the one that speaks most for it decides. */
  Diagnosis orKey(Figure figure, Band band, Measurement otherwise) {
    Conclusion.Key other = weigh(figure, band, otherwise);
    if (other != Conclusion.Key.MISSING
        && (key == Conclusion.Key.MISSING || other.compareTo(key) > 0)) {
      key = other;
    }
    return this;
  }

  /** Holds another figure against its thresholds. */
  Diagnosis sign(Figure figure, Band band, Measurement otherwise) {
    weigh(figure, band, otherwise);
    return this;
  }

  /** Likewise, of something that is worth a word only where it was measured. */
  Diagnosis sign(Figure figure, Band band) {
    if (figure.value() != null) {
      weigh(figure, band, null);
    }
    return this;
  }

  private Conclusion.Key weigh(Figure figure, Band band, Measurement otherwise) {
    Double value = figure.value();
    if (value == null) {
      missing.add(otherwise);
      return Conclusion.Key.MISSING;
    }
    // A growth that may be none because of how samples were cut is not a growth.
    if (band.supportedBy(value) && (figure.firm() || !band.high())) {
      Sign.Relation relation = band.high() ? Sign.Relation.AT_LEAST : Sign.Relation.AT_MOST;
      supports.add(new Sign(figure, relation, band.supports()));
      return Conclusion.Key.SUPPORTS;
    }
    if (band.contradictedBy(value) && (figure.firm() || band.high())) {
      Sign.Relation relation = band.high() ? Sign.Relation.BELOW : Sign.Relation.ABOVE;
      contradicts.add(new Sign(figure, relation, band.contradicts()));
      return Conclusion.Key.CONTRADICTS;
    }
    return Conclusion.Key.UNDECIDED;
  }

  Conclusion conclusion() {
    return Conclusion.of(key, supports.size(), contradicts.size());
  }

  /** How far what speaks for the cause outweighs what speaks against it. */
  int weight() {
    return supports.size() - contradicts.size();
  }

  List<Sign> supports() {
    return List.copyOf(supports);
  }

  List<Sign> contradicts() {
    return List.copyOf(contradicts);
  }

  List<Measurement> missing() {
    return List.copyOf(missing);
  }
}
