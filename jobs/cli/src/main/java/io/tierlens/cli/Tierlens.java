package io.tierlens.cli;

import io.tierlens.pipeline.UserError;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: finds the command, runs it, and gives its exit code to the shell. */
@Command(
    name = "tierlens",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    header = "Tells from logs where the time of a web request went, and what changed.",
    description = {
      "",
      "Reads the logs of a web server, an application server, a database and the"
          + " machines below into a lake of Parquet tables, splits the time of requests"
          + " by tier and by kind of CPU time, and compares runs.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  tierlens demo",
      "  tierlens inspect logs/virtual",
      "  tierlens init logs/virtual",
      "  tierlens ingest --lake lake logs/physical logs/virtual",
      "  tierlens report --lake lake --baseline physical --candidate virtual",
      "  tierlens queries --lake lake --run virtual",
      "  tierlens export --lake lake --run virtual --format otlp --output vm.jsonl",
      "",
      "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 a condition of report --fail-on holds."
    },
    subcommands = {
      IngestCommand.class,
      InspectCommand.class,
      InitCommand.class,
      AttributeCommand.class,
      ReportCommand.class,
      QueriesCommand.class,
      ExportCommand.class,
      DemoCommand.class,
      CompletionCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Tierlens implements Runnable {

  /** As the Java virtual machine names classes that it does not find. */
  private static final Pattern SPARKS_CLASS =
      Pattern.compile("org/apache/(spark|hadoop|parquet|logging)/|scala/");

  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(run(writer(System.out), writer(System.err), arguments));
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, TextLook.charset());
  }

  /** Runs one command; results go to {@code out}, messages to {@code err}. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    try {
      return new CommandLine(new Tierlens())
          .setOut(out)
          .setErr(err)
          .setColorScheme(HelpLook.of(System.getenv()))
          .setUsageHelpAutoWidth(false)
          .setCaseInsensitiveEnumValuesAllowed(true)
          .setParameterExceptionHandler(Tierlens::refuse)
          .setExecutionExceptionHandler(Tierlens::explain)
          .execute(arguments);
    } catch (NoClassDefFoundError e) {
      if (!SPARKS_CLASS.matcher(String.valueOf(e.getMessage())).lookingAt()) {
        throw e;
      }
      // The jar holds what a Spark distribution lacks, and nothing of Spark itself.
      err.println(
          "tierlens: this needs Spark's classes; run bin/tierlens, or spark-submit tierlens.jar"
              + " of Spark 4.2, with the same arguments");
      return ExitCode.FAILED;
    }
  }

  /** The problem last: a page of help below it would push it off the screen. */
  private static int refuse(ParameterException problem, String[] arguments) {
    CommandLine command = problem.getCommandLine();
    PrintWriter err = command.getErr();
    if (arguments.length == 0) {
      command.usage(err);
      err.println();
    }
    err.println(command.getColorScheme().errorText("tierlens: " + problem.getMessage()));
    CommandLine.UnmatchedArgumentException.printSuggestions(problem, err);
    err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static int explain(Exception problem, CommandLine command, CommandLine.ParseResult parsed)
      throws Exception {
    if (problem instanceof UserError) {
      command.getErr().println("tierlens: " + problem.getMessage());
    } else {
      command.getErr().println("tierlens: this should not have happened; please report it.");
      problem.printStackTrace(command.getErr());
    }
    return ExitCode.FAILED;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
