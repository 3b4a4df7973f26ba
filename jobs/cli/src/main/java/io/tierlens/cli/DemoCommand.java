package io.tierlens.cli;

import io.tierlens.cli.report.ReportFormat;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.text.TextOptions;
import io.tierlens.pipeline.UserError;
import io.tierlens.pipeline.attribute.AttributeJob;
import io.tierlens.pipeline.ingest.IngestJob;
import io.tierlens.pipeline.ingest.SurveyedFile;
import io.tierlens.pipeline.lake.Lake;
import io.tierlens.pipeline.run.RunInputs;
import io.tierlens.pipeline.run.RunResolver;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole way on the recordings that come with the program. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Reads the sample data into a fresh lake, attributes it, and prints the report.",
    footer = {"", "Example:", "  tierlens demo"})
final class DemoCommand implements Callable<Integer> {

  /** Set by the launcher: the folder that holds sample-data and target. */
  private static final String HOME_VARIABLE = "TIERLENS_HOME";

  private static final List<String> RUNS = List.of("physical", "virtual", "virtual-4vcpu");

  @Spec private CommandSpec spec;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description =
          "A fresh folder for lake and report. Default: target/demo, or target/demo-2 ...")
  private Path output;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Override
  public Integer call() throws IOException {
    Path home = Path.of(System.getenv().getOrDefault(HOME_VARIABLE, "."));
    Path samples = home.resolve("sample-data");
    if (!Files.isDirectory(samples)) {
      throw new UserError(
          samples + ": the sample data is not there; run bin/tierlens demo in its own folder");
    }
    Path folder = output == null ? fresh(home.resolve("target")) : requireFresh(output);
    Path html = folder.resolve("report.html");
    Path lakeFolder = folder.resolve("lake");
    PrintWriter out = spec.commandLine().getOut();
    try (TerminalProgress progress = TerminalProgress.standard(quiet);
        SparkSession spark = Sessions.open(progress)) {
      Lake lake = Lake.create(lakeFolder.toString(), spark.sparkContext().hadoopConfiguration());
      List<String> steps = new ArrayList<>();
      for (String run : RUNS) {
        RunInputs inputs =
            new RunResolver(HadoopSettings.configuration(), null, null)
                .resolve(List.of(samples.resolve(run).toString()))
                .get(0);
        List<SurveyedFile> files =
            IngestJob.builder()
                .spark(spark)
                .lake(lake)
                .run(inputs)
                .progress(progress)
                .build()
                .run();
        steps.add(read(run, files));
        steps.add(AttributeJob.of(spark, lake, run, progress).run().words());
      }
      Report report = Reports.of(spark, lake, RUNS, null, progress, spec.commandLine().getErr());
      progress.clear();
      steps.forEach(out::println);
      out.println();
      ReportCommand.write(report, ReportFormat.HTML, TextLook.IN_A_FILE, html);
      TextOptions text = TextLook.ofStandardOutput();
      ReportFormat.TEXT.renderer(text).render(report, out);
      out.println();
      out.println("The same as a page: " + html);
      out.println("The tables behind it: " + lakeFolder);
      out.flush();
    }
    return ExitCode.DONE;
  }

  private static String read(String run, List<SurveyedFile> files) {
    long lines = files.stream().mapToLong(file -> file.survey().lines()).sum();
    long rejected = files.stream().mapToLong(file -> file.survey().rejectedLines()).sum();
    return String.format(
        "run %s: read %d files, %d lines, %d of them rejected", run, files.size(), lines, rejected);
  }

  private static Path fresh(Path target) {
    Path folder = target.resolve("demo");
    for (int i = 2; Files.exists(folder); i++) {
      folder = target.resolve("demo-" + i);
    }
    return folder;
  }

  private static Path requireFresh(Path folder) {
    if (Files.exists(folder)) {
      throw new UserError(folder + " is there already; name a folder that is not");
    }
    return folder;
  }
}
