package io.tierlens.cli.report.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Notes on several runs: what is said of more than one of them is said once. */
final class Notes {

  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.,])\\d[\\d,]*(?:\\.\\d+)?(?!\\w)");
  private static final Pattern SENTENCE_END = Pattern.compile("[;.] ");

  /** The notes of each run, by their words without the numbers. */
  private final Map<String, Map<String, String>> byWords = new LinkedHashMap<>();

  private final List<String> runs;

  /** Notes on these runs, by the names that are shown. */
  Notes(List<String> runs) {
    this.runs = List.copyOf(runs);
  }

  void add(String run, String note) {
    byWords
        .computeIfAbsent(NUMBER.matcher(note).replaceAll("#"), words -> new LinkedHashMap<>())
        .merge(run, note, (one, other) -> one.equals(other) ? one : one + "; " + other);
  }

  /** Each note once; names the runs where it is not true of all. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Map<String, String> notes : byWords.values()) {
      String first = notes.values().iterator().next();
      String others =
          notes.entrySet().stream()
              .filter(note -> !note.getValue().equals(first))
              .map(note -> note.getKey() + ": " + numbers(note.getValue()))
              .collect(Collectors.joining("; "));
      lines.add(
          (notes.size() == runs.size() ? "" : String.join(", ", notes.keySet()) + ": ")
              + first
              + (others.isEmpty() ? "" : " (" + others + ")"));
    }
    return lines;
  }

  /** From the first number to the last; all of it where there is none. */
  private static String numbers(String note) {
    Matcher number = NUMBER.matcher(note);
    if (!number.find()) {
      return note;
    }
    int start = number.start();
    int end = number.end();
    while (number.find()) {
      end = number.end();
    }
    return note.substring(start, end);
  }

  /** Whether a remark is a count of what was left out, and no warning. */
  static boolean isCount(String remark) {
    return !remark.isEmpty() && Character.isDigit(remark.charAt(0));
  }

  /** What comes before the first full stop or semicolon. */
  static String firstSentence(String text) {
    return SENTENCE_END.split(text, 2)[0];
  }
}
