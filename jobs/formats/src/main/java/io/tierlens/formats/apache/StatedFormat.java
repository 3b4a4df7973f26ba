package io.tierlens.formats.apache;

import io.tierlens.formats.apache.ConfigWords.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the option {@code format} states: the format string itself, a nickname, or a piece of
 * httpd.conf or nginx.conf: the whole directive, or its quoted strings.
 *
 * @param format the format string, free of a configuration's quotes
 */
record StatedFormat(String format, FormatDialect dialect) {

  private static final Pattern APACHE_TOKEN =
      Pattern.compile("%[!<>,0-9]*(?:\\{[^}]*})?[<>]?\\^?[A-Za-z]");
  private static final Pattern NGINX_VARIABLE = Pattern.compile("\\$\\{?[A-Za-z_]");
  private static final Pattern LINE_BREAKS_AROUND = Pattern.compile("^[\\r\\n]+|[\\r\\n]+$");
  private static final Pattern CONTINUED = Pattern.compile("\\\\\\r?\\n");

  /**
   * Finds the format in what a user gave.
   *
   * @throws IllegalArgumentException if there is none; the message says what to give instead
   */
  static StatedFormat of(String stated) {
    String text = CONTINUED.matcher(stated).replaceAll("").strip();
    String first = text.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
    return switch (first) {
      case "logformat" -> apacheDirective(text, 1);
      case "customlog" -> apacheDirective(text, 2);
      case "log_format" -> nginxDirective(text);
      case "transferlog", "access_log" ->
          throw new IllegalArgumentException(
              "format: "
                  + first
                  + " says where the log is, not what its lines are; paste the line that begins"
                  + (first.equals("access_log")
                      ? " with log_format and has the name which access_log ends with"
                      : " with LogFormat and stands last before it"));
      default -> quotedOrPlain(text, LINE_BREAKS_AROUND.matcher(stated).replaceAll(""));
    };
  }

  private static StatedFormat apacheDirective(String text, int place) {
    List<Word> words = ConfigWords.of(text, false);
    String format = words.size() > place ? words.get(place).text() : "";
    if (words.stream().filter(word -> isDirective(word, "logformat", "customlog")).count() > 1) {
      throw new IllegalArgumentException(
          "format: several directives; paste the one LogFormat line of this log");
    }
    if (!APACHE_TOKEN.matcher(format).find()) {
      return new StatedFormat(nicknamed(format), FormatDialect.APACHE);
    }
    return new StatedFormat(format, FormatDialect.APACHE);
  }

  private static String nicknamed(String name) {
    return FormatNickname.named(name)
        .filter(nickname -> !nickname.dialect().nginx())
        .map(FormatNickname::format)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "format: <"
                        + name
                        + "> is the name of a format, or nothing; paste the LogFormat line that"
                        + " gives the name its meaning, from LogFormat to the name"));
  }

  private static boolean isDirective(Word word, String... names) {
    return !word.quoted() && List.of(names).contains(word.text().toLowerCase(Locale.ROOT));
  }

  private static StatedFormat nginxDirective(String text) {
    List<Word> words = ConfigWords.of(text, true);
    if (words.size() < 2) {
      throw new IllegalArgumentException(
          "format: nothing stands behind log_format; paste the directive from log_format to its"
              + " semicolon");
    }
    return joined(words.subList(2, words.size()));
  }

  /** The strings of nginx's directive are one, in as many pieces as one likes. */
  private static StatedFormat joined(List<Word> words) {
    FormatDialect dialect = FormatDialect.NGINX;
    StringBuilder format = new StringBuilder();
    for (Word word : words) {
      if (isDirective(word, "log_format")) {
        throw new IllegalArgumentException(
            "format: several directives; paste the one log_format of this log, to its semicolon");
      }
      if (!word.quoted() && word.text().startsWith("escape=")) {
        dialect = escape(word.text());
      } else {
        format.append(word.text());
      }
    }
    if (!NGINX_VARIABLE.matcher(format).find()) {
      throw new IllegalArgumentException(
          "format: no variable such as $remote_addr; paste nginx's directive from log_format to"
              + " its semicolon");
    }
    return new StatedFormat(format.toString(), dialect);
  }

  private static FormatDialect escape(String parameter) {
    return switch (parameter) {
      case "escape=default" -> FormatDialect.NGINX;
      case "escape=json" -> FormatDialect.NGINX_JSON;
      case "escape=none" -> FormatDialect.NGINX_RAW;
      default ->
          throw new IllegalArgumentException(
              "format: " + parameter + " is unknown; nginx has escape=default, json and none");
    };
  }

  /** Blanks around a plain format are a part of it. */
  private static StatedFormat quotedOrPlain(String text, String plain) {
    if (text.startsWith("'") || text.startsWith("escape=")) {
      List<Word> words = ConfigWords.of(text, true);
      if (words.stream().allMatch(word -> word.quoted() || word.text().startsWith("escape="))) {
        String joined = String.join("", words.stream().map(Word::text).toList());
        return isApache(joined) ? new StatedFormat(joined, FormatDialect.APACHE) : joined(words);
      }
    }
    if (text.startsWith("\"")) {
      List<String> inner = oneQuotedWord(text);
      if (!inner.isEmpty()) {
        return plain(inner.get(0));
      }
    }
    return plain(plain);
  }

  /** What is quoted as a whole, perhaps with its name behind; empty if it is not. */
  private static List<String> oneQuotedWord(String text) {
    List<String> found = new ArrayList<>();
    int end = 1;
    while (end < text.length() && text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    if (end < text.length() && text.substring(end + 1).strip().matches("[A-Za-z0-9_.-]*;?")) {
      String inner = text.substring(1, end);
      found.add(ConfigWords.of("\"" + inner + "\"", false).get(0).text());
    }
    return found;
  }

  private static StatedFormat plain(String text) {
    return FormatNickname.expanded(text.strip())
        .orElseGet(
            () -> {
              if (isApache(text) || text.indexOf('%') >= 0) {
                return new StatedFormat(text, FormatDialect.APACHE);
              }
              if (NGINX_VARIABLE.matcher(text).find()) {
                return new StatedFormat(text, FormatDialect.NGINX);
              }
              throw new IllegalArgumentException(
                  "format: "
                      + text
                      + " is neither a LogFormat string nor one of "
                      + FormatNickname.names()
                      + "; paste the LogFormat line of httpd.conf or the log_format of nginx.conf");
            });
  }

  private static boolean isApache(String text) {
    return APACHE_TOKEN.matcher(text).find();
  }
}
