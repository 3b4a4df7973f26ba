package io.tierlens.formats.apache;

import java.util.ArrayList;
import java.util.List;

/** Cuts a line of a server's configuration into its words, as that server would. */
final class ConfigWords {

  /**
   * One word.
   *
   * @param text with the quotes around it and their escapes gone
   * @param quote the quote around it, or 0
   */
  record Word(String text, char quote) {
    boolean quoted() {
      return quote != 0;
    }
  }

  private final String line;
  private final boolean nginx;
  private final List<Word> words = new ArrayList<>();
  private int at;

  private ConfigWords(String line, boolean nginx) {
    this.line = line;
    this.nginx = nginx;
  }

  /** The words up to a semicolon, a line's end that no quotes hold, or the end. */
  static List<Word> of(String line, boolean nginx) {
    ConfigWords cut = new ConfigWords(line, nginx);
    while (cut.next()) {
      // The words collect themselves.
    }
    return List.copyOf(cut.words);
  }

  private boolean next() {
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    if (at == line.length() || (nginx && line.charAt(at) == ';')) {
      return false;
    }
    char first = line.charAt(at);
    words.add(first == '"' || first == '\'' ? quoted(first) : bare());
    return true;
  }

  private Word bare() {
    int from = at;
    while (at < line.length()
        && !Character.isWhitespace(line.charAt(at))
        && !(nginx && line.charAt(at) == ';')) {
      at++;
    }
    return new Word(line.substring(from, at), '\0');
  }

  private Word quoted(char quote) {
    StringBuilder text = new StringBuilder();
    at++;
    while (at < line.length() && line.charAt(at) != quote) {
      char c = line.charAt(at++);
      if (c == '\\' && at < line.length() && unescapes(line.charAt(at), quote)) {
        c = unescaped(line.charAt(at++));
      }
      text.append(c);
    }
    if (at == line.length()) {
      throw new IllegalArgumentException(
          "format: the quote before <"
              + text
              + "> is never closed; paste the whole directive, to its last quote");
    }
    at++;
    return new Word(text.toString(), quote);
  }

  private boolean unescapes(char c, char quote) {
    return c == quote || c == '\\' || (nginx && "\"'nrt".indexOf(c) >= 0);
  }

  private char unescaped(char c) {
    if (!nginx) {
      return c;
    }
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> c;
    };
  }
}
