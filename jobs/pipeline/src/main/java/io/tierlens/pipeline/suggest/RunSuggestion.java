package io.tierlens.pipeline.suggest;

import static java.util.Objects.requireNonNull;

import io.tierlens.formats.ReadOptions;
import io.tierlens.pipeline.ingest.SurveyedFile;
import io.tierlens.pipeline.ingest.TimeSpan;
import io.tierlens.pipeline.run.RunInputs;
import io.tierlens.pipeline.run.RunYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/** What is guessed of a folder of logs, from their text alone; {@link SuggestedYaml} writes it. */
public final class RunSuggestion {
  final String run;
  final String runBecause;
  final FolderContents contents;
  final Placement placement;
  final List<DomainCensus> dumps;
  final Map<String, Told<String>> zones = new LinkedHashMap<>();
  final Map<String, Told<String>> logZones = new LinkedHashMap<>();
  final List<LogEntry> entries;
  final TimeSpan requests;
  final List<LoadPhases.Phase> phases;

  private RunSuggestion(
      RunInputs inputs, String runBecause, List<SurveyedFile> files, Configuration configuration)
      throws IOException {
    run = inputs.description().run();
    this.runBecause = runBecause;
    contents = FolderContents.of(files);
    dumps = new ArrayList<>();
    for (SurveyedFile log : contents.logs()) {
      if (DomainCensus.isDump(log)) {
        dumps.add(DomainCensus.of(log, configuration));
      }
    }
    placement = Placement.of(contents.logs(), dumps);
    List<SurveyedFile> access =
        contents.logs().stream().filter(log -> log.survey().rows().containsKey("access")).toList();
    requests = access.stream().map(TimeSpan::of).reduce(null, RunSuggestion::both);
    guessZones(configuration);
    entries = LogEntry.of(contents.logs(), placement, names(files));
    phases = LoadPhases.of(access, requests, configuration);
  }

  /**
   * Guesses what a run.yaml for some files would say.
   *
   * @param inputs of the folder, as if it had none
   * @param runBecause why the run has its name
   * @param files the same, surveyed with local times read as UTC
   */
  public static RunSuggestion of(
      RunInputs inputs, String runBecause, List<SurveyedFile> files, Configuration configuration) {
    try {
      return new RunSuggestion(
          requireNonNull(inputs, "inputs is null"),
          requireNonNull(runBecause, "runBecause is null"),
          files,
          configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of the run.yaml. */
  public String yaml() {
    String yaml = new SuggestedYaml(this).toString();
    // What cannot be read back is not worth writing.
    RunYaml.parse(RunYaml.FILE_NAME, yaml);
    return yaml;
  }

  /** How many files the run.yaml lists. */
  public int listedFiles() {
    return contents.logs().size();
  }

  /** How many files it leaves out, each with its reason in a comment. */
  public int leftOutFiles() {
    return contents.leftOut().size();
  }

  private static TimeSpan both(TimeSpan one, TimeSpan other) {
    return other == null ? one : other.plus(one);
  }

  private static Set<String> names(List<SurveyedFile> files) {
    Set<String> names = new HashSet<>();
    files.forEach(file -> names.add(file.file().name()));
    return names;
  }

  private void guessZones(Configuration configuration) throws IOException {
    List<StampOffsets.Seen> seen = new ArrayList<>();
    Set<SurveyedFile> local = new HashSet<>();
    TimeSpan known = null;
    for (SurveyedFile log : contents.logs()) {
      boolean dated = log.survey().text().firstTimeUs() != null;
      boolean stated = log.file().options().containsKey(ReadOptions.TIME_ZONE);
      if (dated && !stated && LocalStamps.in(log, configuration)) {
        local.add(log);
      } else if (dated) {
        known = both(known, TimeSpan.of(log));
      }
      seen.addAll(StampOffsets.of(log, configuration));
    }
    // The web server's stamps are the best evidence: they are the server's own, one and all.
    seen.sort(Comparator.comparing((StampOffsets.Seen offset) -> !isAccess(offset.file())));
    TimeSpan anchor = requests == null || isAnyLocalRequest(local) ? known : requests;
    GuessedZones guesses = new GuessedZones(seen, anchor, known);
    for (String host : hostNames()) {
      List<SurveyedFile> own = placement.logsOf(host);
      List<SurveyedFile> ownLocal = own.stream().filter(local::contains).toList();
      Told<String> zone = guesses.of(own, ownLocal);
      zones.put(host, zone);
      for (SurveyedFile log : ownLocal) {
        Told<String> other = guesses.exception(log, zone.value());
        if (other != null) {
          logZones.put(log.file().name(), other);
        }
      }
    }
  }

  /** Two folders whose requests are of different times, and so perhaps two runs; or null. */
  String severalRuns() {
    Map<String, TimeSpan> byFolder = new TreeMap<>();
    for (SurveyedFile log : contents.logs()) {
      TimeSpan span = TimeSpan.of(log);
      if (span != null && log.survey().rows().containsKey("access")) {
        String top = log.file().name().replaceFirst("/.*", "/");
        byFolder.merge(top.endsWith("/") ? top : "", span, TimeSpan::plus);
      }
    }
    for (Map.Entry<String, TimeSpan> one : byFolder.entrySet()) {
      for (Map.Entry<String, TimeSpan> other : byFolder.entrySet()) {
        if (!one.getValue().meets(other.getValue())) {
          return one.getKey() + " and " + other.getKey();
        }
      }
    }
    return null;
  }

  private boolean isAccess(String file) {
    return contents.logs().stream()
        .filter(log -> log.file().name().equals(file))
        .anyMatch(log -> log.survey().rows().containsKey("access"));
  }

  private static boolean isAnyLocalRequest(Set<SurveyedFile> local) {
    return local.stream().anyMatch(log -> log.survey().rows().containsKey("access"));
  }

  /** The hosts of the run, those that serve before the hypervisor. */
  List<String> hostNames() {
    List<String> names = new ArrayList<>(placement.serving().keySet());
    if (placement.hypervisor() != null) {
      names.add(placement.hypervisor().value());
    }
    return names;
  }
}
