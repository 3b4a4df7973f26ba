package io.tierlens.pipeline.run;

import io.tierlens.formats.UnknownFormat;
import io.tierlens.pipeline.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** Files and folders that no run.yaml describes: one machine, its hypervisor if there are dumps. */
final class LooseFiles {

  /** The one machine of a run that nothing says anything about. */
  private static final String HOST = "localhost";

  private static final String HYPERVISOR = "hypervisor";

  /** Kinds that are seen from a hypervisor, not from the machine that serves. */
  private static final Set<String> HYPERVISOR_KINDS = Set.of("xentop", "virt-top", "esxtop");

  private final FileTree tree;
  private final List<Path> paths;

  LooseFiles(FileTree tree, List<Path> paths) {
    this.tree = tree;
    this.paths = paths;
  }

  /**
   * The run that the files make up.
   *
   * @throws UserError if none of them is a log of a known kind
   */
  RunInputs inputs(String run, String defaultZone) throws IOException {
    RunYaml.requireRunName(run, "folder");
    List<String> notes = new ArrayList<>();
    FileRecognition recognition =
        new FileRecognition(tree.configuration(), defaultZone, null, notes);
    List<InputFile> files = new ArrayList<>();
    for (Path path : paths) {
      boolean folder = tree.status(path).isDirectory();
      List<FileStatus> found = folder ? tree.filesBelow(path) : List.of(tree.status(path));
      for (FileStatus file : found) {
        String name = folder ? tree.nameIn(path, file.getPath()) : file.getPath().getName();
        if (folder && name.equals(RunYaml.FILE_NAME)) {
          continue;
        }
        files.add(onItsHost(recognition.input(file, name, null, HOST, null, Map.of())));
      }
    }
    requireLogs(files);
    boolean hypervisor = files.stream().anyMatch(file -> HYPERVISOR.equals(file.host()));
    List<HostDescription> hosts = new ArrayList<>();
    hosts.add(host(hypervisor ? HYPERVISOR : null));
    if (hypervisor) {
      hosts.add(new HostDescription(HYPERVISOR, List.of(), null, null, null, null));
    }
    return new RunInputs(
        new RunDescription(run, null, null, hosts, List.of(), null, List.of()),
        RunInputs.sorted(files),
        notes);
  }

  /** The machine that serves all tiers. */
  static HostDescription host(String hypervisor) {
    return new HostDescription(HOST, HostDescription.TIERS, null, null, hypervisor, null);
  }

  private static InputFile onItsHost(InputFile file) {
    if (!HYPERVISOR_KINDS.contains(file.kind())) {
      return file;
    }
    return new InputFile(
        file.uri(),
        file.name(),
        file.size(),
        file.kind(),
        HYPERVISOR,
        file.options(),
        file.evidence());
  }

  private void requireLogs(List<InputFile> files) {
    if (files.stream().allMatch(file -> file.kind().equals(UnknownFormat.KIND))) {
      String what =
          files.isEmpty()
              ? "there are no files in it"
              : "none of its " + files.size() + " files is a log of a known kind";
      throw new UserError(
          paths.stream().map(Path::toString).collect(Collectors.joining(", "))
              + ": "
              + what
              + ", so there is nothing to read;"
              + " name a folder with access logs, slow logs or sar text");
    }
  }
}
