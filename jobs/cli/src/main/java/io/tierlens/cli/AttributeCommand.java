package io.tierlens.cli;

import io.tierlens.pipeline.attribute.AttributeJobs;
import io.tierlens.pipeline.lake.Lake;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Splits the time of a run's requests. */
@Command(
    name = "attribute",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Ties queries to requests, splits time by tier and CPU mode; writes derived tables.",
    footer = {
      "",
      "Examples:",
      "  tierlens attribute --lake lake",
      "  tierlens attribute --lake lake --run physical --run virtual",
      "  tierlens attribute --lake lake --run virtual --calibrate one-client"
    })
final class AttributeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private LakeOption lake;

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "A run of the lake; may be repeated. Default: all of them.")
  private List<String> runs = new ArrayList<>();

  @Option(
      names = "--calibrate",
      paramLabel = "RUN",
      description = {
        "A run of the same application with one client: what its pages do tells queries of busy"
            + " runs apart where their logs hold no key. Default: each run teaches itself."
      })
  private String calibration;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    try (TerminalProgress progress = TerminalProgress.standard(quiet);
        SparkSession spark = Sessions.open(progress)) {
      Lake target = Lake.open(lake.directory(), spark.sparkContext().hadoopConfiguration());
      List<String> chosen = runs.isEmpty() ? target.runs() : LakeRuns.require(target, runs);
      if (calibration != null) {
        LakeRuns.require(target, List.of(calibration));
      }
      AttributeJobs.run(
          spark,
          target,
          chosen,
          calibration,
          progress,
          summary -> {
            progress.clear();
            spec.commandLine().getOut().println(summary.words());
            spec.commandLine().getOut().flush();
          });
    }
    return ExitCode.DONE;
  }
}
