package io.tierlens.cli;

import io.tierlens.cli.report.ReportFormat;
import io.tierlens.cli.report.csv.CsvTable;
import io.tierlens.cli.report.csv.CsvTables;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.text.TextOptions;
import io.tierlens.pipeline.lake.Lake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares runs, or describes one. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Compares two or more runs by tier and CPU mode, or describes one.",
    description = {
      "",
      "Runs that were not attributed yet are attributed first. Windows of the same name are"
          + " compared with each other.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  tierlens report --lake lake --run virtual",
      "  tierlens report --lake lake --baseline physical --candidate virtual",
      "  tierlens report --lake lake --baseline physical --candidate virtual --window peak",
      "  tierlens report --lake lake --baseline physical --candidate virtual"
          + " --format html --output report.html",
      "  tierlens report --lake lake --baseline physical --candidate virtual"
          + " --format csv --output tables/",
      "  tierlens report --lake lake --baseline physical --candidate virtual"
          + " --fail-on \"mean > +10%%\"",
      "",
      "Exit codes: 0 done, 1 failed or a condition cannot be judged, 2 wrong usage, 3 a condition"
          + " holds."
    })
final class ReportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private LakeOption lake;

  @Option(names = "--run", paramLabel = "RUN", description = "The one run to describe.")
  private String run;

  @Option(names = "--baseline", paramLabel = "RUN", description = "The run to compare with.")
  private String baseline;

  @Option(
      names = "--candidate",
      paramLabel = "RUN",
      description = "A run to compare; may be repeated.")
  private List<String> candidates = new ArrayList<>();

  @Option(
      names = "--window",
      paramLabel = "NAME",
      description = "The one window to report on. Default: all of them, and the whole runs.")
  private String window;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private ReportFormat format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "Where to write it. Default: standard output. With --format csv an existing folder, or a"
              + " name that ends in /, gets a file for each table.")
  private String output;

  @Option(
      names = "--details",
      description =
          "In text: every window, all signs for and against causes, every file. Without it, what"
              + " matters most.")
  private boolean details;

  @Mixin private GateOptions gate;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    List<String> runs = chosenRuns();
    gate.requireSense(runs.size() > 1);
    Report report;
    try (TerminalProgress progress = TerminalProgress.standard(quiet);
        SparkSession spark = Sessions.open(progress)) {
      Lake source = Lake.open(lake.directory(), spark.sparkContext().hadoopConfiguration());
      report =
          Reports.of(
              spark,
              source,
              LakeRuns.require(source, runs),
              window,
              progress,
              spec.commandLine().getErr());
      progress.clear();
      if (output == null) {
        TextOptions text = TextLook.ofStandardOutput().detailed(details);
        format.renderer(text).render(report, spec.commandLine().getOut());
        spec.commandLine().getOut().flush();
      } else {
        writeTo(report, output);
        spec.commandLine().getErr().println("wrote " + output);
      }
    }
    return gate.judge(report);
  }

  private void writeTo(Report report, String name) throws IOException {
    if (format != ReportFormat.CSV || !OutputFile.isFolder(name)) {
      write(report, format, TextLook.IN_A_FILE.detailed(details), Path.of(name));
      return;
    }
    for (CsvTable<?> table : CsvTables.all()) {
      OutputFile.write(
          Path.of(name).resolve(table.name() + ".csv"), out -> table.write(report, out));
    }
  }

  /** Writes a report to a file, whose folders are made where they are missing. */
  static void write(Report report, ReportFormat format, TextOptions look, Path file)
      throws IOException {
    OutputFile.write(file, out -> format.renderer(look).render(report, out));
  }

  private List<String> chosenRuns() {
    if (run != null) {
      if (baseline != null || !candidates.isEmpty()) {
        throw new ParameterException(
            spec.commandLine(),
            "--run describes one run alone; for a comparison give --baseline and --candidate");
      }
      return List.of(run);
    }
    if (baseline == null || candidates.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "give --baseline RUN and --candidate RUN to compare, or --run RUN to describe one run");
    }
    List<String> runs = new ArrayList<>(List.of(baseline));
    for (String candidate : candidates) {
      if (runs.contains(candidate)) {
        throw new ParameterException(
            spec.commandLine(), "run \"" + candidate + "\" is named twice");
      }
      runs.add(candidate);
    }
    return runs;
  }
}
