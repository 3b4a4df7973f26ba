package io.tierlens.formats.apache;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tierlens.formats.apache.Directives.Directive;
import io.tierlens.formats.apache.FormatToken.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A LogFormat string, taken apart once: the text before the first token, then the tokens. */
final class AccessFormat {
  private final byte[] before;
  private final List<FormatToken> tokens;

  private AccessFormat(byte[] before, List<FormatToken> tokens) {
    this.before = before;
    this.tokens = List.copyOf(tokens);
  }

  /**
   * Takes a format apart.
   *
   * @param format the string of httpd.conf, with {@code \"} or plain quotes, or a nickname of
   *     {@link FormatNickname}
   * @throws IllegalArgumentException if a token is unknown, a line's start time is not told, or two
   *     tokens touch so that no reader could tell them apart
   */
  static AccessFormat of(String format) {
    return new Parser(FormatNickname.expand(format)).parse();
  }

  byte[] before() {
    return before;
  }

  List<FormatToken> tokens() {
    return tokens;
  }

  private static final class Parser {
    private final String format;
    private final List<Directive> directives = new ArrayList<>();

    /** The text before each directive, and at last that behind the last one. */
    private final List<StringBuilder> literals = new ArrayList<>(List.of(new StringBuilder()));

    private int at;

    Parser(String format) {
      this.format = format;
    }

    AccessFormat parse() {
      while (at < format.length()) {
        char c = format.charAt(at++);
        if (c == '\\' && at < format.length()) {
          literal().append(escaped(format.charAt(at++)));
        } else if (c != '%') {
          literal().append(c);
        } else if (format.startsWith("%", at)) {
          literal().append('%');
          at++;
        } else {
          add(directive(at - 1));
        }
      }
      return new AccessFormat(literals.get(0).toString().getBytes(UTF_8), tokens());
    }

    private StringBuilder literal() {
      return literals.get(literals.size() - 1);
    }

    private static String escaped(char c) {
      return switch (c) {
        case '"', '\\' -> String.valueOf(c);
        case 't' -> "\t";
        case 'n' -> "\n";
        default -> "\\" + c;
      };
    }

    /**
     * Reads what stands behind the percent sign: conditions, {@code <} or {@code >}, {}, letter.
     */
    private Directive directive(int from) {
      boolean last = false;
      String parameter = "";
      while (at < format.length()) {
        char c = format.charAt(at++);
        if (c == '{') {
          int close = format.indexOf('}', at);
          if (close < 0) {
            throw new IllegalArgumentException("format: no } behind " + format.substring(from));
          }
          parameter = format.substring(at, close);
          at = close + 1;
        } else if (c == '>') {
          last = true;
        } else if ("<!,0123456789".indexOf(c) < 0) {
          int length = c == '^' ? 3 : 1;
          int end = Math.min(at - 1 + length, format.length());
          String letter = format.substring(at - 1, end);
          at = end;
          return Directives.of(format.substring(from, at), letter, parameter, last);
        }
      }
      throw new IllegalArgumentException(
          "format: it ends within the token " + format.substring(from));
    }

    private void add(Directive directive) {
      Directive previous = directives.isEmpty() ? null : directives.get(directives.size() - 1);
      boolean touching = previous != null && literal().isEmpty();
      if (touching
          && previous.meaning() == TokenMeaning.URL
          && directive.meaning() == TokenMeaning.QUERY) {
        Directive both =
            new Directive(
                previous.text() + directive.text(), TokenMeaning.URL_AND_QUERY, Shape.TEXT);
        directives.set(directives.size() - 1, both);
        return;
      }
      if (touching && directive.shape() != Shape.STAMP && previous.shape() != Shape.STAMP) {
        throw new IllegalArgumentException(
            "format: nothing stands between "
                + previous.text()
                + " and "
                + directive.text()
                + ", so where one ends cannot be told");
      }
      directives.add(directive);
      literals.add(new StringBuilder());
      if (directive.shape() == Shape.STAMP) {
        literals.get(literals.size() - 2).append('[');
        literal().append(']');
      }
    }

    private List<FormatToken> tokens() {
      Map<String, TokenMeaning> kept = new HashMap<>();
      for (Directive directive : directives) {
        TokenMeaning meaning = directive.meaning();
        kept.merge(meaning.column(), meaning, (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
      if (!kept.containsValue(TokenMeaning.TIME)) {
        throw new IllegalArgumentException("format: no %t, so no line would tell its time");
      }
      boolean requestLine = kept.containsValue(TokenMeaning.REQUEST_LINE);
      List<FormatToken> tokens = new ArrayList<>();
      for (int i = 0; i < directives.size(); i++) {
        Directive directive = directives.get(i);
        TokenMeaning meaning = directive.meaning();
        boolean doubled = kept.get(meaning.column()) != meaning;
        if (doubled || (requestLine && meaning.partOfRequestLine())) {
          meaning = TokenMeaning.LEFT_OUT;
        }
        String behind = literals.get(i + 1).toString();
        boolean quoted = literals.get(i).toString().endsWith("\"") && behind.startsWith("\"");
        tokens.add(
            new FormatToken(
                directive.text(), meaning, directive.shape(), behind.getBytes(UTF_8), quoted));
      }
      return tokens;
    }
  }
}
