package io.tierlens.pipeline.run;

import io.tierlens.pipeline.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** A folder whose run.yaml says what it holds. */
final class RunFolder {
  private final FileTree tree;
  private final Path folder;
  private final Path yaml;

  RunFolder(FileTree tree, Path folder) {
    this.tree = tree;
    this.folder = folder;
    this.yaml = new Path(folder, RunYaml.FILE_NAME);
  }

  boolean isDescribed() throws IOException {
    return tree.exists(yaml);
  }

  /**
   * The run, with every file that its run.yaml lists.
   *
   * @param name to be used instead of the run's own; null for that
   * @throws UserError if the run.yaml is wrong or names files that are not there
   */
  RunInputs inputs(String name, String defaultZone) throws IOException {
    RunDescription run = description(name);
    List<String> notes = new ArrayList<>();
    FileRecognition recognition =
        new FileRecognition(tree.configuration(), defaultZone, run.endpoints(), notes);
    Map<Path, InputFile> files = new TreeMap<>();
    for (LogDescription log : run.logs()) {
      for (FileStatus found : listed(log)) {
        String host = log.host() == null ? run.hosts().get(0).name() : log.host();
        InputFile file =
            recognition.input(
                found,
                tree.nameIn(folder, found.getPath()),
                log.kind(),
                host,
                run.host(host).map(HostDescription::timeZone).orElse(null),
                log.options());
        if (log.host() == null && run.hosts().size() > 1) {
          file = file.ofAnyOf(run.hosts().stream().map(HostDescription::name).toList());
        }
        if (files.put(found.getPath(), file) != null) {
          throw new UserError(
              place(log) + file.name() + " is listed by two entries, and would count twice");
        }
      }
    }
    for (FileStatus found : tree.filesBelow(folder)) {
      if (!files.containsKey(found.getPath())
          && !found.getPath().getName().equals(RunYaml.FILE_NAME)) {
        notes.add(tree.nameIn(folder, found.getPath()) + ": not listed in run.yaml, left out");
      }
    }
    return new RunInputs(run, RunInputs.sorted(files.values()), notes);
  }

  private RunDescription description(String name) throws IOException {
    RunDescription run = RunYaml.parse(yaml.toString(), tree.read(yaml));
    if (run.logs().isEmpty()) {
      throw new UserError(yaml + ": the file lists no logs; add \"logs:\" with a path for each");
    }
    return new RunDescription(
        name == null ? run.run() : name,
        run.environment(),
        run.description(),
        run.hosts().isEmpty() ? List.of(LooseFiles.host(null)) : run.hosts(),
        run.logs(),
        run.endpoints(),
        run.windows());
  }

  private List<FileStatus> listed(LogDescription log) throws IOException {
    List<FileStatus> found = tree.matching(folder, log.path());
    if (found.isEmpty()) {
      throw new UserError(
          place(log)
              + "no file matches \""
              + log.path()
              + "\"; mend the path, or take the log out");
    }
    if (found.stream().anyMatch(FileStatus::isDirectory)) {
      throw new UserError(
          place(log) + "\"" + log.path() + "\" is a folder; write \"" + log.path() + "/*\"");
    }
    return found;
  }

  private String place(LogDescription log) {
    return yaml + ":" + log.line() + ": ";
  }
}
