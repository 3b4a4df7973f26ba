package io.tierlens.formats.apache;

import java.util.ArrayList;
import java.util.List;

/** Guesses the tokens that stand behind the usual ones, by what their values look like. */
final class TailGuess {

  /** A log whose longest answer took less counts no microseconds. */
  private static final long SHORTEST_PLAUSIBLE_US = 100;

  /** Headers are rarely longer, so that much is sent besides a body. */
  private static final long MOST_HEADER_BYTES = 4_096;

  /** Of ten lines; some answers break off, and some are quicker than the rest. */
  private static final int NEARLY_ALL = 9;

  /** One in so many, and at least so many. */
  private static final int MANY = 3;

  private final List<TailColumn> columns;
  private final List<Long> bodyBytes;
  private final String[] tokens;
  private final List<String> evidence = new ArrayList<>();
  private final boolean nginx;
  private int unknown;

  /**
   * Looks at the columns.
   *
   * @param bodyBytes of the same lines, -1 where there are none
   * @param mayBeNginx whether nginx could have written what stands before
   */
  TailGuess(List<TailColumn> columns, List<Long> bodyBytes, boolean mayBeNginx) {
    this.columns = columns;
    this.bodyBytes = bodyBytes;
    this.tokens = new String[columns.size()];
    this.nginx = mayBeNginx && columns.stream().anyMatch(TailColumn::decimal);
    nameTexts();
    nameInstants();
    nameTraffic();
    nameTimes();
    for (int i = 0; i < tokens.length; i++) {
      if (tokens[i] == null) {
        unknown++;
        tokens[i] = nginx ? "$unknown_" + (i + 1) : "%{unknown_" + (i + 1) + "}n";
        evidence.add("what value " + (i + 1) + " behind the usual ones is cannot be told");
      }
      if (columns.get(i).quoted()) {
        tokens[i] = '"' + tokens[i] + '"';
      }
    }
  }

  private void nameTexts() {
    for (int i = 0; i < tokens.length; i++) {
      TailColumn column = columns.get(i);
      if (column.track()) {
        tokens[i] = nginx ? "$sent_http_x_track" : "%{X-Track}o";
      } else if (column.pid() && anotherMayBeTheTiming(i)) {
        tokens[i] = nginx ? "$pid" : "%P";
        evidence.add("numbers that come again and again are taken for process ids");
      } else if (nginx && column.hexId()) {
        tokens[i] = "$request_id";
      } else if (!nginx && column.uniqueId() && !column.whole()) {
        tokens[i] = "%{UNIQUE_ID}e";
      }
    }
  }

  /** Exact instants: a request's begin stands before its end, as a rule. */
  private void nameInstants() {
    String next = "begin";
    for (int i = 0; i < tokens.length && !nginx; i++) {
      if (tokens[i] == null && columns.get(i).epochMicros()) {
        tokens[i] = "%{" + next + ":sec}t.%{" + next + ":usec_frac}t";
        evidence.add("seconds since 1970 with six decimals are taken for the request's " + next);
        next = "end";
      }
    }
  }

  /** A lone number is a timing, however often it comes again. */
  private boolean anotherMayBeTheTiming(int pid) {
    for (int i = 0; i < tokens.length; i++) {
      TailColumn column = columns.get(i);
      if (i != pid && (column.decimal() || (column.whole() && !column.pid()))) {
        return true;
      }
    }
    return false;
  }

  /** {@code %I %O}: what was received, and what was sent with its headers. */
  private void nameTraffic() {
    for (int i = 0; i + 1 < tokens.length; i++) {
      if (!nginx
          && isFreeNumber(i)
          && isFreeNumber(i + 1)
          && isBodyWithHeaders(columns.get(i + 1))) {
        tokens[i] = "%I";
        tokens[i + 1] = "%O";
        evidence.add("numbers little above the bytes of the body are taken for %O");
        return;
      }
    }
  }

  private boolean isFreeNumber(int i) {
    return tokens[i] == null && columns.get(i).whole();
  }

  private boolean isBodyWithHeaders(TailColumn sent) {
    int known = 0;
    int above = 0;
    for (int line = 0; line < sent.values().size(); line++) {
      long body = bodyBytes.get(line);
      if (body >= 0 && sent.number(line) >= 0) {
        known++;
        long more = sent.number(line) - body;
        above += more > 0 && more <= MOST_HEADER_BYTES ? 1 : 0;
      }
    }
    return known > 0 && 10 * above >= NEARLY_ALL * known;
  }

  private void nameTimes() {
    if (nginx) {
      nameTimesOfNginx();
      return;
    }
    List<Integer> free = new ArrayList<>();
    for (int i = 0; i < tokens.length; i++) {
      if (tokens[i] == null && (columns.get(i).whole() || columns.get(i).decimal())) {
        free.add(i);
      }
    }
    if (free.isEmpty()) {
      return;
    }
    int first = free.get(0);
    int second = free.size() > 1 ? free.get(1) : first;
    if (first != second && nameBoth(first, second)) {
      return;
    }
    tokens[first] = timing(columns.get(first));
  }

  private void nameTimesOfNginx() {
    boolean served = false;
    for (int i = 0; i < tokens.length; i++) {
      if (tokens[i] == null && columns.get(i).decimal()) {
        tokens[i] = served ? "$upstream_response_time" : "$request_time";
        served = true;
      }
    }
    evidence.add("seconds with decimals are taken for nginx's $request_time");
  }

  /** The same duration in two units. */
  private boolean nameBoth(int one, int other) {
    for (String unit : List.of("%T", "%{ms}T")) {
      long us = unit.equals("%T") ? 1_000_000 : 1_000;
      if (isMultiple(columns.get(one), columns.get(other), us)) {
        tokens[one] = "%D";
        tokens[other] = unit;
        return true;
      }
      if (isMultiple(columns.get(other), columns.get(one), us)) {
        tokens[one] = unit;
        tokens[other] = "%D";
        return true;
      }
    }
    return false;
  }

  private static boolean isMultiple(TailColumn micros, TailColumn units, long unit) {
    if (!micros.whole() || !units.whole() || units.numbers().max().orElse(0) == 0) {
      return false;
    }
    for (int i = 0; i < micros.values().size(); i++) {
      long number = micros.number(i);
      if (number >= 0 && number / unit != units.number(i)) {
        return false;
      }
    }
    return true;
  }

  private String timing(TailColumn column) {
    if (column.decimal()) {
      evidence.add("the number at the end is taken for seconds");
      return "%T";
    }
    long longest = column.numbers().max().orElse(0);
    long count = column.numbers().count();
    long short_ = column.numbers().filter(number -> number < SHORTEST_PLAUSIBLE_US).count();
    if (longest < SHORTEST_PLAUSIBLE_US) {
      evidence.add("the number at the end is taken for seconds");
      return "%T";
    }
    // Files from a cache are served within 100 microseconds, too: doubt is no ground to switch.
    String doubt =
        MANY * short_ >= count && count >= MANY
            ? "; "
                + short_
                + " of "
                + count
                + " are below 100: if the server counts milliseconds,"
                + " set duration-unit to ms"
            : "";
    evidence.add(
        "the number at the end is taken for %D, microseconds; the longest is " + longest + doubt);
    return "%D";
  }

  /** Whether nginx wrote the log. */
  boolean nginx() {
    return nginx;
  }

  /** How many columns are of an unknown kind. */
  int unknown() {
    return unknown;
  }

  /** The tokens with a blank before each. */
  String format() {
    return tokens.length == 0 ? "" : " " + String.join(" ", tokens);
  }

  List<String> evidence() {
    return evidence;
  }
}
