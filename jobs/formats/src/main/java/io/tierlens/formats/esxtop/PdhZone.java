package io.tierlens.formats.esxtop;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the first cell of a header tells of the clock: {@code (PDH-CSV 4.0) (Pacific Daylight
 * Time)(420)} is a clock 420 minutes west of UTC, summer time and all.
 *
 * @param name as printed; null if the header tells nothing
 * @param minutesWest by how much the clock is behind UTC
 */
record PdhZone(String name, int minutesWest) {
  static final String UNTOLD = "the header does not tell the zone of the clock";

  private static final Pattern CELL =
      Pattern.compile("\\(PDH-CSV 4\\.0\\)(?: \\((.*)\\)\\((-?\\d{1,4})\\))?");

  /** What the cell tells, or nothing if it does not begin a header. */
  static Optional<PdhZone> of(String cell) {
    Matcher parts = CELL.matcher(cell);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        parts.group(1) == null
            ? new PdhZone(null, 0)
            : new PdhZone(parts.group(1), Integer.parseInt(parts.group(2))));
  }

  boolean isTold() {
    return name != null;
  }

  /** For a person. */
  String words() {
    return isTold()
        ? "the header tells the zone: " + name + ", " + minutesWest + " minutes west of UTC"
        : UNTOLD;
  }
}
