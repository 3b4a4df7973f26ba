package io.tierlens.cli.gate;

import io.tierlens.pipeline.Spelling;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code MEASURE [in WINDOW] > LIMIT}, and says where it is wrong. */
final class ConditionReader {

  private static final String EXAMPLE = "write for example: p95 > +10%";

  private static final Pattern LEFT =
      Pattern.compile("\\s*(?<measure>[^\\s<>]+)(?:\\s+(?<in>\\S+)(?:\\s+(?<window>.*\\S))?)?\\s*");

  private static final Pattern LIMIT =
      Pattern.compile("\\s*(?<sign>[+-]?)(?<number>\\d+(?:\\.\\d+)?)\\s*(?<unit>\\S*)\\s*");

  private static final Map<String, Double> MICROSECONDS = Map.of("us", 1.0, "ms", 1e3, "s", 1e6);

  private static final List<String> UNITS = List.of("us", "ms", "s", "%", "x");

  private final String text;

  ConditionReader(String text) {
    this.text = text;
  }

  Condition read() {
    // The last one: a window may have any name.
    int operator = Math.max(text.lastIndexOf('>'), text.lastIndexOf('<'));
    if (operator < 0) {
      throw wrong(text.length(), "there is no > or <; " + EXAMPLE);
    }
    Matcher left = LEFT.matcher(text).region(0, operator);
    if (!left.matches()) {
      throw wrong(0, "there is no measure; " + EXAMPLE);
    }
    String name = left.group("measure");
    Measure measure =
        Measures.named(name)
            .orElseThrow(
                () ->
                    wrong(
                        left.start("measure"),
                        "no measure \"" + name + "\"; " + Spelling.hint(name, Measures.names())));
    if (left.group("in") != null
        && (!left.group("in").equals("in") || left.group("window") == null)) {
      throw wrong(left.start("in"), "expected > or <, or: in WINDOW");
    }
    boolean above = text.charAt(operator) == '>';
    return new Condition(text.strip(), measure, left.group("window"), above, limit(operator));
  }

  private Limit limit(int operator) {
    Matcher limit = LIMIT.matcher(text).region(operator + 1, text.length());
    if (!limit.matches()) {
      throw wrong(operator + 1, "expected a limit, as in +10%, +20ms, 2x or 800ms");
    }
    String unit = limit.group("unit");
    if (!UNITS.contains(unit)) {
      throw wrong(
          limit.start("unit"),
          unit.isEmpty()
              ? "a unit is missing; known are " + String.join(", ", UNITS)
              : "no unit \"" + unit + "\"; " + Spelling.hint(unit, UNITS));
    }
    boolean above = text.charAt(operator) == '>';
    String sign = limit.group("sign");
    double number = Double.parseDouble(limit.group("number"));
    int at = limit.start("sign");
    if (unit.equals("x")) {
      if (!sign.isEmpty() || (above ? number < 1 : number > 1)) {
        throw wrong(at, "a factor has no sign, and is 1 or more after >, 1 or less after <");
      }
      return new Limit(Limit.Kind.FACTOR, number - 1);
    }
    if (sign.isEmpty()) {
      if (unit.equals("%")) {
        throw wrong(
            at,
            "a percentage is a change; write " + (above ? "+" : "-") + text.substring(at).strip());
      }
      return new Limit(Limit.Kind.FIGURE, number * MICROSECONDS.get(unit));
    }
    if (above != sign.equals("+")) {
      throw wrong(at, "a change upwards is written > +10%, one downwards < -10%");
    }
    double signed = above ? number : -number;
    return unit.equals("%")
        ? new Limit(Limit.Kind.PERCENT, signed / 100)
        : new Limit(Limit.Kind.DIFFERENCE, signed * MICROSECONDS.get(unit));
  }

  private IllegalArgumentException wrong(int at, String problem) {
    return new IllegalArgumentException("at character " + (at + 1) + ": " + problem);
  }
}
