package io.tierlens.pipeline.suggest;

import io.tierlens.formats.sysstat.RecordingFacts;
import io.tierlens.pipeline.ingest.SurveyedFile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Names of machines, as logs and folders have them. */
final class MachineNames {

  /** Folders that are named for what is in them. */
  private static final Set<String> NO_MACHINES =
      Set.of(
          "access",
          "apache",
          "apache2",
          "app",
          "application",
          "archive",
          "backup",
          "catalog",
          "catalogs",
          "data",
          "database",
          "db",
          "error",
          "files",
          "httpd",
          "hypervisor",
          "ic",
          "interchange",
          "log",
          "logs",
          "mariadb",
          "metrics",
          "misc",
          "mysql",
          "mysqld",
          "nginx",
          "old",
          "other",
          "percona",
          "perf",
          "raw",
          "run",
          "sa",
          "sadf",
          "sar",
          "slow",
          "slow-log",
          "sql",
          "stats",
          "sysstat",
          "tmp",
          "var",
          "virt-top",
          "web",
          "esxtop",
          "xen",
          "xentop");

  /** Longest name that xentop prints in a column without {@code -f}. */
  private static final int CUT = 10;

  private MachineNames() {}

  /** The machines that a file of sar names; mostly one. */
  static List<String> in(SurveyedFile file) {
    String names = file.survey().text().facts().get(RecordingFacts.HOST_NAME);
    return names == null ? List.of() : Arrays.asList(names.split("; ", -1));
  }

  /** Whether two names are of one machine, one of them perhaps with its domain. */
  static boolean same(String one, String other) {
    return shortName(one).equals(shortName(other));
  }

  private static String shortName(String name) {
    return name.split("\\.", 2)[0].toLowerCase(Locale.ROOT);
  }

  /** Whether a guest's name in a dump, which may be cut, is that of a machine. */
  static boolean isGuest(String domain, String machine) {
    return same(domain, machine)
        || (domain.length() == CUT
            && machine.toLowerCase(Locale.ROOT).startsWith(domain.toLowerCase(Locale.ROOT)));
  }

  /** Whether a name says that the machine carries guests. */
  static boolean soundsLikeHypervisor(String machine) {
    return shortName(machine).matches(".*(dom-?0|xen|kvm|esx|hyper|vmhost|hv\\d).*");
  }

  /** The first folder above a file whose name may be that of a machine. */
  static Optional<String> ofFolder(String file) {
    String[] parts = file.split("/", -1);
    return Arrays.stream(parts, 0, parts.length - 1)
        .filter(part -> part.matches("[A-Za-z][A-Za-z0-9._-]*"))
        .filter(part -> !NO_MACHINES.contains(part.toLowerCase(Locale.ROOT)))
        .filter(part -> !part.toLowerCase(Locale.ROOT).startsWith("sar"))
        .findFirst();
  }

  /** The folder that a file lies in; empty for the run's own. */
  static String folder(String file) {
    int slash = file.lastIndexOf('/');
    return slash < 0 ? "" : file.substring(0, slash);
  }
}
