package io.tierlens.cli.export;

import io.tierlens.attribution.trace.PlacedSpan;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects a span's attributes; what is not known is left out, which is not 0. */
final class Attributes {

  /** Too low: a path or statement is not known again. Too high: no viewer takes the span. */
  private static final int CHARACTERS = 16_384;

  private static final char CUT = '\u2026';
  private static final char REPLACEMENT = '\ufffd';

  private final Map<String, Object> values = new LinkedHashMap<>();

  Attributes put(String name, Object value) {
    if (value instanceof String text) {
      values.put(name, text(text));
    } else if (value != null) {
      values.put(name, value);
    }
    return this;
  }

  /** How the span came to its place. */
  Attributes put(PlacedSpan time) {
    put("tierlens.placed", time.isDerived());
    put("tierlens.start_slack_us", time.slackUs());
    put("tierlens.moved_us", time.movedUs() == 0 ? null : time.movedUs());
    return put("tierlens.cut_us", time.cutUs() == 0 ? null : time.cutUs());
  }

  Attributes putSource(String file, Long line) {
    return file == null ? this : put("tierlens.source", file + ":" + line);
  }

  Map<String, Object> values() {
    return values;
  }

  /** A text that every viewer takes: no half of a surrogate pair, and not too long. */
  static String text(String raw) {
    boolean cut = raw.length() > CHARACTERS;
    StringBuilder text = new StringBuilder(cut ? raw.substring(0, CHARACTERS) : raw);
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(unit)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (Character.isSurrogate(unit)) {
        text.setCharAt(i, REPLACEMENT);
      }
    }
    return cut ? text.append(CUT).toString() : text.toString();
  }
}
