package io.tierlens.formats.endpoint;

import io.tierlens.formats.ReadOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * The user's names for endpoints, in order: the first rule that fits a request names it.
 *
 * <p>As text (option {@link ReadOptions#ENDPOINTS}) a rule is a line {@code [METHOD ]PATTERN[ ->
 * NAME]}; blank lines are passed over. Without a method it fits any, without a name the pattern is
 * the name. A pattern begins with a slash; {@code *} is exactly one segment, or any bytes within
 * one ({@code /item-*.html}); {@code **} as the last segment is any number of segments, also none.
 * It is held against the path as logged, in its case and with its percent escapes, but without the
 * query string. Path parameters ({@code ;jsessionid=...}), doubled slashes and a slash at the end
 * do not matter.
 */
public final class EndpointRules {
  public static final EndpointRules NONE = new EndpointRules(List.of());

  /** Every request may be held against all of them. */
  private static final int MAX_RULES = 200;

  private final EndpointRule[] rules;

  private EndpointRules(List<EndpointRule> rules) {
    this.rules = rules.toArray(EndpointRule[]::new);
  }

  /**
   * The rules of the option {@link ReadOptions#ENDPOINTS}, or none.
   *
   * @throws IllegalArgumentException if a rule is wrong; the message says which and why
   */
  public static EndpointRules of(ReadOptions options) {
    return options.text(ReadOptions.ENDPOINTS).map(EndpointRules::parse).orElse(NONE);
  }

  /**
   * Reads rules, one a line.
   *
   * @throws IllegalArgumentException if a rule is wrong; the message says which and why
   */
  public static EndpointRules parse(String text) {
    List<EndpointRule> rules = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.isBlank()) {
        continue;
      }
      try {
        EndpointRule rule = EndpointRule.parse(line);
        requireRoom(rules, rule);
        rules.add(rule);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            ReadOptions.ENDPOINTS
                + ": rule "
                + (rules.size() + 1)
                + ", \""
                + line.strip()
                + "\": "
                + e.getMessage(),
            e);
      }
    }
    return new EndpointRules(rules);
  }

  /**
   * Holds a further rule against those before it.
   *
   * @throws IllegalArgumentException if it could never name a request, or there are too many
   */
  public static void requireRoom(List<EndpointRule> before, EndpointRule rule) {
    if (before.size() == MAX_RULES) {
      throw new IllegalArgumentException(
          "there are more than " + MAX_RULES + " rules; join some of them with *");
    }
    for (EndpointRule other : before) {
      if (other.hides(rule)) {
        throw new IllegalArgumentException(
            "it never comes into play, because the rule \""
                + other
                + "\" before it fits the same requests; take one of them out");
      }
    }
  }

  /** The name of the first rule that fits a request whose path begins with a slash, or null. */
  public byte[] nameOf(
      byte[] method, int methodStart, int methodEnd, byte[] path, int start, int end) {
    for (EndpointRule rule : rules) {
      if (rule.matches(method, methodStart, methodEnd, path, start, end)) {
        return rule.name();
      }
    }
    return null;
  }
}
