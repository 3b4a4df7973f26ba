package io.tierlens.formats.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.tierlens.formats.bytes.Ascii;

/**
 * One of {@link EndpointRules}: requests of a method, or of any, whose path fits a pattern have
 * this name for an endpoint, behind their method.
 */
public final class EndpointRule {

  /** Between pattern and name in a rule's text. */
  private static final String ARROW = "->";

  /** Room for any path that a person would write; the time of a match depends on it. */
  private static final int MAX_LENGTH = 500;

  private final String method;
  private final String path;
  private final String name;
  private final byte[] methodBytes;
  private final byte[] nameBytes;
  private final PathPattern pattern;

  private EndpointRule(String method, String path, String name) {
    this.method = method;
    this.path = path;
    this.name = name;
    this.methodBytes = method == null ? null : method.getBytes(UTF_8);
    this.nameBytes = name.getBytes(UTF_8);
    this.pattern = new PathPattern(path);
  }

  /**
   * A rule of its parts.
   *
   * @param method null for any
   * @param path the pattern, see {@link EndpointRules}
   * @param name null for the pattern itself
   * @throws IllegalArgumentException if a part is wrong; the message says which and why
   */
  public static EndpointRule of(String method, String path, String name) {
    String pattern = requireNonNull(path, "path is null").strip();
    if (method != null && !method.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,20}")) {
      throw new IllegalArgumentException(
          "\"" + method + "\" is no method; write it as the log does, such as POST");
    }
    String stripped = name == null ? pattern : name.strip();
    requireOneLine("path", pattern);
    requireOneLine("name", stripped);
    if (pattern.contains(ARROW)) {
      throw new IllegalArgumentException(
          "path \"" + pattern + "\" holds " + ARROW + ", which ends a pattern; write * for it");
    }
    try {
      return new EndpointRule(method, pattern, stripped);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("path \"" + pattern + "\": " + e.getMessage(), e);
    }
  }

  private static void requireOneLine(String what, String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH || text.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException(
          what + " must be one line of 1 to " + MAX_LENGTH + " characters");
    }
  }

  /**
   * Reads what {@link #toString} writes: {@code [METHOD ]PATTERN[ -> NAME]}.
   *
   * @throws IllegalArgumentException if a part is wrong; the message says which and why
   */
  static EndpointRule parse(String line) {
    int arrow = line.indexOf(ARROW);
    String name = arrow < 0 ? null : line.substring(arrow + ARROW.length());
    String left = (arrow < 0 ? line : line.substring(0, arrow)).strip();
    int blank = left.startsWith("/") ? -1 : left.indexOf(' ');
    return blank < 0
        ? of(null, left, name)
        : of(left.substring(0, blank), left.substring(blank), name);
  }

  boolean matches(
      byte[] requestMethod, int methodStart, int methodEnd, byte[] path, int start, int end) {
    return (methodBytes == null || Ascii.equal(requestMethod, methodStart, methodEnd, methodBytes))
        && pattern.matches(path, start, end);
  }

  byte[] name() {
    return nameBytes;
  }

  /** Whether every request that fits the other rule's method and very pattern fits this one. */
  boolean hides(EndpointRule later) {
    return path.equals(later.path) && (method == null || method.equals(later.method));
  }

  /** The rule as a line of the option {@code endpoints}. */
  @Override
  public String toString() {
    return (method == null ? "" : method + " ") + path + " " + ARROW + " " + name;
  }
}
