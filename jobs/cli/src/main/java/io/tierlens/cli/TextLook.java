package io.tierlens.cli;

import io.tierlens.cli.report.text.TextOptions;
import java.nio.charset.Charset;

/** How text may look where it goes. */
final class TextLook {

  /** Files are UTF-8 and are not terminals. */
  static final TextOptions IN_A_FILE = new TextOptions(true, false);

  /** Set by the launcher, because Java cannot tell whether standard output is a terminal. */
  private static final String TERMINAL_VARIABLE = "TIERLENS_STDOUT_IS_TERMINAL";

  private TextLook() {}

  /** The encoding of the user's locale; Java's own default is not that from version 18 on. */
  static Charset charset() {
    return Charset.forName(System.getProperty("native.encoding", "UTF-8"));
  }

  /** Colour on a terminal only, and never against the user's wish (NO_COLOR). */
  static TextOptions ofStandardOutput() {
    boolean terminal = "yes".equals(System.getenv(TERMINAL_VARIABLE));
    String noColor = System.getenv("NO_COLOR");
    boolean colour = terminal && (noColor == null || noColor.isEmpty());
    return new TextOptions(charset().newEncoder().canEncode('\u2588'), colour);
  }
}
