package io.tierlens.pipeline.run;

import static java.util.Objects.requireNonNull;

import io.tierlens.formats.Guess;
import io.tierlens.formats.Head;
import io.tierlens.formats.LogFormats;
import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.UnknownFormat;
import io.tierlens.pipeline.UserError;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathFilter;

/** Finds the runs behind the paths that a user names: run folders, or loose files. */
public final class RunResolver {

  /** Hidden files are an editor's or a copy tool's, never a log. */
  private static final PathFilter VISIBLE = path -> !path.getName().startsWith(".");

  /** The one machine of a run that nothing says anything about. */
  private static final String LOOSE_HOST = "localhost";

  /** Kinds that are seen from a hypervisor, not from the machine that serves. */
  private static final Set<String> HYPERVISOR_KINDS = Set.of("xentop", "virt-top", "esxtop");

  private static final String LOOSE_HYPERVISOR = "hypervisor";

  private final Configuration configuration;
  private final String runName;
  private final String timeZone;

  /**
   * A resolver for one command.
   *
   * @param runName name that the user gave; null for the folder's or run.yaml's own
   * @param timeZone zone of logs for which run.yaml states none; null for UTC
   */
  public RunResolver(Configuration configuration, String runName, String timeZone) {
    this.configuration = requireNonNull(configuration, "configuration is null");
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
        FileStatus status = status(path);
        if (status.isFile()) {
          loose.add(path);
          continue;
        }
        Path yaml = new Path(path, RunYaml.FILE_NAME);
        RunInputs run =
            fileSystem(yaml).exists(yaml)
                ? described(path, yaml)
                : runName == null ? undescribed(folderName(path), List.of(path)) : null;
        if (run == null) {
          loose.add(path);
        } else {
          add(runs, run);
        }
      }
      if (!loose.isEmpty()) {
        if (runName == null) {
          throw new UserError(
              "loose files need a name for their run; add --run NAME, or put them into a folder");
        }
        add(runs, undescribed(runName, loose));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(runs.values());
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

  private RunInputs described(Path folder, Path yaml) throws IOException {
    RunDescription description = RunYaml.parse(yaml.toString(), read(yaml));
    if (runName != null) {
      description =
          new RunDescription(
              runName,
              description.environment(),
              description.description(),
              description.hosts(),
              description.logs(),
              description.windows());
    }
    if (description.logs().isEmpty()) {
      throw new UserError(yaml + ": the file lists no logs; add \"logs:\" with a path for each");
    }
    if (description.hosts().isEmpty()) {
      description = withHosts(description, List.of(looseHost(null)));
    }
    List<String> notes = new ArrayList<>();
    Map<Path, InputFile> files = new TreeMap<>();
    for (LogDescription log : description.logs()) {
      String place = yaml + ":" + log.line() + ": ";
      FileStatus[] found = fileSystem(folder).globStatus(new Path(folder, log.path()), VISIBLE);
      if (found == null || found.length == 0) {
        throw new UserError(
            place + "no file matches \"" + log.path() + "\"; mend the path, or take the log out");
      }
      for (FileStatus status : found) {
        if (status.isDirectory()) {
          throw new UserError(
              place + "\"" + log.path() + "\" is a folder; write \"" + log.path() + "/*\"");
        }
        InputFile file = input(folder, status, log, description, notes);
        if (files.put(status.getPath(), file) != null) {
          throw new UserError(
              place + file.name() + " is listed by two entries, and would count twice");
        }
      }
    }
    for (FileStatus status : filesBelow(folder)) {
      if (!files.containsKey(status.getPath())
          && !status.getPath().getName().equals(RunYaml.FILE_NAME)) {
        notes.add(nameIn(folder, status.getPath()) + ": not listed in run.yaml, left out");
      }
    }
    return new RunInputs(description, sorted(files.values()), notes);
  }

  private InputFile input(
      Path folder,
      FileStatus status,
      LogDescription log,
      RunDescription description,
      List<String> notes)
      throws IOException {
    String host = log.host() == null ? description.hosts().get(0).name() : log.host();
    String zone = description.host(host).map(HostDescription::timeZone).orElse(null);
    return input(
        nameIn(folder, status.getPath()), status, log.kind(), host, zone, log.options(), notes);
  }

  private RunInputs undescribed(String run, List<Path> paths) throws IOException {
    RunYaml.requireRunName(run, "folder");
    List<String> notes = new ArrayList<>();
    List<InputFile> files = new ArrayList<>();
    for (Path path : paths) {
      boolean folder = status(path).isDirectory();
      List<FileStatus> found = folder ? filesBelow(path) : List.of(status(path));
      for (FileStatus status : found) {
        String name = folder ? nameIn(path, status.getPath()) : status.getPath().getName();
        InputFile file = input(name, status, null, LOOSE_HOST, null, Map.of(), notes);
        boolean hypervisor = HYPERVISOR_KINDS.contains(file.kind());
        files.add(hypervisor ? onHost(file, LOOSE_HYPERVISOR) : file);
      }
    }
    if (files.stream().allMatch(file -> file.kind().equals(UnknownFormat.KIND))) {
      throw new UserError(
          paths.stream().map(Path::toString).collect(Collectors.joining(", "))
              + (files.isEmpty()
                  ? ": there are no files in it"
                  : ": none of its "
                      + files.size()
                      + " files is a log of a known kind, so there is nothing to read")
              + "; name a folder with access logs, slow logs or sar text");
    }
    Set<String> hosts = new TreeSet<>();
    files.stream().filter(file -> file.host() != null).forEach(file -> hosts.add(file.host()));
    List<HostDescription> described = new ArrayList<>();
    String hypervisor = hosts.contains(LOOSE_HYPERVISOR) ? LOOSE_HYPERVISOR : null;
    described.add(looseHost(hypervisor));
    if (hypervisor != null) {
      described.add(new HostDescription(hypervisor, List.of(), null, null, null, null));
    }
    RunDescription description =
        new RunDescription(run, null, null, described, List.of(), List.of());
    return new RunInputs(description, sorted(files), notes);
  }

  private InputFile input(
      String name,
      FileStatus status,
      String statedKind,
      String host,
      String hostZone,
      Map<String, String> stated,
      List<String> notes)
      throws IOException {
    Map<String, String> options = new TreeMap<>(stated);
    String zone = hostZone == null ? timeZone : hostZone;
    if (zone != null) {
      options.putIfAbsent(ReadOptions.TIME_ZONE, zone);
    }
    String uri = status.getPath().toString();
    if (statedKind != null) {
      return new InputFile(uri, name, status.getLen(), statedKind, host, options, List.of());
    }
    Head head = Head.of(new HadoopLogFile(name, status.getLen(), status.getPath(), configuration));
    Guess guess = LogFormats.recognise(head).orElse(null);
    if (guess == null) {
      notes.add(name + ": no known kind of log; kept whole as a reject");
      return new InputFile(
          uri, name, status.getLen(), UnknownFormat.KIND, null, options, List.of());
    }
    guess.options().forEach(options::putIfAbsent);
    notes.add(name + ": taken for " + guess.kind() + ": " + String.join("; ", guess.evidence()));
    return new InputFile(uri, name, status.getLen(), guess.kind(), host, options, guess.evidence());
  }

  private static InputFile onHost(InputFile file, String host) {
    return new InputFile(
        file.uri(), file.name(), file.size(), file.kind(), host, file.options(), file.evidence());
  }

  private static HostDescription looseHost(String hypervisor) {
    return new HostDescription(LOOSE_HOST, HostDescription.TIERS, null, null, hypervisor, null);
  }

  private static RunDescription withHosts(RunDescription run, List<HostDescription> hosts) {
    return new RunDescription(
        run.run(), run.environment(), run.description(), hosts, run.logs(), run.windows());
  }

  private static List<InputFile> sorted(Iterable<InputFile> files) {
    List<InputFile> sorted = new ArrayList<>();
    files.forEach(sorted::add);
    sorted.sort(Comparator.comparing(InputFile::name));
    return sorted;
  }

  private List<FileStatus> filesBelow(Path folder) throws IOException {
    List<FileStatus> files = new ArrayList<>();
    FileStatus[] entries = fileSystem(folder).listStatus(folder, VISIBLE);
    Arrays.sort(entries, Comparator.comparing(FileStatus::getPath));
    for (FileStatus entry : entries) {
      if (entry.isDirectory()) {
        files.addAll(filesBelow(entry.getPath()));
      } else {
        files.add(entry);
      }
    }
    return files;
  }

  private String nameIn(Path folder, Path file) throws IOException {
    String base = status(folder).getPath().toUri().getPath();
    return file.toUri().getPath().substring(base.length()).replaceFirst("^/+", "");
  }

  private String folderName(Path folder) throws IOException {
    return status(folder).getPath().getName();
  }

  private FileStatus status(Path path) throws IOException {
    try {
      return fileSystem(path).getFileStatus(path);
    } catch (FileNotFoundException e) {
      throw new UserError(path + ": there is no such file or folder", e);
    }
  }

  private FileSystem fileSystem(Path path) throws IOException {
    return path.getFileSystem(configuration);
  }

  private String read(Path path) throws IOException {
    try (InputStream in = fileSystem(path).open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
