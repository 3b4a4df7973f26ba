package io.tierlens.pipeline.run;

import io.tierlens.formats.LogFormat;
import io.tierlens.formats.LogFormats;
import io.tierlens.formats.ReadOptions;
import io.tierlens.pipeline.Spelling;
import io.tierlens.pipeline.UserError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.time.Instant;
import org.joda.time.format.ISODateTimeFormat;

/** Reads a {@code run.yaml}. What it does not know is an error, never passed over. */
public final class RunYaml {

  public static final String FILE_NAME = "run.yaml";

  private static final List<String> RUN_KEYS =
      List.of(
          "run", "environment", "description", "hosts", "logs", ReadOptions.ENDPOINTS, "windows");
  private static final List<String> HOST_KEYS =
      List.of("tiers", "time-zone", "cores", "hypervisor", "domain");
  private static final List<String> WINDOW_KEYS = List.of("name", "start", "end");

  /** Endpoints have their names for the run as a whole. */
  private static final List<String> LOG_OPTIONS =
      ReadOptions.NAMES.stream().filter(name -> !name.equals(ReadOptions.ENDPOINTS)).toList();

  private static final List<String> LOG_KEYS = new ArrayList<>(List.of("kind", "host", "path"));

  static {
    LOG_KEYS.addAll(LOG_OPTIONS);
  }

  private RunYaml() {}

  /**
   * Reads the text of a run.yaml.
   *
   * @param file its name, for messages
   * @throws UserError if something in it is wrong; the message names the line
   */
  public static RunDescription parse(String file, String text) {
    YamlMapping root = YamlMapping.parse(file, text, RUN_KEYS);
    String run = root.requiredText("run");
    requireRunName(run, file + ":" + root.line());
    List<HostDescription> hosts = hosts(root);
    return new RunDescription(
        run,
        root.text("environment"),
        root.text("description"),
        hosts,
        logs(root, hosts),
        EndpointsYaml.text(root, ReadOptions.ENDPOINTS),
        windows(root));
  }

  /**
   * Holds a run's name to what can be the name of a folder anywhere.
   *
   * @param place where the name was given, for the message
   */
  public static void requireRunName(String run, String place) {
    if (!run.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new UserError(
          place
              + ": \""
              + run
              + "\" cannot name a run, because the lake keeps each run in a folder of its name;"
              + " use letters, digits, dots, hyphens and underscores");
    }
  }

  private static List<HostDescription> hosts(YamlMapping root) {
    Map<String, YamlMapping> entries = root.namedMappings("hosts", "host", HOST_KEYS);
    List<HostDescription> hosts = new ArrayList<>();
    entries.forEach(
        (name, entry) -> {
          List<String> tiers = entry.texts("tiers");
          for (String tier : tiers) {
            if (!HostDescription.TIERS.contains(tier)) {
              String hint = Spelling.hint(tier, HostDescription.TIERS);
              throw entry.error("tiers", "unknown tier \"" + tier + "\"; " + hint);
            }
          }
          String hypervisor = entry.text("hypervisor");
          if (hypervisor != null && !entries.containsKey(hypervisor)) {
            String hint = Spelling.hint(hypervisor, entries.keySet());
            throw entry.error("hypervisor", "unknown host \"" + hypervisor + "\"; " + hint);
          }
          hosts.add(
              new HostDescription(
                  name,
                  tiers,
                  zone(entry, "time-zone"),
                  entry.positiveInteger("cores"),
                  hypervisor,
                  entry.text("domain")));
        });
    return hosts;
  }

  private static List<LogDescription> logs(YamlMapping root, List<HostDescription> hosts) {
    List<String> hostNames = hosts.stream().map(HostDescription::name).toList();
    List<String> kinds = LogFormats.all().stream().map(LogFormat::kind).toList();
    List<LogDescription> logs = new ArrayList<>();
    for (YamlMapping entry : root.mappings("logs", "log", LOG_KEYS)) {
      String kind = entry.text("kind");
      if (kind != null && !kinds.contains(kind)) {
        throw entry.error(
            "kind", "unknown kind of log \"" + kind + "\"; " + Spelling.hint(kind, kinds));
      }
      String host = entry.text("host");
      if (host != null && !hostNames.contains(host)) {
        throw entry.error(
            "host", "unknown host \"" + host + "\"; " + Spelling.hint(host, hostNames));
      }
      if (host == null && hosts.size() > 1 && !namesItsMachine(kind)) {
        throw entry.error(
            "host", "the log needs a \"host\", because the run has several: " + hostNames);
      }
      zone(entry, ReadOptions.TIME_ZONE);
      Map<String, String> options = new HashMap<>();
      for (String option : LOG_OPTIONS) {
        String value = entry.text(option);
        if (value != null) {
          options.put(option, value);
        }
      }
      logs.add(new LogDescription(kind, host, entry.requiredText("path"), options, entry.line()));
    }
    return logs;
  }

  /** Whether each record of such a log says which machine it is of. */
  private static boolean namesItsMachine(String kind) {
    return kind != null
        && LogFormats.ofKind(kind).orElseThrow().recordTypes().stream()
            .allMatch(type -> type.indexOrAbsent("host_name") >= 0);
  }

  private static List<WindowDescription> windows(YamlMapping root) {
    List<WindowDescription> windows = new ArrayList<>();
    for (YamlMapping entry : root.mappings("windows", "window", WINDOW_KEYS)) {
      String name = entry.requiredText("name");
      long start = instant(entry, "start");
      long end = instant(entry, "end");
      if (end <= start) {
        throw entry.error("end", "window \"" + name + "\" ends before it starts");
      }
      if (windows.stream().anyMatch(other -> other.name().equals(name))) {
        throw entry.error("name", "window \"" + name + "\" stands twice");
      }
      windows.stream()
          .filter(other -> other.startUs() < end && start < other.endUs())
          .findFirst()
          .ifPresent(
              other -> {
                throw entry.error(
                    "start",
                    "window \""
                        + name
                        + "\" overlaps window \""
                        + other.name()
                        + "\"; a request belongs to one window at most");
              });
      windows.add(new WindowDescription(name, start, end));
    }
    windows.sort(Comparator.comparingLong(WindowDescription::startUs));
    return windows;
  }

  private static String zone(YamlMapping entry, String key) {
    String zone = entry.text(key);
    if (zone != null) {
      TimeZones.problem(zone)
          .ifPresent(
              problem -> {
                throw entry.error(key, problem);
              });
    }
    return zone;
  }

  private static long instant(YamlMapping entry, String key) {
    String text = entry.requiredText(key);
    // A stamp without an offset would take the meaning of the machine that reads it.
    if (text.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)")) {
      try {
        Instant instant = ISODateTimeFormat.dateTimeParser().parseDateTime(text).toInstant();
        return Math.multiplyExact(instant.getMillis(), 1000L);
      } catch (IllegalArgumentException e) {
        // Reported below, like a text of another form.
      }
    }
    throw entry.error(
        key, "\"" + text + "\" is no instant; write it with its offset: 2009-01-23T10:05:00-05:00");
  }
}
