package io.tierlens.cli;

import io.tierlens.cli.QueriesCommand.Bound;
import io.tierlens.cli.export.ExportFormat;
import io.tierlens.cli.export.ExportSummary;
import io.tierlens.cli.export.RunExport;
import io.tierlens.cli.queries.TimeBound;
import io.tierlens.pipeline.Spelling;
import io.tierlens.pipeline.UserError;
import io.tierlens.pipeline.attribute.AttributeJob;
import io.tierlens.pipeline.export.ExportChoice;
import io.tierlens.pipeline.export.ExportJob;
import io.tierlens.pipeline.lake.Lake;
import io.tierlens.pipeline.lake.StoredRun;
import io.tierlens.pipeline.queries.LogExtent;
import io.tierlens.pipeline.queries.TimeRange;
import io.tierlens.pipeline.schema.TableSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes a run's requests as traces. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Writes the requests of a run as traces, for Jaeger, Tempo or Perfetto.",
    description = {
      "",
      "One trace for each request: the request, the application in it where its time is told"
          + " apart, and the queries that are tied to it. A run that was not attributed yet is"
          + " attributed first. What is left out is counted on standard error.",
      "",
      "Statements are shown without their literals, and query strings of URLs are not shown.",
      "",
      "A time is written 2026-11-22, 2026-11-22T07:30 or 2026-11-22T07:30:00-05:00, or as a span"
          + " back from the newest request: -30m, -1h, -2d.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  tierlens export --lake lake --run vm --format chrome-trace --output vm.json.gz",
      "  tierlens export --lake lake --run vm --format otlp --output vm.jsonl",
      "  tierlens export --lake lake --run vm --format otlp --window peak --limit 100",
      "",
      "Open the first in https://ui.perfetto.dev, the second in Jaeger's page for searches (JSON"
          + " File), or let the OpenTelemetry collector read it (otlpjsonfile)."
    })
final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private LakeOption lake;

  @Option(
      names = "--run",
      paramLabel = "RUN",
      required = true,
      description = "The run of the lake to export.")
  private String run;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      converter = ExportFormats.class,
      completionCandidates = ExportFormats.class,
      description =
          "${COMPLETION-CANDIDATES}. otlp is JSON lines of OpenTelemetry's protocol; chrome-trace"
              + " is the Trace Event Format, with the machines' CPU modes as counters.")
  private ExportFormat format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "Where to write it; compressed if the name ends with .gz. Default: standard output.")
  private Path output;

  @Option(
      names = "--window",
      paramLabel = "NAME",
      description = "Only requests of this window of the run.")
  private String window;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = Bound.class,
      description = "Only requests that began then or later, by their logged start.")
  private TimeBound since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = Bound.class,
      description = "Only requests that began before.")
  private TimeBound until;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      description =
          "Zone of the times above: America/New_York. Default: that of the run's hosts if they have"
              + " but one, else UTC.")
  private String timeZone;

  @Option(names = "--limit", paramLabel = "N", description = "Only the first N requests.")
  private Integer limit;

  @Option(
      names = "--min-probability",
      paramLabel = "P",
      description =
          "Leave out queries whose most likely request is less likely than this, from 0 to 1."
              + " Default: 0.9, and all queries of a run whose level does not tell single requests.")
  private Double minProbability;

  @Option(
      names = "--statements",
      description = "Show statements with their literals, which may be anybody's data.")
  private boolean statements;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    requireSense();
    String zone = Zones.require(spec, timeZone);
    try (TerminalProgress progress = TerminalProgress.standard(quiet);
        SparkSession spark = Sessions.open(progress)) {
      Lake source = Lake.open(lake.directory(), spark.sparkContext().hadoopConfiguration());
      LakeRuns.require(source, List.of(run));
      StoredRun stored = StoredRun.of(spark, source, run);
      requireWindow(stored);
      if (!source.has(run, TableSchema.DERIVED)) {
        AttributeJob.of(spark, source, run, progress).run();
      }
      TimeRange range = range(ExportJob.newest(spark, source, run), zone, stored);
      ExportChoice choice = new ExportChoice(window, range, limit, minProbability, statements);
      export(ExportJob.of(spark, source, run, choice, progress), progress);
    }
    return ExitCode.DONE;
  }

  private TimeRange range(Instant newest, String zone, StoredRun stored) {
    LogExtent extent = new LogExtent(newest == null ? 0 : 1, 0, 0, null, newest, null, null);
    return new ChosenRange(since, until)
        .resolve(ChosenZone.of(zone, stored.timeZone()).zoneId(), extent, "run " + run);
  }

  private void export(ExportJob job, TerminalProgress progress) throws IOException {
    RunExport export = new RunExport(job.run(), job.requests(), job::cpuUse, job::domainUse);
    if (output == null) {
      progress.clear();
      export.writeTo(spec.commandLine().getOut(), format, written -> {});
      spec.commandLine().getOut().flush();
    } else {
      long all = job.counts().requests();
      OutputFile.write(
          output,
          out ->
              export.writeTo(
                  out,
                  format,
                  written ->
                      progress.step("exporting " + written + " of " + all + " requests", 0)));
      progress.clear();
      spec.commandLine().getErr().println("wrote " + output);
    }
    spec.commandLine().getErr().println(ExportSummary.of(export.run(), job.counts()));
  }

  private void requireWindow(StoredRun stored) {
    List<String> windows = stored.windows().stream().map(known -> known.name()).toList();
    if (window != null && !windows.contains(window)) {
      throw new UserError(
          "run "
              + run
              + " has no window \""
              + window
              + "\"; "
              + (windows.isEmpty()
                  ? "its run.yaml names none; choose with --since and --until"
                  : Spelling.hint(window, windows)));
    }
  }

  private void requireSense() {
    if (limit != null && limit < 1) {
      throw wrong("--limit must be 1 or more, not " + limit);
    }
    if (minProbability != null && !(minProbability >= 0 && minProbability <= 1)) {
      throw wrong("--min-probability must be from 0 to 1, not " + minProbability);
    }
    new ChosenRange(since, until)
        .problem()
        .ifPresent(
            problem -> {
              throw wrong(problem);
            });
  }

  private ParameterException wrong(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }
}
