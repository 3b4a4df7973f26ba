package io.tierlens.cli;

import io.tierlens.pipeline.ingest.LocalSurvey;
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
    description = {
      "",
      "Of each file: its kind, format string or server version, rows, lines that cannot be read,"
          + " times, the zone and what tells it, and the keys that tie its rows to other logs. Of a"
          + " folder: what its logs allow together, what they lack, what is doubtful, and the next"
          + " command to type.",
      ""
    },
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

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Folders or log files.")
  private List<String> paths = new ArrayList<>();

  @Override
  public Integer call() {
    Configuration configuration = HadoopSettings.configuration();
    String zone = Zones.require(spec, timeZone);
    List<InputFile> loose = new ArrayList<>();
    try (TerminalProgress progress = TerminalProgress.standard(quiet)) {
      progress.step("looking at the files", 0);
      for (String path : paths) {
        boolean file = new java.io.File(path).isFile();
        RunResolver resolver = new RunResolver(configuration, file ? LOOSE_RUN : null, zone);
        for (RunInputs run : resolver.resolve(List.of(path))) {
          if (file) {
            loose.addAll(run.files());
          } else {
            List<SurveyedFile> files = LocalSurvey.of(run.files(), configuration, progress);
            progress.clear();
            print(files);
            print(InspectText.ofRun(run.description().run(), files));
            print(InspectText.next(path, run.description().logs().isEmpty()));
          }
          progress.clear();
          run.notes().stream()
              .filter(note -> note.endsWith("left out"))
              .forEach(note -> spec.commandLine().getErr().println(note));
        }
      }
      if (!loose.isEmpty()) {
        List<SurveyedFile> files = LocalSurvey.of(loose, configuration, progress);
        progress.clear();
        print(files);
        if (files.size() > 1) {
          print(InspectText.ofRun(LOOSE_RUN, files));
        }
      }
    }
    return ExitCode.DONE;
  }

  private void print(List<SurveyedFile> files) {
    files.forEach(file -> print(InspectText.of(file)));
  }

  private void print(String text) {
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
  }
}
