package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.cli.Program.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command of a {@code console} block, and what the block shows of its output.
 *
 * @param line of the page
 * @param fails whether it may fail, because the next command asks for its exit code
 */
record DocStep(int line, String command, List<String> shown, boolean fails) {
  private static final String PROMPT = "$ ";
  private static final String LEFT_OUT = "...";
  private static final String EXIT_CODE = "echo $?";

  /**
   * The commands of a page in their order. A command goes on behind a backslash at the end of its
   * line.
   */
  static List<DocStep> of(DocPage page) {
    List<DocStep> steps = new ArrayList<>();
    for (DocPage.Block block : page.blocks("console")) {
      List<String> lines = block.lines();
      List<String> shown = null;
      for (int i = 0; i < lines.size(); i++) {
        int first = i;
        if (lines.get(i).startsWith(PROMPT)) {
          StringBuilder command = new StringBuilder(lines.get(i).substring(PROMPT.length()));
          while (command.charAt(command.length() - 1) == '\\') {
            command.append('\n').append(lines.get(++i));
          }
          shown = new ArrayList<>();
          steps.add(new DocStep(block.line() + first, command.toString(), shown, false));
        } else {
          assertThat(shown)
              .as("%s:%d: output without a command", page.name(), block.line() + i)
              .isNotNull();
          shown.add(lines.get(i).stripTrailing());
        }
      }
    }
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i).command().equals(EXIT_CODE)) {
        DocStep asked = steps.get(i - 1);
        steps.set(i - 1, new DocStep(asked.line(), asked.command(), asked.shown(), true));
      }
    }
    return steps;
  }

  /**
   * Runs it and looks for the shown lines, in their order, in what it prints: to standard output,
   * or to standard error.
   *
   * @param exitBefore exit code of the command before
   * @return its own exit code
   */
  int check(Path folder, int exitBefore) throws IOException, InterruptedException {
    Outcome outcome =
        Program.of("bash", "-c", "(exit " + exitBefore + ")\n" + command).in(folder).run();
    if (!fails) {
      assertThat(outcome.exit()).as(outcome.toString()).isZero();
    }
    List<String> printed = lines(outcome.stdout());
    List<String> said = lines(outcome.stderr());
    for (String line : shown) {
      if (!line.strip().equals(LEFT_OUT)) {
        assertThat(isNext(line, printed) || isNext(line, said))
            .as("\"%s\" in\n%s", line, outcome)
            .isTrue();
      }
    }
    return outcome.exit();
  }

  private static List<String> lines(String text) {
    return new ArrayList<>(text.lines().map(String::stripTrailing).toList());
  }

  /** Takes the line and those before it away. */
  private static boolean isNext(String line, List<String> lines) {
    int at = lines.indexOf(line);
    lines.subList(0, at + 1).clear();
    return at >= 0;
  }
}
