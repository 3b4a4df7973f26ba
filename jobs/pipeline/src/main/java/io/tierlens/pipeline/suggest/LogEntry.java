package io.tierlens.pipeline.suggest;

import io.tierlens.formats.ReadOptions;
import io.tierlens.pipeline.ingest.SurveyedFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One entry of {@code logs}: a file, or the rotations of one log.
 *
 * @param path as run.yaml writes it, a glob where there are several files
 * @param files that the path matches
 * @param options to read them with, less the zone
 */
record LogEntry(String path, List<SurveyedFile> files, Map<String, String> options) {

  /** A shorter beginning is shared by logs that have nothing to do with each other. */
  private static final int LEAST_PREFIX = 3;

  private static final String ROTATION =
      "([._-]?\\d[\\d._-]*)?(\\.old)?(\\.(gz|bz2|zst|xz|lz4|Z))?$";

  LogEntry {
    files = List.copyOf(files);
    options = new TreeMap<>(options);
  }

  SurveyedFile first() {
    return files.get(0);
  }

  /**
   * Puts logs together that are read alike and whose names one glob matches.
   *
   * @param allNames of every file in the folder, so that no glob takes more than it should
   */
  static List<LogEntry> of(
      Collection<SurveyedFile> logs, Placement placement, Collection<String> allNames) {
    Map<List<Object>, List<SurveyedFile>> alike = new LinkedHashMap<>();
    for (SurveyedFile log : logs) {
      List<Object> key = new ArrayList<>();
      key.add(MachineNames.folder(log.file().name()));
      key.add(log.file().kind());
      key.add(String.valueOf(placement.hostOf(log).value()));
      key.add(options(log));
      alike.computeIfAbsent(key, k -> new ArrayList<>()).add(log);
    }
    List<LogEntry> entries = new ArrayList<>();
    for (List<SurveyedFile> group : alike.values()) {
      if (!add(entries, group, allNames)) {
        Map<String, List<SurveyedFile>> byStem = new LinkedHashMap<>();
        for (SurveyedFile log : group) {
          String stem = log.file().name().replaceFirst(ROTATION, "");
          byStem.computeIfAbsent(stem, s -> new ArrayList<>()).add(log);
        }
        for (List<SurveyedFile> rotations : byStem.values()) {
          if (!add(entries, rotations, allNames)) {
            rotations.forEach(log -> add(entries, List.of(log), allNames));
          }
        }
      }
    }
    return entries;
  }

  /** Options that run.yaml has to state; zones are those of hosts. */
  private static Map<String, String> options(SurveyedFile log) {
    Map<String, String> options = new TreeMap<>(log.file().options());
    options.keySet().removeAll(Set.of(ReadOptions.TIME_ZONE, ReadOptions.ENDPOINTS));
    return options;
  }

  private static boolean add(
      List<LogEntry> entries, List<SurveyedFile> group, Collection<String> allNames) {
    Set<String> names = new TreeSet<>();
    group.forEach(log -> names.add(log.file().name()));
    String first = group.get(0).file().name();
    String path = names.size() == 1 ? escaped(first) : glob(names, allNames);
    if (path == null) {
      return false;
    }
    entries.add(new LogEntry(path, group, options(group.get(0))));
    return true;
  }

  /** The glob that matches these names and no other; null if none would. */
  private static String glob(Set<String> names, Collection<String> allNames) {
    String first = names.iterator().next();
    String folder = MachineNames.folder(first);
    String prefix = first;
    String suffix = first;
    for (String name : names) {
      while (!name.startsWith(prefix)) {
        prefix = prefix.substring(0, prefix.length() - 1);
      }
      while (!name.endsWith(suffix)) {
        suffix = suffix.substring(1);
      }
    }
    int shortest = names.stream().mapToInt(String::length).min().orElseThrow();
    if (prefix.length() + suffix.length() > shortest) {
      suffix = suffix.substring(prefix.length() + suffix.length() - shortest);
    }
    String begin = prefix;
    String end = suffix;
    boolean exact =
        allNames.stream()
            .filter(name -> MachineNames.folder(name).equals(folder))
            .filter(name -> name.length() >= begin.length() + end.length())
            .filter(name -> name.startsWith(begin) && name.endsWith(end))
            .allMatch(names::contains);
    int own = begin.length() - (folder.isEmpty() ? 0 : folder.length() + 1);
    return exact && own >= LEAST_PREFIX ? escaped(begin) + "*" + escaped(end) : null;
  }

  /** A name as a glob that matches it alone. */
  private static String escaped(String name) {
    return name.replaceAll("([\\\\*?\\[\\]{}])", "\\\\$1");
  }
}
