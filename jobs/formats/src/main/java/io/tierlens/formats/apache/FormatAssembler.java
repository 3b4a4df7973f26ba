package io.tierlens.formats.apache;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tierlens.formats.apache.Directive.Clock;
import io.tierlens.formats.apache.FormatToken.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the tokens of a format and decides which of them fills which column. */
final class FormatAssembler {
  private final List<Directive> directives = new ArrayList<>();

  /** The text before each directive, and at last that behind the last one. */
  private final List<StringBuilder> literals = new ArrayList<>(List.of(new StringBuilder()));

  void literal(String text) {
    literals.get(literals.size() - 1).append(text);
  }

  /**
   * Adds a token behind what there is.
   *
   * @throws IllegalArgumentException if it touches the token before so that no reader could tell
   *     them apart
   */
  void add(Directive directive) {
    int last = directives.size() - 1;
    if (last < 0
        || literals.get(last + 1).length() > 0
        || directives.get(last).shape().knowsItsEnd()) {
      directives.add(directive);
      literals.add(new StringBuilder());
      return;
    }
    Directive previous = directives.get(last);
    directives.set(
        last,
        merged(previous, directive)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "format: nothing stands between "
                            + previous.text()
                            + " and "
                            + directive.text()
                            + ", so where one ends cannot be told")));
  }

  /** Two tokens that touch and yet make sense as one. */
  private static Optional<Directive> merged(Directive one, Directive other) {
    String text = one.text() + other.text();
    boolean markBetween = one.text().endsWith("$is_args");
    if (one.meaning() == TokenMeaning.URL
        && (other.meaning() == TokenMeaning.QUERY
            || other.text().equals("$is_args")
            || (markBetween && other.meaning() == TokenMeaning.ARGUMENTS))) {
      TokenMeaning meaning =
          other.text().equals("$is_args") ? TokenMeaning.URL : TokenMeaning.URL_AND_QUERY;
      return Optional.of(Directive.of(text, meaning, Shape.TEXT));
    }
    boolean texts = one.shape() == Shape.TEXT && other.shape() == Shape.TEXT;
    return texts && one.meaning() == TokenMeaning.EXTRA && other.meaning() == TokenMeaning.EXTRA
        ? Optional.of(Directive.extra(text))
        : Optional.empty();
  }

  /**
   * The format of what was added.
   *
   * @throws IllegalArgumentException if a line's time would not be told
   */
  AccessFormat assemble(FormatDialect dialect) {
    Optional<InstantPlan> begin = InstantPlan.of(directives, Clock.BEGIN);
    Optional<InstantPlan> end = InstantPlan.of(directives, Clock.END);
    if (begin.isEmpty() && end.isEmpty()) {
      throw new IllegalArgumentException(
          dialect.nginx()
              ? "format: none of $time_local, $time_iso8601 and $msec, so no line would tell its"
                  + " time"
              : "format: no %t, so no line would tell its time");
    }
    Map<String, Integer> winners = winners();
    Integer duration = winners.get(TokenMeaning.SECONDS.column());
    boolean difference =
        begin.isPresent()
            && end.isPresent()
            && begin.get().unitUs() == 1
            && end.get().unitUs() == 1
            && (duration == null
                || directives.get(duration).meaning() != TokenMeaning.MICROSECONDS);
    if (difference) {
      winners.remove(TokenMeaning.SECONDS.column());
      duration = null;
    }
    Optional<InstantPlan> neededEnd = begin.isEmpty() || difference ? end : Optional.empty();
    Set<Integer> filling = new HashSet<>(winners.values());
    begin.ifPresent(plan -> filling.addAll(plan.tokens()));
    neededEnd.ifPresent(plan -> filling.addAll(plan.tokens()));
    return new AccessFormat(
        literals.get(0).toString().getBytes(UTF_8),
        tokens(filling, dialect.escapes()),
        dialect,
        begin,
        neededEnd,
        duration == null ? -1 : duration);
  }

  /** For each column but the time's, the place of the token that fills it. */
  private Map<String, Integer> winners() {
    Map<String, Integer> winners = new HashMap<>();
    for (int i = 0; i < directives.size(); i++) {
      TokenMeaning meaning = directives.get(i).meaning();
      if (meaning != TokenMeaning.EXTRA && meaning != TokenMeaning.TIME) {
        winners.merge(
            meaning.column(),
            i,
            (a, b) ->
                directives.get(b).meaning().compareTo(directives.get(a).meaning()) < 0 ? b : a);
      }
    }
    if (winners.containsKey(TokenMeaning.REQUEST_LINE.column())) {
      winners.values().removeIf(i -> directives.get(i).meaning().partOfRequestLine());
    }
    Integer path = winners.get(TokenMeaning.URL.column());
    if (path != null && directives.get(path).meaning() == TokenMeaning.URL_AND_QUERY) {
      winners.remove(TokenMeaning.QUERY.column());
    }
    return winners;
  }

  private List<FormatToken> tokens(Set<Integer> filling, boolean escapes) {
    List<FormatToken> tokens = new ArrayList<>();
    for (int i = 0; i < directives.size(); i++) {
      Directive directive = directives.get(i);
      String behind = literals.get(i + 1).toString();
      boolean quoted =
          escapes && literals.get(i).toString().endsWith("\"") && behind.startsWith("\"");
      boolean extra = !filling.contains(i);
      // A time that nobody needs may be in any language, and absent.
      boolean touched = behind.isEmpty() && i + 1 < directives.size();
      boolean anyText = extra && directive.shape().knowsItsEnd() && !touched;
      tokens.add(
          new FormatToken(
              directive.text(),
              extra ? TokenMeaning.EXTRA : directive.meaning(),
              anyText ? Shape.TEXT : directive.shape(),
              directive.time(),
              behind.getBytes(UTF_8),
              quoted));
    }
    return tokens;
  }
}
