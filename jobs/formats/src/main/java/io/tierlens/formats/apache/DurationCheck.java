package io.tierlens.formats.apache;

import io.tierlens.formats.apache.FormatToken.Shape;
import java.util.Locale;

/**
 * Holds {@code %D} against another duration of the same line, where the format has both: some
 * servers count milliseconds in it. For one thread.
 */
final class DurationCheck {
  private final LineScanner scanner;
  private final DurationUnit stated;
  private final String otherText;
  private final int ticks;
  private final int other;
  private final long otherUnitUs;
  private final boolean secondsInMicroseconds;
  private long agreeing;
  private long contradicting;

  DurationCheck(AccessFormat format, LineScanner scanner, DurationUnit stated) {
    this.scanner = scanner;
    this.stated = stated;
    int foundTicks = -1;
    int foundOther = -1;
    for (int i = 0; i < format.tokens().size(); i++) {
      FormatToken token = format.tokens().get(i);
      boolean duration = token.shape() == Shape.TICKS || token.shape() == Shape.SECONDS;
      if (duration && token.text().endsWith("D")) {
        foundTicks = foundTicks < 0 ? i : foundTicks;
      } else if (duration) {
        foundOther = foundOther < 0 ? i : foundOther;
      }
    }
    ticks = foundTicks;
    other = foundTicks < 0 ? -1 : foundOther;
    otherText = other < 0 ? "" : format.tokens().get(other).text();
    secondsInMicroseconds = other >= 0 && format.tokens().get(other).shape() == Shape.SECONDS;
    otherUnitUs = otherText.contains("ms") ? 1_000 : otherText.contains("us") ? 1 : 1_000_000;
  }

  /** Looks at the line just scanned. */
  void look() {
    if (other < 0) {
      return;
    }
    long logged = scanner.number(ticks);
    long reference = scanner.number(other);
    if (logged <= 0 || reference <= 0) {
      return;
    }
    if (fits(logged, reference, stated)) {
      agreeing++;
    } else if (fits(logged, reference, stated.other())) {
      contradicting++;
    }
  }

  /** Whether both are the same when they are cut off to the coarser of their units. */
  private boolean fits(long logged, long reference, DurationUnit unit) {
    long ticksUnitUs = unit == DurationUnit.MILLISECONDS ? 1_000 : 1;
    if (Math.max(logged, reference) > Long.MAX_VALUE / 1_000_000) {
      return false;
    }
    long coarser = Math.max(ticksUnitUs, otherUnitUs);
    long referenceUs = secondsInMicroseconds ? reference : reference * otherUnitUs;
    return logged * ticksUnitUs / coarser == referenceUs / coarser && referenceUs >= coarser;
  }

  /** Whether most of the lines that can tell say that the unit is the other one. */
  boolean contradicts() {
    return contradicting > agreeing;
  }

  /** What is wrong and what to do about it; only if {@link #contradicts}. */
  String words() {
    return "%D and "
        + otherText
        + " contradict each other by a factor of 1000; if %D is in "
        + stated.other().name().toLowerCase(Locale.ROOT)
        + " on this server, set duration-unit: "
        + stated.other().word();
  }
}
