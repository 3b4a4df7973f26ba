package io.tierlens.formats.sar;

import java.util.ArrayList;
import java.util.List;

/**
 * What the rows behind a cut must know of the lines before it: sar prints the day and the names of
 * columns long before the rows that they are of.
 *
 * @param hostName as the last banner prints it; null without a banner
 * @param cpus of the machine, 0 where they were not printed
 * @param base where times begin under the last banner or restart; null without a day
 * @param timeTokens of how many words a time consists
 * @param current which of the sections the rows belong to; -1 for none
 * @param sections what was printed since the last banner or restart
 */
record Inheritance(
    String hostName,
    int cpus,
    ClockReading base,
    int timeTokens,
    int current,
    List<OfSection> sections) {

  private static final String SEPARATOR = "\n";

  /** Two words, which no name and no state is. */
  private static final String ABSENT = "not known";

  /** {@link Section#state} and {@link Timeline#state}, the latter null where no day is known. */
  record OfSection(String section, String timeline) {}

  /** Takes the text that {@link #toString()} makes; an empty one for the beginning of a file. */
  static Inheritance of(String text) {
    if (text.isEmpty()) {
      return new Inheritance(null, 0, null, 1, -1, List.of());
    }
    String[] parts = text.split(SEPARATOR, -1);
    List<OfSection> sections = new ArrayList<>();
    for (int i = 5; i + 1 < parts.length; i += 2) {
      sections.add(new OfSection(parts[i], orNull(parts[i + 1])));
    }
    return new Inheritance(
        orNull(parts[0]),
        Integer.parseInt(parts[1]),
        parts[2].equals(ABSENT) ? null : reading(parts[2].split(" ", -1)),
        Integer.parseInt(parts[3]),
        Integer.parseInt(parts[4]),
        sections);
  }

  private static ClockReading reading(String[] words) {
    return new ClockReading(
        Long.parseLong(words[0]), Integer.parseInt(words[1]), Long.parseLong(words[2]));
  }

  private static String orNull(String part) {
    return part.equals(ABSENT) ? null : part;
  }

  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    parts.add(hostName == null ? ABSENT : hostName);
    parts.add(Integer.toString(cpus));
    parts.add(base == null ? ABSENT : base.day() + " " + base.secondOfDay() + " " + base.instant());
    parts.add(Integer.toString(timeTokens));
    parts.add(Integer.toString(current));
    for (OfSection section : sections) {
      parts.add(section.section());
      parts.add(section.timeline() == null ? ABSENT : section.timeline());
    }
    return String.join(SEPARATOR, parts);
  }
}
