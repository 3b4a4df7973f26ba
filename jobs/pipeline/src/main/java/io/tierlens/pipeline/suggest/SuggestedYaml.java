package io.tierlens.pipeline.suggest;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.sar.SarText;
import io.tierlens.pipeline.ingest.SurveyedFile;
import io.tierlens.pipeline.run.InputFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.joda.time.format.ISODateTimeFormat;

/** Writes a suggestion as a run.yaml whose comments say why each line is as it is. */
final class SuggestedYaml {

  /** More names would not be read. */
  private static final int MOST_LEFT_OUT = 40;

  private final RunSuggestion guessed;
  private final YamlLines yaml = new YamlLines();

  SuggestedYaml(RunSuggestion guessed) {
    this.guessed = guessed;
    head();
    yaml.blank();
    yaml.line("hosts:", null);
    guessed.placement.serving().forEach(this::servingHost);
    if (guessed.placement.hypervisor() != null) {
      hypervisor(guessed.placement.hypervisor());
    }
    yaml.blank();
    yaml.line("logs:", "paths are relative to this file");
    guessed.entries.forEach(this::entry);
    windows();
    leftOut();
  }

  private void head() {
    yaml.comment(
        "", "What tierlens guesses of these logs. The comment behind a line says why; read them,");
    yaml.comment("", "correct what is wrong, and fill in what the logs do not tell (FILL IN).");
    String folders = guessed.severalRuns();
    if (folders != null) {
      yaml.comment(
          "",
          "DOUBTFUL: the requests in "
              + folders
              + " are of different times. If these are two runs, call init for each folder.");
    }
    yaml.line("run: " + YamlLines.scalar(guessed.run), guessed.runBecause);
    String guest = guest();
    if (guest == null) {
      yaml.line("# environment: physical", "FILL IN: physical or virtual; the report groups by it");
    } else {
      yaml.line("environment: virtual", guest);
    }
    yaml.line("# description: ...", "FILL IN: a sentence for the reader of the report");
  }

  private String guest() {
    for (String host : guessed.placement.serving().keySet()) {
      Told<String> domain = domain(host);
      if (domain != null && domain.known()) {
        return guessed.dumps.get(0).file() + " has " + host + " as a guest";
      }
    }
    return null;
  }

  private void servingHost(String host, String because) {
    List<String> serving = List.copyOf(guessed.placement.serving().keySet());
    List<SurveyedFile> own = guessed.placement.logsOf(host);
    List<SurveyedFile> others = new ArrayList<>(guessed.contents.logs());
    others.removeAll(own);
    yaml.line("  " + YamlLines.scalar(host) + ":", because);
    Told<List<String>> tiers = Tiers.of(own, others, serving.size() == 1);
    yaml.line("    tiers: " + YamlLines.list(tiers.value()), tiers.because());
    yaml.entry("    ", ReadOptions.TIME_ZONE, guessed.zones.get(host));
    Told<String> domain = domain(host);
    yaml.entry("    ", "cores", cores(own, domain));
    if (domain != null) {
      yaml.line(
          "    hypervisor: " + YamlLines.scalar(guessed.placement.hypervisor().value()),
          "the machine below, on which " + guessed.dumps.get(0).file() + " was taken");
      yaml.entry("    ", "domain", domain);
    }
  }

  private void hypervisor(Told<String> name) {
    yaml.line("  " + YamlLines.scalar(name.value()) + ":", name.because());
    List<SurveyedFile> own = guessed.placement.logsOf(name.value());
    yaml.line("    tiers: []", "serves no request itself");
    yaml.entry("    ", ReadOptions.TIME_ZONE, guessed.zones.get(name.value()));
    Integer cpus =
        guessed.dumps.stream()
            .map(DomainCensus::hostCpus)
            .filter(count -> count != null)
            .findFirst()
            .orElse(null);
    String own0 = cores(own, null).known() ? "; its sar counts those of dom0 alone" : "";
    yaml.entry(
        "    ",
        "cores",
        cpus == null
            ? Told.ask("processors of the real machine: nr_cpus of `xl info`" + own0)
            : new Told<>(cpus.toString(), guessed.dumps.get(0).file() + " tells"));
  }

  /** The guest that a host is; null if it is none. */
  private Told<String> domain(String host) {
    if (guessed.dumps.isEmpty()) {
      return null;
    }
    DomainCensus dump = guessed.dumps.get(0);
    List<String> named = guessed.placement.guestNames(host);
    if (!named.isEmpty()) {
      return new Told<>(named.get(0), "its name in " + dump.file());
    }
    List<String> guests = List.copyOf(dump.guests().keySet());
    boolean alone = guessed.placement.serving().size() == 1;
    if (alone && guests.size() == 1) {
      return new Told<>(guests.get(0), "the only guest in " + dump.file() + "; check it");
    }
    if (!alone) {
      return null;
    }
    return Told.ask(
        "its name in "
            + dump.file()
            + (guests.isEmpty()
                ? ", which has no guest"
                : ", one of " + String.join(", ", guests.subList(0, Math.min(20, guests.size())))));
  }

