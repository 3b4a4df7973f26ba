package io.tierlens.pipeline.suggest;

import io.tierlens.pipeline.ingest.SurveyedFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which machine each log is of. Banners of sar name their machine; other logs are placed by the
 * folders that they lie in, dumps of hypervisors on a machine of their own.
 */
final class Placement {

  /** Without any name in the logs. */
  private static final String NAMELESS = "localhost";

  private final List<SurveyedFile> logs;
  private final List<DomainCensus> dumps;
  private final Map<String, String> machines = new LinkedHashMap<>();
  private final Map<String, Told<String>> hostOf = new TreeMap<>();
  private Told<String> hypervisor;

  private Placement(List<SurveyedFile> logs, List<DomainCensus> dumps) {
    this.logs = logs;
    this.dumps = dumps;
  }

  static Placement of(List<SurveyedFile> logs, List<DomainCensus> dumps) {
    Placement placement = new Placement(logs, dumps);
    placement.collectMachines();
    placement.hypervisor = dumps.isEmpty() ? null : placement.findHypervisor();
    logs.forEach(placement::place);
    return placement;
  }

  /** The host of a log; the value is null for a log each of whose rows names its own. */
  Told<String> hostOf(SurveyedFile log) {
    return hostOf.get(log.file().name());
  }

  /** The machine that the dumps are of; null without any. */
  Told<String> hypervisor() {
    return hypervisor;
  }

  /** The machines that serve or may serve, each with the reason for its name. */
  Map<String, String> serving() {
    Map<String, String> serving = new LinkedHashMap<>();
    machines.forEach(
        (machine, file) -> {
          if (!isHypervisor(machine)) {
            serving.put(machine, "the banner of " + file + " names it");
          }
        });
    for (SurveyedFile log : logs) {
      Told<String> host = hostOf(log);
      if (host.known() && !isHypervisor(host.value())) {
        serving.putIfAbsent(host.value(), host.because());
      }
    }
    return serving;
  }

  /** The logs of a machine. */
  List<SurveyedFile> logsOf(String host) {
    return logs.stream().filter(log -> host.equals(hostOf(log).value())).toList();
  }

  private boolean isHypervisor(String machine) {
    return hypervisor != null && MachineNames.same(machine, hypervisor.value());
  }

  private void collectMachines() {
    for (SurveyedFile log : logs) {
      for (String machine : MachineNames.in(log)) {
        if (machines.keySet().stream().noneMatch(known -> MachineNames.same(known, machine))) {
          machines.put(machine, log.file().name());
        }
      }
    }
  }

  private Told<String> findHypervisor() {
    for (SurveyedFile log : logs) {
      String named = log.survey().text().facts().get("host");
      if (DomainCensus.isDump(log) && named != null) {
        return new Told<>(named, log.file().name() + " names it");
      }
    }
    List<String> strangers =
        machines.keySet().stream().filter(machine -> guestNames(machine).isEmpty()).toList();
    Set<String> dumpFolders = new LinkedHashSet<>();
    dumps.forEach(dump -> dumpFolders.add(MachineNames.folder(dump.file())));
    for (String machine : strangers) {
      String file = machines.get(machine);
      String folder = MachineNames.folder(file);
      if (!folder.isEmpty() && dumpFolders.contains(folder)) {
        return new Told<>(machine, file + " lies beside " + dumps.get(0).file());
      }
      if (MachineNames.soundsLikeHypervisor(machine)) {
        return new Told<>(
            machine, file + " names it, and it is no guest in " + dumps.get(0).file());
      }
    }
    if (strangers.size() == 1 && machines.size() > 1) {
      String machine = strangers.get(0);
      return new Told<>(
          machine,
          machines.get(machine) + " names it; it alone is no guest in " + dumps.get(0).file());
    }
    Optional<String> folder = MachineNames.ofFolder(dumps.get(0).file());
    if (folder.isPresent() && machines.keySet().stream().noneMatch(folder.get()::equals)) {
      return new Told<>(folder.get(), "the folder of " + dumps.get(0).file());
    }
    boolean xen = logs.stream().anyMatch(log -> log.file().kind().equals("xentop"));
    return new Told<>(
        xen ? "dom0" : "hypervisor", dumps.get(0).file() + " was taken there; any name will do");
  }

