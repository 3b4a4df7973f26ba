package io.tierlens.formats.apache;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** The values that some lines of a log have at one place behind the usual ones; for sniffing. */
record TailColumn(List<String> values, boolean quoted) {

  private static final Pattern DIGITS = Pattern.compile("\\d{1,15}");
  private static final Pattern DECIMALS = Pattern.compile("\\d{1,9}\\.\\d+(?:[,:] \\d+\\.\\d+)*");
  private static final Pattern EPOCH_MICROS = Pattern.compile("[1-9]\\d{9}\\.\\d{6}");
  private static final Pattern UNIQUE_ID = Pattern.compile("[A-Za-z0-9@_-]{24}|[A-Za-z0-9@_-]{27}");
  private static final Pattern HEX_ID = Pattern.compile("[0-9a-f]{32}");

  /** Too few: one value that comes twice makes a pid. Too many: a short log's pids are missed. */
  private static final int FEWEST_FOR_PIDS = 6;

  private static final int LEAST_PID = 100;
  private static final int LARGEST_PID = 1 << 22;

  /** The columns of those tails that have as many as most have; empty if most have none. */
  static List<TailColumn> of(List<List<String>> tails) {
    int most = 0;
    for (List<String> tail : tails) {
      int size = tail.size();
      if (count(tails, size) > count(tails, most)) {
        most = size;
      }
    }
    List<TailColumn> columns = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      int column = i;
      int columnCount = most;
      List<String> values =
          tails.stream()
              .filter(tail -> tail.size() == columnCount)
              .map(tail -> tail.get(column))
              .toList();
      boolean quoted = values.stream().allMatch(TailColumn::isQuoted);
      columns.add(
          new TailColumn(
              quoted ? values.stream().map(v -> v.substring(1, v.length() - 1)).toList() : values,
              quoted));
    }
    return columns;
  }

  private static boolean isQuoted(String word) {
    return word.length() > 1 && word.startsWith("\"") && word.endsWith("\"");
  }

  private static long count(List<List<String>> tails, int size) {
    return tails.stream().filter(tail -> tail.size() == size).count();
  }

  /** Cuts the text behind the usual values at its blanks, but not within quotes or a list. */
  static List<String> words(String tail) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < tail.length()) {
      int end = tail.charAt(at) == '"' ? behindQuotes(tail, at) : behindWord(tail, at);
      words.add(tail.substring(at, end));
      at = end + 1;
    }
    return words;
  }

  private static int behindQuotes(String tail, int from) {
    int at = from + 1;
    while (at < tail.length() && tail.charAt(at) != '"') {
      at += tail.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, tail.length());
  }

  /** A list of times has a blank behind each comma. */
  private static int behindWord(String tail, int from) {
    int at = tail.indexOf(' ', from);
    while (at > from && tail.charAt(at - 1) == ',') {
      at = tail.indexOf(' ', at + 1);
    }
    return at < 0 ? tail.length() : at;
  }

  private boolean all(Predicate<String> wanted) {
    List<String> there = values.stream().filter(value -> !value.equals("-")).toList();
    return !there.isEmpty() && there.stream().allMatch(wanted);
  }

  boolean whole() {
    return all(DIGITS.asMatchPredicate());
  }

  /** At least one value has decimals, and the others are numbers too. */
  boolean decimal() {
    return all(DECIMALS.asMatchPredicate().or(DIGITS.asMatchPredicate())) && !whole();
  }

  /** Seconds since 1970 with microseconds: an instant, not a duration. */
  boolean epochMicros() {
    return all(EPOCH_MICROS.asMatchPredicate());
  }

  boolean track() {
    return all(value -> value.startsWith("SESSION="));
  }

  boolean uniqueId() {
    return all(UNIQUE_ID.asMatchPredicate());
  }

  boolean hexId() {
    return all(HEX_ID.asMatchPredicate());
  }

  /** A server has few processes, so that their numbers come again and again. */
  boolean pid() {
    return whole()
        && values.size() >= FEWEST_FOR_PIDS
        && numbers().allMatch(number -> number >= LEAST_PID && number <= LARGEST_PID)
        && 2 * new HashSet<>(values).size() <= values.size();
  }

  LongStream numbers() {
    return values.stream().filter(value -> !value.equals("-")).mapToLong(Long::parseLong);
  }

  /** The number at a line, or -1. */
  long number(int line) {
    return values.get(line).equals("-") ? -1 : Long.parseLong(values.get(line));
  }
}
