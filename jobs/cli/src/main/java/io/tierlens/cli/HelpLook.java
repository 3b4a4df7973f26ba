package io.tierlens.cli;

import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** How help and messages of wrong usage look. */
final class HelpLook {

  private HelpLook() {}

  /** Colour where both outputs are terminals that have it, and never against the user's wish. */
  static Help.ColorScheme of(Map<String, String> environment) {
    boolean terminals =
        "yes".equals(environment.get("TIERLENS_STDOUT_IS_TERMINAL"))
            && "yes".equals(environment.get(TerminalProgress.TERMINAL_VARIABLE));
    boolean wanted =
        environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !"dumb".equals(environment.get("TERM"));
    return Help.defaultColorScheme(terminals && wanted ? Ansi.ON : Ansi.OFF);
  }
}
