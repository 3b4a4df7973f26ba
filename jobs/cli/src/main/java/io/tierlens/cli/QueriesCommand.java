package io.tierlens.cli;

import io.tierlens.cli.queries.QueriesFormat;
import io.tierlens.cli.queries.TimeBound;
import io.tierlens.cli.queries.ZonedDigest;
import io.tierlens.cli.report.text.TextOptions;
import io.tierlens.pipeline.UserError;
import io.tierlens.pipeline.lake.Lake;
import io.tierlens.pipeline.queries.ClassOrder;
import io.tierlens.pipeline.queries.DigestJob;
import io.tierlens.pipeline.queries.LogExtent;
import io.tierlens.pipeline.queries.QueryLog;
import io.tierlens.pipeline.queries.SlowLogFiles;
import io.tierlens.pipeline.queries.TimeRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Digests slow logs. */
@Command(
    name = "queries",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Digest of slow logs by fingerprint, with the endpoints of each.",
    description = {
      "",
      "Takes the slow log of each run of a lake, or slow logs by themselves, and ranks the"
          + " fingerprints of their statements. Where a run is attributed, it tells the endpoints"
          + " that a statement belongs to.",
      "",
      "A time is written 2026-11-22, 2026-11-22T07:30 or 2026-11-22T07:30:00-05:00, or as a span"
          + " back from the newest entry: -30m, -1h, -2d.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  tierlens queries --lake lake --run virtual",
      "  tierlens queries --lake lake --since 2026-11-22T07:30 --until -5m --top 5",
      "  tierlens queries /var/log/mysql/slow.log* --since -1h --order-by rows-examined",
      "  tierlens queries slow.log.gz --format json --output queries.json"
    })
final class QueriesCommand implements Callable<Integer> {

  /** Too low: a class that matters is among the others. Too high: the page is not read. */
  private static final String DEFAULT_TOP = "10";

  /** The rows of the first classes come to the driver, with their statements. */
  private static final int MOST_TOP = 10_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--lake",
      paramLabel = "DIR",
      description = "Folder of the Parquet tables; any file system that Hadoop knows.")
  private String lake;

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "A run of the lake; may be repeated. Default: all of them, one by one.")
  private List<String> runs = new ArrayList<>();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Slow logs, compressed or not, in place of a lake.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = Bound.class,
      description = "Only entries that began then or later.")
  private TimeBound since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = Bound.class,
      description = "Only entries that began before.")
  private TimeBound until;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      description =
          "Zone of the times above and of the output, and of logs that name none: America/New_York."
              + " Default: that of the run's slow log, else UTC.")
  private String timeZone;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = DEFAULT_TOP,
      description = "How many fingerprints to list. Default: ${DEFAULT-VALUE}.")
  private int top;

  @Option(
      names = "--order-by",
      paramLabel = "FIGURE",
      defaultValue = "total",
      converter = ClassOrders.class,
      completionCandidates = ClassOrders.class,
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private ClassOrder order;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private QueriesFormat format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write it. Default: standard output.")
  private Path output;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  /** Reads a bound of time. */
  static final class Bound implements ITypeConverter<TimeBound> {
    @Override
    public TimeBound convert(String text) {
      try {
        return TimeBound.of(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  @Override
  public Integer call() throws IOException {
    requireSense();
    String zone = Zones.require(spec, timeZone);
    SlowLogFiles slowLogs =
        files.isEmpty() ? null : SlowLogFiles.of(files, HadoopSettings.configuration());
    try (TerminalProgress progress = TerminalProgress.standard(quiet);
        SparkSession spark = Sessions.open(progress)) {
      List<ZonedDigest> digests = new ArrayList<>();
      if (slowLogs != null) {
        try (QueryLog log = QueryLog.ofFiles(spark, slowLogs, zone)) {
          digests.add(digest(log, "the log", slowLogs.bytes(), zone, progress));
        }
      } else {
        Lake source = Lake.open(lake, spark.sparkContext().hadoopConfiguration());
        for (String run : chosenRuns(source)) {
          try (QueryLog log = QueryLog.ofRun(spark, source, run)) {
            digests.add(digest(log, "run " + run, 0, zone, progress));
          }
        }
      }
      progress.clear();
      print(digests);
    }
    return ExitCode.DONE;
  }

  private ZonedDigest digest(
      QueryLog log, String name, long bytes, String zone, TerminalProgress progress) {
    progress.step(
        bytes > 0 ? "reading the slow log" : "looking through the slow log of " + name, 0, bytes);
    LogExtent extent = log.extent();
    ChosenZone chosen = ChosenZone.of(zone, log.timeZone());
    TimeRange range = new ChosenRange(since, until).resolve(chosen.zoneId(), extent, name);
    return new ZonedDigest(
        chosen.name(),
        chosen.source(),
        new DigestJob(log, extent, range, order, top, progress).run());
  }

  private List<String> chosenRuns(Lake source) {
    List<String> chosen = runs.isEmpty() ? source.runs() : LakeRuns.require(source, runs);
    if (chosen.isEmpty()) {
      throw new UserError(
          "the lake "
              + source
              + " is empty; fill it with: tierlens ingest --lake "
              + source
              + " PATH, or name slow logs in place of --lake");
    }
    return chosen;
  }

  private void print(List<ZonedDigest> digests) throws IOException {
    if (output == null) {
      TextOptions look = TextLook.ofStandardOutput();
      format.renderer(look).render(digests, spec.commandLine().getOut());
      spec.commandLine().getOut().flush();
    } else {
      OutputFile.write(output, out -> format.renderer(TextLook.IN_A_FILE).render(digests, out));
      spec.commandLine().getErr().println("wrote " + output);
    }
  }

  private void requireSense() {
    if (lake == null && files.isEmpty()) {
      throw wrong("give --lake DIR for the runs of a lake, or name slow logs: FILE...");
    }
    if (lake != null && !files.isEmpty()) {
      throw wrong(
          "--lake and files were both given ("
              + files.get(0)
              + "); the digest is of the one or"
              + " of the other");
    }
    if (lake == null && !runs.isEmpty()) {
      throw wrong("--run names a run of a lake, and there is no --lake; leave it out for files");
    }
    if (new HashSet<>(runs).size() < runs.size()) {
      throw wrong("a run is named twice with --run");
    }
    if (top < 1 || top > MOST_TOP) {
      throw wrong("--top must be from 1 to " + MOST_TOP + ", not " + top);
    }
    new ChosenRange(since, until).problem().ifPresent(this::fail);
  }

  private void fail(String problem) {
    throw wrong(problem);
  }

  private ParameterException wrong(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }
}
