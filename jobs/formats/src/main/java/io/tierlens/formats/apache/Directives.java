package io.tierlens.formats.apache;

import io.tierlens.formats.apache.FormatToken.Shape;
import java.util.Locale;

/** The tokens of mod_log_config and what each of them means here. */
final class Directives {

  /**
   * A token without its surroundings.
   *
   * @param text as the format names it
   */
  record Directive(String text, TokenMeaning meaning, Shape shape) {}

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
      case "h" -> word(text, TokenMeaning.CLIENT_NAME);
      case "a" ->
          word(
              text,
              parameter.equals("c") ? TokenMeaning.PEER_ADDRESS : TokenMeaning.CLIENT_ADDRESS);
      case "u" -> text(text, TokenMeaning.USER);
      case "t" -> time(text, parameter);
      case "r" -> text(text, TokenMeaning.REQUEST_LINE);
      case "m" -> word(text, TokenMeaning.METHOD);
      case "U" -> text(text, TokenMeaning.URL);
      case "q" -> text(text, TokenMeaning.QUERY);
      case "H" -> word(text, TokenMeaning.PROTOCOL);
      case "s" -> number(text, last ? TokenMeaning.FINAL_STATUS : TokenMeaning.ORIGINAL_STATUS);
      case "b", "B" -> number(text, TokenMeaning.BODY_BYTES);
      case "D" -> number(text, TokenMeaning.MICROSECONDS);
      case "T" -> duration(text, parameter);
      case "P" ->
          number(
              text,
              parameter.isEmpty() || parameter.equals("pid")
                  ? TokenMeaning.PROCESS
                  : TokenMeaning.LEFT_OUT);
      case "i" -> text(text, requestHeader(parameter));
      case "o" -> text(text, responseHeader(parameter));
      case "e" ->
          text(
              text, parameter.equals("UNIQUE_ID") ? TokenMeaning.UNIQUE_ID : TokenMeaning.LEFT_OUT);
      case "I", "O", "S", "p", "k" -> number(text, TokenMeaning.LEFT_OUT);
      case "l", "A", "X", "L" -> word(text, TokenMeaning.LEFT_OUT);
      case "v", "V", "f", "R", "C", "n", "c", "^ti", "^to" -> text(text, TokenMeaning.LEFT_OUT);
      default ->
          throw new IllegalArgumentException(
              "format: there is no token " + text + " in Apache's LogFormat");
    };
  }

  private static Directive time(String text, String parameter) {
    return parameter.isEmpty()
        ? new Directive(text, TokenMeaning.TIME, Shape.STAMP)
        : text(text, TokenMeaning.LEFT_OUT);
  }

  private static Directive duration(String text, String unit) {
    return switch (unit) {
      case "", "s" -> new Directive(text, TokenMeaning.SECONDS, Shape.SECONDS);
      case "ms" -> number(text, TokenMeaning.MILLISECONDS);
      case "us" -> number(text, TokenMeaning.MICROSECONDS);
      default ->
          throw new IllegalArgumentException(
              "format: " + text + " has an unknown unit; Apache knows s, ms and us");
    };
  }

  private static TokenMeaning requestHeader(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "referer" -> TokenMeaning.REFERER;
      case "user-agent" -> TokenMeaning.USER_AGENT;
      case "x-request-id" -> TokenMeaning.REQUEST_ID_HEADER;
      default -> TokenMeaning.LEFT_OUT;
    };
  }

  private static TokenMeaning responseHeader(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "x-track" -> TokenMeaning.TRACK;
      case "x-request-id" -> TokenMeaning.REQUEST_ID_HEADER;
      default -> TokenMeaning.LEFT_OUT;
    };
  }

  private static Directive word(String text, TokenMeaning meaning) {
    return new Directive(text, meaning, Shape.WORD);
  }

  private static Directive text(String text, TokenMeaning meaning) {
    return new Directive(text, meaning, Shape.TEXT);
  }

  private static Directive number(String text, TokenMeaning meaning) {
    return new Directive(text, meaning, Shape.NUMBER);
  }
}
