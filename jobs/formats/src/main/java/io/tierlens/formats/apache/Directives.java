package io.tierlens.formats.apache;

import io.tierlens.formats.apache.Directive.Clock;
import io.tierlens.formats.apache.FormatToken.Shape;
import io.tierlens.formats.time.TimePart;
import io.tierlens.formats.time.TimePattern;
import java.util.Locale;

/** The tokens of mod_log_config and what each of them means here. */
final class Directives {
  private static final String BEGIN = "begin";
  private static final String END = "end";

  private Directives() {}

  /**
   * The token {@code %...{parameter}letter}. One of an unknown letter is taken to be a text.
   *
   * @param parameter the text in braces, empty without braces
   * @param last whether {@code >} asks for the final request after internal redirects
   * @throws IllegalArgumentException if the unit of a {@code %T} is unknown
   */
  static Directive of(
      String text, String letter, String parameter, boolean last, DurationUnit unit) {
    return switch (letter) {
      case "h" -> Directive.of(text, TokenMeaning.CLIENT_NAME, Shape.WORD);
      case "a" ->
          Directive.of(
              text,
              parameter.equals("c") ? TokenMeaning.PEER_ADDRESS : TokenMeaning.CLIENT_ADDRESS,
              Shape.WORD);
      case "u" -> Directive.of(text, TokenMeaning.USER, Shape.TEXT);
      case "t" -> time(text, parameter);
      case "r" -> Directive.of(text, TokenMeaning.REQUEST_LINE, Shape.TEXT);
      case "m" -> Directive.of(text, TokenMeaning.METHOD, Shape.WORD);
      case "U" -> Directive.of(text, TokenMeaning.URL, Shape.TEXT);
      case "q" -> Directive.of(text, TokenMeaning.QUERY, Shape.TEXT);
      case "H" -> Directive.of(text, TokenMeaning.PROTOCOL, Shape.WORD);
      case "s" ->
          Directive.of(
              text, last ? TokenMeaning.FINAL_STATUS : TokenMeaning.ORIGINAL_STATUS, Shape.NUMBER);
      case "b", "B" -> Directive.of(text, TokenMeaning.BODY_BYTES, Shape.NUMBER);
      case "D" -> Directive.of(text, unit.meaning(), Shape.TICKS);
      case "T" -> duration(text, parameter);
      case "P" -> process(text, parameter);
      case "i" -> Directive.of(text, requestHeader(parameter), Shape.TEXT);
      case "o" -> Directive.of(text, responseHeader(parameter), Shape.TEXT);
      case "e" ->
          Directive.of(
              text,
              parameter.equals("UNIQUE_ID") ? TokenMeaning.UNIQUE_ID : TokenMeaning.EXTRA,
              Shape.TEXT);
      case "I", "O", "S", "p", "k" -> Directive.of(text, TokenMeaning.EXTRA, Shape.NUMBER);
      case "l", "A", "X", "L" -> Directive.of(text, TokenMeaning.EXTRA, Shape.WORD);
      default -> Directive.extra(text);
    };
  }

  private static Directive time(String text, String parameter) {
    Clock clock = Clock.BEGIN;
    String form = parameter;
    for (String prefix : new String[] {BEGIN, END}) {
      if (parameter.equals(prefix) || parameter.startsWith(prefix + ":")) {
        clock = prefix.equals(END) ? Clock.END : Clock.BEGIN;
        form = parameter.substring(Math.min(prefix.length() + 1, parameter.length()));
      }
    }
    TimePart number =
        switch (form) {
          case "sec" -> TimePart.EPOCH_SECOND;
          case "msec" -> TimePart.EPOCH_MILLISECOND;
          case "usec" -> TimePart.EPOCH_MICROSECOND;
          case "msec_frac" -> TimePart.MILLISECOND_FRACTION;
          case "usec_frac" -> TimePart.MICROSECOND_FRACTION;
          default -> TimePart.NOTHING;
        };
    if (form.isEmpty()) {
      return Directive.stamp(text, clock);
    }
    if (number != TimePart.NOTHING) {
      return Directive.time(text, clock, TimePattern.number(number));
    }
    Clock of = clock;
    return TimePattern.ofStrftime(form)
        .map(pattern -> Directive.time(text, of, pattern))
        .orElseGet(() -> Directive.extra(text));
  }

  private static Directive duration(String text, String unit) {
    return switch (unit) {
      case "", "s" -> Directive.of(text, TokenMeaning.SECONDS, Shape.SECONDS);
      case "ms" -> Directive.of(text, TokenMeaning.MILLISECONDS, Shape.TICKS);
      case "us" -> Directive.of(text, TokenMeaning.MICROSECONDS, Shape.TICKS);
      default ->
          throw new IllegalArgumentException(
              "format: " + text + " has an unknown unit; Apache knows s, ms and us");
    };
  }

  private static Directive process(String text, String parameter) {
    return switch (parameter) {
      case "", "pid" -> Directive.of(text, TokenMeaning.PROCESS, Shape.NUMBER);
      default -> Directive.of(text, TokenMeaning.EXTRA, Shape.WORD);
    };
  }

  private static TokenMeaning requestHeader(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "referer" -> TokenMeaning.REFERER;
      case "user-agent" -> TokenMeaning.USER_AGENT;
      case "x-request-id" -> TokenMeaning.REQUEST_ID_HEADER;
      default -> TokenMeaning.EXTRA;
    };
  }

  private static TokenMeaning responseHeader(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "x-track" -> TokenMeaning.TRACK;
      case "x-request-id" -> TokenMeaning.REQUEST_ID_HEADER;
      default -> TokenMeaning.EXTRA;
    };
  }
}