  /** The guests of the dumps that bear a machine's name. */
  List<String> guestNames(String machine) {
    List<String> names = new ArrayList<>();
    for (DomainCensus dump : dumps) {
      dump.guests().keySet().stream()
          .filter(guest -> MachineNames.isGuest(guest, machine))
          .forEach(names::add);
    }
    return names;
  }

  private void place(SurveyedFile log) {
    String name = log.file().name();
    List<String> named = MachineNames.in(log).stream().map(this::canonical).distinct().toList();
    if (DomainCensus.isDump(log)) {
      hostOf.put(name, new Told<>(hypervisor.value(), "a hypervisor's view"));
    } else if (named.size() > 1) {
      hostOf.put(name, Told.ask("its banners name the machines: " + String.join(", ", named)));
    } else if (named.size() == 1) {
      hostOf.put(name, new Told<>(named.get(0), "its banner"));
    } else {
      hostOf.put(name, unnamed(log));
    }
  }

  private String canonical(String machine) {
    return machines.keySet().stream()
        .filter(known -> MachineNames.same(known, machine))
        .findFirst()
        .orElse(machine);
  }

  /** The host of a log that does not name its machine. */
  private Told<String> unnamed(SurveyedFile log) {
    String name = log.file().name();
    List<String> serving = machines.keySet().stream().filter(m -> !isHypervisor(m)).toList();
    for (String machine : machines.keySet()) {
      if (!isHypervisor(machine) && ("/" + name).contains("/" + machine + "/")) {
        return new Told<>(machine, "the folder bears its name");
      }
    }
    for (String folder = MachineNames.folder(name);
        !folder.isEmpty();
        folder = MachineNames.folder(folder)) {
      Set<String> below = machinesBelow(folder);
      if (below.size() == 1) {
        return new Told<>(below.iterator().next(), "sar of that machine lies in " + folder);
      }
    }
    if (serving.size() == 1) {
      return new Told<>(serving.get(0), "no other machine is named by a banner of sar");
    }
    if (serving.size() > 1) {
      return byTier(log, serving);
    }
    Optional<String> folder = MachineNames.ofFolder(name);
    if (folder.isPresent()) {
      return new Told<>(folder.get(), "its folder; no log names a machine");
    }
    List<String> guests = dumps.stream().flatMap(dump -> dump.guests().keySet().stream()).toList();
    return guests.size() == 1
        ? new Told<>(guests.get(0), "the only guest in " + dumps.get(0).file())
        : new Told<>(NAMELESS, "no log names its machine; any name will do, the same everywhere");
  }

  private Set<String> machinesBelow(String folder) {
    Set<String> below = new LinkedHashSet<>();
    for (SurveyedFile log : logs) {
      if (log.file().name().startsWith(folder + "/")) {
        MachineNames.in(log).stream()
            .map(this::canonical)
            .filter(machine -> !isHypervisor(machine))
            .forEach(below::add);
      }
    }
    return below;
  }

  /** Several machines, and nothing but their names to choose by. */
  private static Told<String> byTier(SurveyedFile log, List<String> serving) {
    String tier = String.valueOf(Tiers.of(log));
    Optional<String> named = serving.stream().filter(machine -> sounds(machine, tier)).findFirst();
    if (named.isPresent()) {
      return new Told<>(
          named.get(), "DOUBTFUL: a guess by the machine's name; nothing else tells: check it");
    }
    Optional<String> web = serving.stream().filter(machine -> sounds(machine, "web")).findFirst();
    if (tier.equals("app") && web.isPresent()) {
      return new Told<>(
          web.get(), "DOUBTFUL: a guess that it is beside the web server; nothing tells: check it");
    }
    return new Told<>(
        serving.get(0),
        "DOUBTFUL: only a guess, nothing tells which of "
            + String.join(", ", serving)
            + ": check it");
  }

  private static boolean sounds(String machine, String tier) {
    String words =
        switch (tier) {
          case "web" -> "web|www|apache|front";
          case "db" -> "db|sql|maria|data";
          default -> "app|ic|inter";
        };
    return machine.toLowerCase(Locale.ROOT).matches(".*(" + words + ").*");
  }
}
