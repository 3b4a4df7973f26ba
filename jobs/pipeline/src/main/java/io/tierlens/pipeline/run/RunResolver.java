package io.tierlens.pipeline.run;

import static java.util.Objects.requireNonNull;

import io.tierlens.pipeline.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Finds the runs behind the paths that a user names: run folders, or loose files. */
public final class RunResolver {
  private final FileTree tree;
  private final String runName;
  private final String timeZone;

  /**
   * A resolver for one command.
   *
   * @param runName name that the user gave; null for the folder's or run.yaml's own
   * @param timeZone zone of logs for which run.yaml states none; null for UTC
   */
  public RunResolver(Configuration configuration, String runName, String timeZone) {
    this.tree = new FileTree(requireNonNull(configuration, "configuration is null"));
    this.runName = runName;
    this.timeZone = timeZone;
    if (runName != null) {
      RunYaml.requireRunName(runName, "--run");
    }
  }

  /**
   * The runs behind some paths, in the order of the paths.
   *
   * @throws UserError if a path holds no logs, or a run.yaml is wrong
   */
  public List<RunInputs> resolve(List<String> paths) {
    Map<String, RunInputs> runs = new LinkedHashMap<>();
    List<Path> loose = new ArrayList<>();
    try {
      for (String name : paths) {
        Path path = new Path(name);
        RunFolder folder = new RunFolder(tree, path);
        if (tree.status(path).isFile()) {
          loose.add(path);
        } else if (folder.isDescribed()) {
          add(runs, folder.inputs(runName, timeZone));
        } else if (runName == null) {
          String folderName = tree.status(path).getPath().getName();
          add(runs, new LooseFiles(tree, List.of(path)).inputs(folderName, timeZone));
        } else {
          loose.add(path);
        }
      }
      if (!loose.isEmpty()) {
        if (runName == null) {
          throw new UserError(
              "loose files need a name for their run; add --run NAME, or put them into a folder");
        }
        add(runs, new LooseFiles(tree, loose).inputs(runName, timeZone));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(runs.values());
  }

  /**
   * The run that the files of a folder make up, whatever a run.yaml in it says: all of them are
   * there, those of no known kind among them.
   *
   * @throws UserError if there is no such folder, or no log of a known kind in it
   */
  public RunInputs undescribed(String folder) {
    try {
      Path path = new Path(folder);
      if (tree.status(path).isFile()) {
        throw new UserError(folder + " is a file; name the folder that holds the logs of one run");
      }
      String name = runName == null ? tree.status(path).getPath().getName() : runName;
      return new LooseFiles(tree, List.of(path)).inputs(name, timeZone);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Map<String, RunInputs> runs, RunInputs run) {
    String name = run.description().run();
    if (runs.put(name, run) != null) {
      throw new UserError(
          "two of the paths are run \""
              + name
              + "\", and a run is replaced whole; give each its own name in its run.yaml");
    }
  }
}
