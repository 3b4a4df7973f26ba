package io.tierlens.formats.record;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one pass over a file has told of it as a whole.
 *
 * @param facts what to show a person, by name: "server version" to "10.11.19-MariaDB"
 * @param learned options (see {@code ReadOptions}) that a second pass should read the file with,
 *     because only the whole file could tell: "time-basis" to "start"
 * @param assumed options that were needed, that nobody has told and that not even the whole file
 *     could tell, with what was taken instead: "date-order" to "mdy". Other logs may tell.
 */
public record Observations(
    Map<String, String> facts, Map<String, String> learned, Map<String, String> assumed) {

  public static final Observations NONE = new Observations(Map.of(), Map.of());

  public Observations {
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    learned = Collections.unmodifiableMap(new TreeMap<>(learned));
    assumed = Collections.unmodifiableMap(new TreeMap<>(assumed));
  }

  /** What was seen, with nothing assumed. */
  public Observations(Map<String, String> facts, Map<String, String> learned) {
    this(facts, learned, Map.of());
  }
}
