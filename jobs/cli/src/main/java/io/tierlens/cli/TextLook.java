package io.tierlens.cli;

import io.tierlens.cli.report.text.TextOptions;
import java.nio.charset.Charset;
import java.util.Map;

/** How text may look where it goes. */
final class TextLook {

  /** Files are UTF-8 and are not terminals. */
  static final TextOptions IN_A_FILE = new TextOptions(true, false);

  /** Set by the launcher, because Java cannot tell whether standard output is a terminal. */
  private static final String TERMINAL_VARIABLE = "TIERLENS_STDOUT_IS_TERMINAL";

  /** Set by the launcher on a terminal. */
  private static final String COLUMNS_VARIABLE = "TIERLENS_COLUMNS";

  private TextLook() {}

  /** The encoding of the user's locale; Java's own default is not that from version 18 on. */
  static Charset charset() {
    return Charset.forName(System.getProperty("native.encoding", "UTF-8"));
  }

  /** The look of what goes to standard output, by what the environment tells of it. */
  static TextOptions ofStandardOutput() {
    return of(System.getenv(), charset());
  }

  /**
   * Colour on a terminal only, and never against the user's wish (NO_COLOR) or on one that has none
   * (TERM=dumb). As wide as the terminal, within what {@link TextOptions} allow; what is no
   * terminal is narrow.
   */
  static TextOptions of(Map<String, String> environment, Charset charset) {
    boolean terminal = "yes".equals(environment.get(TERMINAL_VARIABLE));
    boolean colour =
        terminal
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !"dumb".equals(environment.get("TERM"));
    TextOptions look = new TextOptions(charset.newEncoder().canEncode('\u2588'), colour);
    return terminal ? look.wide(columns(environment.get(COLUMNS_VARIABLE))) : look;
  }

  private static int columns(String told) {
    return told != null && told.matches("\\d{1,4}") ? Integer.parseInt(told) : TextOptions.NARROW;
  }
}
