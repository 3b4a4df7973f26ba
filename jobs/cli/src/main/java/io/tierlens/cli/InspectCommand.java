package io.tierlens.cli;

import io.tierlens.pipeline.ingest.SurveyedFile;
import io.tierlens.pipeline.run.InputFile;
import io.tierlens.pipeline.run.RunInputs;
import io.tierlens.pipeline.run.RunResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what files are, and writes nothing. Needs no Spark, so it answers at once. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Says what each file is, and why it is taken for that; writes nothing.",
    footer = {
      "",
      "Examples:",
      "  tierlens inspect sample-data/virtual",
      "  tierlens inspect /var/log/httpd/access_log /var/log/mysql/slow.log.1.gz"
    })
final class InspectCommand implements Callable<Integer> {

  private static final String LOOSE_RUN = "inspected";

  @Spec private CommandSpec spec;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      description = "Zone of logs that carry none, where run.yaml states none. Default: UTC.")
  private String timeZone;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Folders or log files.")
  private List<String> paths = new ArrayList<>();

  @Override
  public Integer call() {
    Configuration configuration = HadoopSettings.configuration();
    String zone = Zones.require(spec, timeZone);
    for (String path : paths) {
      boolean file = new java.io.File(path).isFile();
      RunResolver resolver = new RunResolver(configuration, file ? LOOSE_RUN : null, zone);
      for (RunInputs run : resolver.resolve(List.of(path))) {
        for (InputFile input : run.files()) {
          SurveyedFile surveyed = SurveyedFile.of(input, configuration);
          spec.commandLine().getOut().print(InspectText.of(surveyed));
          spec.commandLine().getOut().flush();
        }
        run.notes().stream()
            .filter(note -> note.endsWith("left out"))
            .forEach(note -> spec.commandLine().getErr().println(note));
      }
    }
    return ExitCode.DONE;
  }
}