  private Told<String> cores(List<SurveyedFile> own, Told<String> domain) {
    for (SurveyedFile log : own) {
      String cores = log.survey().text().facts().get("cores");
      if (cores != null) {
        String[] counts = cores.split("; ", -1);
        return new Told<>(
            counts[0],
            "banner of "
                + log.file().name()
                + (counts.length > 1 ? "; DOUBTFUL: it was " + cores : ""));
      }
    }
    if (domain != null && domain.known()) {
      for (DomainCensus dump : guessed.dumps) {
        int vcpus = dump.vcpus().getOrDefault(domain.value(), 0);
        if (vcpus > 0) {
          return new Told<>(Integer.toString(vcpus), "its virtual processors in " + dump.file());
        }
      }
    }
    return Told.ask("how many processors it has, as `nproc` says; no log tells");
  }

  private void entry(LogEntry entry) {
    SurveyedFile log = entry.first();
    InputFile file = log.file();
    String many = entry.files().size() > 1 ? entry.files().size() + " files; " : "";
    yaml.line("  - kind: " + file.kind(), many + String.join("; ", file.evidence()));
    Told<String> host = guessed.placement.hostOf(log);
    if (host.known()) {
      yaml.entry("    ", "host", host);
    } else {
      yaml.comment("    ", "no host: " + host.because());
    }
    yaml.line("    path: " + YamlLines.scalar(entry.path()), null);
    Told<String> zone = guessed.logZones.get(file.name());
    if (zone != null) {
      yaml.entry("    ", ReadOptions.TIME_ZONE, zone);
    }
    entry
        .options()
        .forEach(
            (key, value) ->
                yaml.line("    " + key + ": " + YamlLines.scalar(value), optionSource(key, file)));
    log.survey()
        .text()
        .assumed()
        .forEach(
            (key, value) ->
                yaml.line(
                    "    # " + key + ": " + value,
                    "FILL IN: "
                        + log.survey().text().facts().get(SarText.DATE_ORDER_FACT)
                        + "; mdy or dmy"));
    dumpTimes(log);
  }

  private static String optionSource(String key, InputFile file) {
    return switch (key) {
      case ReadOptions.FORMAT ->
          file.kind().equals("apache-access")
              ? "guessed from its lines; the server's configuration (LogFormat) has the true one"
              : "guessed from its lines";
      case ReadOptions.YEAR -> "its stamps have none; this is a guess";
      default -> "guessed from its first lines";
    };
  }

  private void dumpTimes(SurveyedFile log) {
    for (DomainCensus dump : guessed.dumps) {
      if (!dump.file().equals(log.file().name())) {
        continue;
      }
      String zone = guessed.zones.get(guessed.placement.hypervisor().value()).value();
      Told<String> start = DumpStart.of(dump, guessed.requests, zone);
      if (start == null) {
        continue;
      }
      yaml.entry("    ", ReadOptions.START, start);
      if (!dump.hasClock()) {
        yaml.entry(
            "    ",
            ReadOptions.INTERVAL,
            Told.ask("the -d of the xentop command: 2s" + dump.spacingWords()));
      }
    }
  }

  private void windows() {
    yaml.blank();
    String ask = "windows: parts of the run to compare with those of the same name in another run";
    if (guessed.phases.isEmpty()) {
      yaml.comment("", ask + ", such as");
      yaml.comment(
          "", "phases of a load test. The load of these logs has no clear steps to suggest any.");
      yaml.comment("", "windows:");
      yaml.comment(
          "",
          "  - {name: two-users, start: 2009-01-23T10:05:00-05:00, end: 2009-01-23T10:08:00-05:00}");
      return;
    }
    yaml.comment("", ask + ".");
    yaml.comment(
        "",
        "The load changes in clear steps. If they are the phases of your test, name them, move");
    yaml.comment("", "the bounds to where each really began, and take away the leading \"# \".");
    yaml.comment("", "windows:");
    DateTimeZone zone = displayZone();
    int number = 0;
    for (LoadPhases.Phase phase : guessed.phases) {
      if (phase.isIdle()) {
        continue;
      }
      number++;
      yaml.comment(
          "",
          String.format(
              Locale.ROOT,
              "  - {name: phase-%d, start: %s, end: %s}  # %.1f requests at a time",
              number,
              instant(phase.startUs(), zone),
              instant(phase.endUs(), zone),
              phase.concurrency()));
    }
  }

  private DateTimeZone displayZone() {
    return guessed.zones.values().stream()
        .filter(Told::known)
        .findFirst()
        .map(zone -> DateTimeZone.forID(zone.value()))
        .orElse(DateTimeZone.UTC);
  }

  private static String instant(long us, DateTimeZone zone) {
    return new DateTime(us / 1000, zone).toString(ISODateTimeFormat.dateTimeNoMillis());
  }

  private void leftOut() {
    Map<String, String> leftOut = guessed.contents.leftOut();
    if (leftOut.isEmpty()) {
      return;
    }
    yaml.blank();
    yaml.comment("", "Not listed, and so not read:");
    leftOut.entrySet().stream()
        .limit(MOST_LEFT_OUT)
        .forEach(file -> yaml.comment("", "  " + file.getKey() + ": " + file.getValue()));
    if (leftOut.size() > MOST_LEFT_OUT) {
      yaml.comment("", "  and " + (leftOut.size() - MOST_LEFT_OUT) + " more");
    }
  }

  @Override
  public String toString() {
    return yaml.toString();
  }
}
