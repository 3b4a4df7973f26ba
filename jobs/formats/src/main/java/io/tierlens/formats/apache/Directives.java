package io.tierlens.formats.apache;

import io.tierlens.formats.apache.Token.Shape;
import java.util.Locale;

/** The tokens of mod_log_config and what each of them means here. */
final class Directives {

  /**
   * A token without its surroundings.
   *
   * @param text as the format names it
   */
  record Directive(String text, Meaning meaning, Shape shape) {}

  private Directives() {}

  /**
   * The token {@code %...{parameter}letter}.
   *
   * @param parameter the text in braces, empty without braces
   * @param last whether {@code >} asks for the final request after internal redirects
   * @throws IllegalArgumentException if there is no such token
   */
  static Directive of(String text, String letter, String parameter, boolean last) {
    return switch (letter) {
      case "h" -> word(text, Meaning.CLIENT_NAME);
      case "a" -> word(text, parameter.equals("c") ? Meaning.PEER_ADDRESS : Meaning.CLIENT_ADDRESS);
      case "u" -> text(text, Meaning.USER);
      case "t" -> time(text, parameter);
      case "r" -> text(text, Meaning.REQUEST_LINE);
      case "m" -> word(text, Meaning.METHOD);
      case "U" -> text(text, Meaning.URL);
      case "q" -> text(text, Meaning.QUERY);
      case "H" -> word(text, Meaning.PROTOCOL);
      case "s" -> number(text, last ? Meaning.FINAL_STATUS : Meaning.ORIGINAL_STATUS);
      case "b", "B" -> number(text, Meaning.BODY_BYTES);
      case "D" -> number(text, Meaning.MICROSECONDS);
      case "T" -> duration(text, parameter);
      case "P" ->
          number(
              text,
              parameter.isEmpty() || parameter.equals("pid") ? Meaning.PROCESS : Meaning.LEFT_OUT);
      case "i" -> text(text, requestHeader(parameter));
      case "o" -> text(text, responseHeader(parameter));
      case "e" -> text(text, parameter.equals("UNIQUE_ID") ? Meaning.UNIQUE_ID : Meaning.LEFT_OUT);
      case "I", "O", "S", "p", "k" -> number(text, Meaning.LEFT_OUT);
      case "l", "A", "X", "L" -> word(text, Meaning.LEFT_OUT);
      case "v", "V", "f", "R", "C", "n", "c", "^ti", "^to" -> text(text, Meaning.LEFT_OUT);
      default ->
          throw new IllegalArgumentException(
              "format: there is no token " + text + " in Apache's LogFormat");
    };
  }

  private static Directive time(String text, String parameter) {
    return parameter.isEmpty()
        ? new Directive(text, Meaning.TIME, Shape.STAMP)
        : text(text, Meaning.LEFT_OUT);
  }

  private static Directive duration(String text, String unit) {
    return switch (unit) {
      case "", "s" -> new Directive(text, Meaning.SECONDS, Shape.SECONDS);
      case "ms" -> number(text, Meaning.MILLISECONDS);
      case "us" -> number(text, Meaning.MICROSECONDS);
      default ->
          throw new IllegalArgumentException(
              "format: " + text + " has an unknown unit; Apache knows s, ms and us");
    };
  }

  private static Meaning requestHeader(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "referer" -> Meaning.REFERER;
      case "user-agent" -> Meaning.USER_AGENT;
      case "x-request-id" -> Meaning.REQUEST_ID_HEADER;
      default -> Meaning.LEFT_OUT;
    };
  }

  private static Meaning responseHeader(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "x-track" -> Meaning.TRACK;
      case "x-request-id" -> Meaning.REQUEST_ID_HEADER;
      default -> Meaning.LEFT_OUT;
    };
  }

  private static Directive word(String text, Meaning meaning) {
    return new Directive(text, meaning, Shape.WORD);
  }

  private static Directive text(String text, Meaning meaning) {
    return new Directive(text, meaning, Shape.TEXT);
  }

  private static Directive number(String text, Meaning meaning) {
    return new Directive(text, meaning, Shape.NUMBER);
  }
}
