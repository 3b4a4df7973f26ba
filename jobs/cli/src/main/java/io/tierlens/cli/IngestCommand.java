package io.tierlens.cli;

import io.tierlens.pipeline.ingest.IngestJob;
import io.tierlens.pipeline.ingest.SurveyedFile;
import io.tierlens.pipeline.lake.Lake;
import io.tierlens.pipeline.run.RunInputs;
import io.tierlens.pipeline.run.RunResolver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads logs into the lake, and prints their ledger. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Reads run folders or loose log files into the lake; prints the ledger.",
    description = {
      "",
      "A run is replaced whole: ingesting it again gives the same lake. Lines that cannot"
          + " be read are kept in table reject with their reason.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  tierlens ingest --lake lake sample-data/physical sample-data/virtual",
      "  tierlens ingest --lake lake --run old-box --time-zone America/New_York access_log slow.log"
    })
final class IngestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private LakeOption lake;

  @Option(
      names = "--run",
      paramLabel = "NAME",
      description = "Name of the run; default: that of its run.yaml, else of its folder.")
  private String run;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      description =
          "Zone of logs that carry none, where run.yaml states none: America/New_York. Default: UTC.")
  private String timeZone;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "permissive",
      description =
          "permissive keeps lines that cannot be read as rejects, failfast stops at them."
              + " Default: ${DEFAULT-VALUE}.")
  private IngestJob.Mode mode;

  @Option(names = "--quiet", description = "No progress and no notes.")
  private boolean quiet;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Run folders (with a run.yaml), other folders, or log files.")
  private List<String> paths = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    try (TerminalProgress progress = TerminalProgress.standard(quiet)) {
      progress.step("looking at the files", 0);
      List<RunInputs> runs =
          new RunResolver(HadoopSettings.configuration(), run, Zones.require(spec, timeZone))
              .resolve(paths);
      Notes notes = new Notes(spec.commandLine().getErr(), quiet);
      try (SparkSession spark = Sessions.open(progress)) {
        Lake target = Lake.create(lake.directory(), spark.sparkContext().hadoopConfiguration());
        for (RunInputs inputs : runs) {
          List<SurveyedFile> files =
              IngestJob.builder()
                  .spark(spark)
                  .lake(target)
                  .run(inputs)
                  .mode(mode)
                  .progress(progress)
                  .build()
                  .run();
          progress.clear();
          notes.print(inputs, files);
          spec.commandLine().getOut().print(LedgerText.of(inputs.description().run(), files));
          spec.commandLine().getOut().flush();
        }
      }
    }
    return ExitCode.DONE;
  }
}
