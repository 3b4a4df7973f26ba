package io.tierlens.formats.interchange;

import io.tierlens.formats.bytes.Ascii;
import io.tierlens.formats.time.TimePart;
import io.tierlens.formats.time.TimePattern;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A DebugTemplate, cut into its parts: conversions of strftime, keys in braces, and the text
 * between them. {@code {MESSAGE}} must be one of the keys.
 *
 * @param text as it stands in interchange.cfg
 * @param before the parts before the message
 * @param after the parts behind the message
 * @param hasTime whether it tells the instant of a line
 */
record DebugTemplate(String text, List<Part> before, List<Part> after, boolean hasTime) {

  /** How a line begins without any template: the package that sent it, and a word. */
  static final String PLAIN = "{CALLER0}:debug: {MESSAGE}";

  private static final Pattern KEY_OR_CONVERSION =
      Pattern.compile("\\{([A-Za-z][A-Za-z0-9_.:-]*)\\}|%(.)");

  /** What a part is: exactly one of the components is given. */
  record Part(String literal, TimePattern time, DebugKey key) {

    byte[] bytes() {
      return literal.getBytes(StandardCharsets.UTF_8);
    }
  }

  /**
   * Cuts a template into its parts.
   *
   * @throws IllegalArgumentException if lines of it cannot be read; the message says why
   */
  static DebugTemplate of(String text) {
    String template = text.strip();
    List<Part> parts = new ArrayList<>();
    Set<TimePart> told = EnumSet.noneOf(TimePart.class);
    Matcher matcher = KEY_OR_CONVERSION.matcher(template);
    StringBuilder literal = new StringBuilder();
    int from = 0;
    while (matcher.find()) {
      literal.append(template, from, matcher.start());
      from = matcher.end();
      if ("%".equals(matcher.group(2))) {
        literal.append('%');
        continue;
      }
      addLiteral(parts, literal);
      if (matcher.group(1) != null) {
        parts.add(new Part(null, null, DebugKey.of(matcher.group(1).toLowerCase(Locale.ROOT))));
      } else {
        TimePattern time =
            TimePattern.ofStrftime(matcher.group())
                .orElseThrow(() -> wrong(text, matcher.group() + " in it is not known"));
        told.addAll(time.parts());
        parts.add(new Part(null, time, null));
      }
    }
    literal.append(template, from, template.length());
    addLiteral(parts, literal);
    return of(text, parts, TimePart.tellInstant(told));
  }

  private static DebugTemplate of(String text, List<Part> parts, boolean hasTime) {
    int message = -1;
    for (int i = 0; i < parts.size(); i++) {
      boolean isKey = parts.get(i).key() != null;
      if (isKey && parts.get(i).key().isMessage()) {
        if (message >= 0) {
          throw wrong(text, "it has {MESSAGE} twice");
        }
        message = i;
      } else if (isKey && i + 1 < parts.size() && parts.get(i + 1).literal() == null) {
        boolean beforeMessage =
            parts.get(i + 1).key() != null && parts.get(i + 1).key().isMessage();
        if (!beforeMessage) {
          throw wrong(text, "nothing parts {" + parts.get(i).key().name() + "} from what follows");
        }
      }
    }
    if (message < 0) {
      throw wrong(text, "it has no {MESSAGE}");
    }
    return new DebugTemplate(
        text,
        List.copyOf(parts.subList(0, message)),
        List.copyOf(parts.subList(message + 1, parts.size())),
        hasTime);
  }

  private static void addLiteral(List<Part> parts, StringBuilder literal) {
    if (literal.length() > 0) {
      parts.add(new Part(literal.toString(), null, null));
      literal.setLength(0);
    }
  }

  private static IllegalArgumentException wrong(String text, String why) {
    return new IllegalArgumentException(
        "format must be a DebugTemplate such as "
            + DebugNotes.ADVICE
            + "; in "
            + text
            + ": "
            + why);
  }

  /** How many keys it has, the message not counted. */
  int keys() {
    return (int)
        (before.stream().filter(part -> part.key() != null).count()
            + after.stream().filter(part -> part.key() != null).count());
  }

  /** Whether it has the number of the process. */
  boolean hasPid() {
    return before.stream().anyMatch(DebugTemplate::isPid)
        || after.stream().anyMatch(DebugTemplate::isPid);
  }

  private static boolean isPid(Part part) {
    return part.key() != null && part.key().isPid();
  }

  @Override
  public String toString() {
    return text;
  }

  /** Letters, digits, underlines and colons: the name of a Perl package. */
  static boolean isPackage(byte[] text, int start, int end) {
    int at = start;
    while (at < end
        && (Ascii.isLetter(text[at])
            || Ascii.isDigit(text[at])
            || text[at] == ':'
            || text[at] == '_')) {
      at++;
    }
    return at == end && end > start;
  }
}
