package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** What each command says of itself, and what a shell makes of it. */
class HelpTest {

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  static Stream<String> commands() {
    return new CommandLine(new Tierlens())
        .getSubcommands().entrySet().stream()
            .map(Map.Entry::getKey)
            .filter(name -> !name.equals("help"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasExamplesThatAreRightUsage(String name) {
    String help = output(0, name, "--help");
    assertThat(output(0, "help", name)).isEqualTo(help);
    assertThat(help.lines()).allMatch(line -> line.length() <= 80);
    CommandLine command = new CommandLine(new Tierlens()).getSubcommands().get(name);
    List<String> examples =
        Stream.of(command.getCommandSpec().usageMessage().footer())
            .map(line -> line.replace("%%", "%").strip())
            .filter(line -> line.contains("tierlens " + name))
            .toList();
    assertThat(examples).isNotEmpty();
    for (String example : examples) {
      List<String> words = words(example.replaceFirst("^source <\\((.*)\\)$", "$1"));
      CommandLine fresh = new CommandLine(new Tierlens());
      fresh.setCaseInsensitiveEnumValuesAllowed(true);
      assertThat(fresh.parseArgs(words.toArray(new String[0])).hasSubcommand()).isTrue();
    }
  }

  /** The words of a line behind the program's name, up to where the output goes. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find() && !matcher.group().equals(">")) {
      words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    }
    return words.subList(1, words.size());
  }

  @Test
  void theVersionNamesWhatItRunsOn() {
    assertThat(output(0, "--version").lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("tierlens "))
        .anyMatch(line -> line.startsWith("Java " + System.getProperty("java.version")))
        .anyMatch(line -> line.matches("Spark \\d+\\.\\d+\\.\\d+.*"));
  }

  @ParameterizedTest
  @CsvSource({
    "tierlens rep,report",
    "tierlens report --fail-on-,--fail-on-insignificant",
    "tierlens report --lake lake --format h,html",
    "bin/tierlens quer,queries"
  })
  void bashCompletes(String typed, String completed, @TempDir Path folder) throws Exception {
    Path script = Files.writeString(folder.resolve("completion"), output(0, "completion"));
    // As bash itself does: the function that is registered, with the words and the place of the
    // last one.
    String asBash =
        """
        compopt() { :; } # wants to be called by bash's own machinery
        source "$1"; read -r -a COMP_WORDS <<<"$2"; COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        COMP_LINE=$2; COMP_POINT=${#2}
        [[ $(complete -p tierlens) == *" -F _complete_tierlens tierlens" ]] || exit 9
        _complete_tierlens; printf '%s\\n' "${COMPREPLY[@]}"
        """;
    Process bash =
        new ProcessBuilder("bash", "-c", asBash, "bash", script.toString(), typed).start();
    String errors = new String(bash.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    String replies = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(errors).isZero();
    assertThat(errors).isEmpty();
    assertThat(replies.lines()).containsExactly(completed);
  }

  @ParameterizedTest
  @CsvSource({
    "yes, yes, xterm, '', true",
    "yes, yes, xterm, 1, false",
    "yes, yes, dumb, '', false",
    "yes, '', xterm, '', false",
    "'', yes, xterm, '', false"
  })
  void colourIsForTerminals(
      String stdout, String stderr, String terminal, String noColor, boolean coloured) {
    Map<String, String> environment =
        Map.of(
            "TIERLENS_STDOUT_IS_TERMINAL", stdout,
            "TIERLENS_STDERR_IS_TERMINAL", stderr,
            "TERM", terminal,
            "NO_COLOR", noColor);
    assertThat(HelpLook.of(environment).ansi()).isEqualTo(coloured ? Ansi.ON : Ansi.OFF);
    assertThat(HelpLook.of(Map.of()).ansi()).isEqualTo(Ansi.OFF);
  }

  @Test
  void conditionsAreReadBeforeSparkIsBegun() {
    assertThat(refused("--baseline a --candidate b --fail-on", "stael_ms_per_request > 1s"))
        .contains("at character 1: no measure \"stael_ms_per_request\"; did you mean steal_ms");
    assertThat(refused("--run a --fail-on", "p95 > +10%"))
        .contains("holds one run against another; give --baseline and --candidate");
    assertThat(refused("--baseline a --candidate b", "--fail-on-insignificant"))
        .contains("there is none; add --fail-on EXPR");
  }

  private static String refused(String words, String last) {
    List<String> arguments = new ArrayList<>(List.of("report", "--lake", "l"));
    arguments.addAll(List.of(words.split(" ", -1)));
    arguments.add(last);
    StringWriter err = new StringWriter();
    StringWriter out = new StringWriter();
    int exit =
        Tierlens.run(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            arguments.toArray(new String[0]));
    assertThat(exit).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    return err.toString();
  }

  private static String output(int exit, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int found = Tierlens.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    assertThat(err.toString()).isEmpty();
    assertThat(found).isEqualTo(exit);
    return out.toString();
  }
}
