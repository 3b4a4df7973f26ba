package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.cli.DocPage.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The commands, options and tables that the documentation names are those of the program. */
class DocCommandsTest {
  private static final Path TOP = Path.of("..", "..");
  private static final Pattern CALL = Pattern.compile("(?:bin/tierlens|tierlens\\.jar) +(.*)");
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^\\s'\"]+)");
  private static final Pattern OPERATOR = Pattern.compile("[|;<>&#].*|2>.*");
  private static final Pattern TABLES =
      Pattern.compile("\\btables? ((?:\\[?`[a-z_]+`(?:\\]\\([^)]*\\))?(?:, | and )?)+)");

  /** Blocks of a shell that call the program, and that DocsIT does not run: where each begins. */
  private static final Map<String, String> NOT_RUN =
      Map.of(
          "bin/tierlens attribute --lake target/lake --run busy --calibrate one-user",
          "the runs are the reader's",
          "bin/tierlens ingest --quiet --lake \"$LAKE\" \"$LOGS/$1\" \"$LOGS/$2\" || exit 1",
          "GateIT runs the script",
          "bin/tierlens report --quiet --lake \"$LAKE\" --baseline \"$1\" --candidate \"$2\" \\",
          "likewise",
          "bin/tierlens ingest --lake target/story sample-data/story-2009-*",
          "the README has it with two of the runs",
          "bin/tierlens report --lake target/story --baseline story-2009-physical \\",
          "likewise",
          "spark-submit --driver-memory 8g target/tierlens.jar ingest --lake hdfs:///logs/lake"
              + " hdfs:///logs/web7-2026-w41",
          "there is no HDFS; SparkSubmitIT runs spark-submit",
          "spark-submit --driver-memory 8g target/tierlens.jar report --lake hdfs:///logs/lake"
              + " --baseline web7-2026-w41 --candidate web7-2026-w45",
          "likewise");

  /** Options of other programs that pages name alone, with no command before them. */
  private static final Set<String> OF_OTHERS =
      Set.of("--conf", "--csv", "--dec", "--human", "--jars", "--master", "--packages", "--pretty");

  @Test
  void everyCallIsUnderstood() throws IOException {
    List<String> wrong = new ArrayList<>();
    int calls = 0;
    for (DocPage page : DocPage.all(TOP)) {
      for (Block block : page.blocks()) {
        for (String line : joined(block)) {
          Matcher call = CALL.matcher(line);
          if (call.find() && (line.startsWith("$ ") || !block.language().equals("console"))) {
            calls++;
            problem(call.group(1)).ifPresent(why -> wrong.add(page.name() + ": " + why));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(calls).isGreaterThan(8);
  }

  @Test
  void everyCallIsRun() throws IOException {
    for (DocPage page : DocPage.all(TOP)) {
      for (Block block : page.blocks()) {
        if (!block.language().equals("console")) {
          assertThat(block.lines())
              .as("%s: a block that calls the program is a console block", page.name())
              .noneMatch(line -> CALL.matcher(line).find() && !NOT_RUN.containsKey(line.strip()));
        }
      }
    }
  }

  @Test
  void theBlocksThatAreNotRunAreThere() throws IOException {
    List<String> lines = new ArrayList<>();
    for (DocPage page : DocPage.all(TOP)) {
      page.blocks().forEach(block -> lines.addAll(block.lines()));
    }
    assertThat(lines).containsAll(NOT_RUN.keySet());
  }

  /** In the running text: {@code bin/tierlens demo}, {@code report --run}, {@code --top N}. */
  @Test
  void everyCommandAndOptionNamedInTheTextExists() throws IOException {
    Map<String, CommandLine> commands = commands();
    Set<String> all = new HashSet<>(OF_OTHERS);
    commands
        .values()
        .forEach(command -> all.addAll(command.getCommandSpec().optionsMap().keySet()));
    List<String> wrong = new ArrayList<>();
    for (DocPage page : DocPage.all(TOP)) {
      for (MatchResult code : CODE.matcher(String.join("\n", page.prose())).results().toList()) {
        String text =
            code.group(1).replaceFirst("^.*(bin/tierlens|tierlens\\.jar) ([^)]*).*", "! $2");
        List<String> words = words(text);
        if (words.isEmpty()) {
          continue;
        }
        String first = words.get(0);
        String command = first.equals("!") && words.size() > 1 ? words.get(1) : first;
        if (first.equals("!") && !command.equals("COMMAND") && !commands.containsKey(command)) {
          wrong.add(page.name() + ": " + code.group());
        }
        Set<String> known =
            commands.containsKey(command)
                ? commands.get(command).getCommandSpec().optionsMap().keySet()
                : first.startsWith("--") || first.equals("!") ? all : Set.of();
        for (String word : words) {
          if (word.startsWith("--") && !known.isEmpty() && !known.contains(option(word))) {
            wrong.add(page.name() + ": " + code.group());
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theReadmeNamesEveryCommand() throws IOException {
    String readme = Files.readString(TOP.resolve("README.md"));
    commands()
        .forEach(
            (name, command) -> {
              String header = String.join(" ", command.getCommandSpec().usageMessage().header());
              if (!name.equals("help") && !header.contains("not there yet")) {
                assertThat(readme).contains("\n| `" + name + "` | ");
              }
            });
  }

  @Test
  void everyTableNamedInTheTextExists() throws IOException {
    String tables = Files.readString(TOP.resolve("docs/tables.md"));
    Set<String> named = new TreeSet<>();
    for (DocPage page : DocPage.all(TOP)) {
      Matcher found = TABLES.matcher(String.join(" ", page.prose()));
      while (found.find()) {
        CODE.matcher(found.group(1)).results().forEach(name -> named.add(name.group(1)));
      }
    }
    assertThat(named).hasSizeGreaterThan(4).contains("reject");
    for (String name : named) {
      assertThat(tables.contains("\n### " + name + "\n")).as("table " + name).isTrue();
    }
  }

  private static Map<String, CommandLine> commands() {
    return new CommandLine(new Tierlens()).getSubcommands();
  }

  private static Optional<String> problem(String arguments) {
    List<String> words = words(arguments);
    try {
      program().parseArgs(words.toArray(new String[0]));
      return Optional.empty();
    } catch (ParameterException e) {
      return Optional.of(arguments + ": " + e.getMessage());
    }
  }

  private static CommandLine program() {
    return new CommandLine(new Tierlens()).setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static String option(String word) {
    return word.split("=", 2)[0];
  }

  /** The words of a command, as a shell takes them, up to where another command begins. */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find() && (word.group(3) == null || !OPERATOR.matcher(word.group(3)).matches())) {
      words.add(word.group().replaceAll("['\"]", ""));
    }
    return words;
  }

  /** The lines of a block, with those that a backslash parts put together. */
  private static List<String> joined(Block block) {
    return Arrays.asList(block.text().replace("\\\n", " ").split("\n", -1));
  }
}
