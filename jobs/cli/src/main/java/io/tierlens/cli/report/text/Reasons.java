package io.tierlens.cli.report.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why figures may not be judged: each reason once, with what it is said of. */
final class Reasons {

  /** More subjects than these are counted alone. */
  private static final int NAMED = 4;

  private final Map<String, List<String>> subjects = new LinkedHashMap<>();

  void add(String reason, String subject) {
    subjects.computeIfAbsent(reason, key -> new ArrayList<>()).add(subject);
  }

  /** One note for each reason. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    subjects.forEach(
        (reason, all) ->
            notes.add(
                String.join(", ", all.subList(0, Math.min(NAMED, all.size())))
                    + (all.size() > NAMED ? " and " + (all.size() - NAMED) + " more" : "")
                    + ": "
                    + reason));
    return notes;
  }
}
