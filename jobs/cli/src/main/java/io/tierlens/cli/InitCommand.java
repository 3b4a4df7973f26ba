package io.tierlens.cli;

import io.tierlens.pipeline.UserError;
import io.tierlens.pipeline.ingest.LocalSurvey;
import io.tierlens.pipeline.ingest.SurveyedFile;
import io.tierlens.pipeline.run.RunInputs;
import io.tierlens.pipeline.run.RunResolver;
import io.tierlens.pipeline.run.RunYaml;
import io.tierlens.pipeline.suggest.RunSuggestion;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the run.yaml of a folder of logs, as far as they tell it. Needs no Spark. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Writes a run.yaml for a folder of logs, with the reason of each guess.",
    description = {
      "",
      "Reads the logs below DIR and writes DIR/run.yaml: hosts and their zones, the kind and"
          + " format of each log, the machine that it is of. A comment behind each line says what"
          + " it was guessed from; what no log tells is a commented line to fill in. A run.yaml"
          + " that is there already is left alone.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  tierlens init logs/virtual",
      "  tierlens init --stdout logs/virtual"
    })
final class InitCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--run",
      paramLabel = "NAME",
      description = "Name of the run. Default: that of the folder.")
  private String run;

  @Option(names = "--stdout", description = "Print it, and write no file.")
  private boolean stdout;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Parameters(paramLabel = "DIR", description = "Folder with the logs of one run.")
  private String folder;

  @Override
  public Integer call() throws IOException {
    Path directory = Path.of(folder);
    Path yaml = directory.resolve(RunYaml.FILE_NAME);
    if (!Files.exists(directory)) {
      throw new UserError(folder + ": there is no such folder");
    }
    if (!stdout && Files.exists(yaml)) {
      throw exists(yaml);
    }
    Configuration configuration = HadoopSettings.configuration();
    String ofFolder = directory.toRealPath().getFileName() + "";
    String name = run == null ? runName(ofFolder) : run;
    RunSuggestion suggestion;
    try (TerminalProgress progress = TerminalProgress.standard(quiet)) {
      progress.step("looking at the files", 0);
      RunInputs inputs = new RunResolver(configuration, name, null).undescribed(folder);
      List<SurveyedFile> files = LocalSurvey.of(inputs.files(), configuration, progress);
      progress.step("comparing them", 0);
      suggestion = RunSuggestion.of(inputs, nameBecause(ofFolder, name), files, configuration);
      progress.clear();
    }
    PrintWriter out = spec.commandLine().getOut();
    if (stdout) {
      out.print(suggestion.yaml());
      out.flush();
      return ExitCode.DONE;
    }
    try {
      Files.writeString(
          yaml, suggestion.yaml(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw exists(yaml);
    }
    out.print(done(yaml, suggestion));
    out.flush();
    return ExitCode.DONE;
  }

  private static UserError exists(Path yaml) {
    return new UserError(
        yaml
            + " is there already, and what stands in it may be known to you alone; move it away,"
            + " or print the guesses beside it with --stdout");
  }

  /** A folder's name with what cannot be in a run's name replaced. */
  private static String runName(String folder) {
    String name = folder.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[^A-Za-z0-9]+|-+$", "");
    return name.isEmpty() ? "run" : name;
  }

  private String nameBecause(String ofFolder, String name) {
    if (run != null) {
      return "as told by --run";
    }
    return ofFolder.equals(name)
        ? "the folder's name; any name that no other run has"
        : "after the folder's name \"" + ofFolder + "\", which cannot name a run";
  }

  private String done(Path yaml, RunSuggestion suggestion) {
    long open = suggestion.yaml().lines().filter(line -> line.contains("FILL IN: ")).count();
    long doubtful = suggestion.yaml().lines().filter(line -> line.contains("DOUBTFUL: ")).count();
    StringBuilder text = new StringBuilder("wrote ").append(yaml).append('\n');
    text.append("  files listed: ").append(suggestion.listedFiles());
    if (suggestion.leftOutFiles() > 0) {
      text.append("; left out, each with its reason: ").append(suggestion.leftOutFiles());
    }
    text.append("\n  lines to fill in (FILL IN): ").append(open);
    text.append("\n  guesses to doubt (DOUBTFUL): ").append(doubtful);
    text.append("\nRead its comments, then:\n  tierlens ingest --lake lake ");
    return text.append(InspectText.shellWord(folder)).append('\n').toString();
  }
}
