package io.tierlens.pipeline.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.pipeline.run.HostDescription;
import io.tierlens.pipeline.run.LogDescription;
import io.tierlens.pipeline.run.RunDescription;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSuggestionTest {
  private static final String NEW_YORK = "America/New_York";

  @TempDir private Path directory;
  private LogFolder logs;

  @BeforeEach
  void open() {
    logs = new LogFolder(directory);
  }

  private static LogDescription log(RunDescription run, String path) {
    return run.logs().stream().filter(log -> log.path().equals(path)).findFirst().orElseThrow();
  }

  @Test
  void oneMachineWithRotationsAndAClockOfTwelveHours() throws IOException {
    RunDescription run =
        logs.with("web/shop-access.log", LogFolder.access(120, 60, NEW_YORK))
            .with("web/shop-access.log.1", LogFolder.access(60, 30, NEW_YORK))
            .with("web/shop-access.log.2.gz", LogFolder.access(0, 30, NEW_YORK))
            .with("db/mysqld-slow.log", LogFolder.slowLog(100))
            .with("sar.out", LogFolder.sar("shop1.example.com", 24, NEW_YORK, true))
            .suggested();
    assertThat(run.hosts())
        .containsExactly(
            new HostDescription(
                "shop1.example.com", HostDescription.TIERS, "-04:00", 2, null, null));
    assertThat(log(run, "web/shop-access.log*").kind()).isEqualTo("apache-access");
    assertThat(log(run, "web/shop-access.log*").options()).containsEntry("format", "combined %D");
    assertThat(run.logs()).hasSize(3).allMatch(log -> log.host().equals("shop1.example.com"));
  }

  @Test
  void twoMachinesInFolders() throws IOException {
    RunDescription run =
        logs.with("web7/access_log", LogFolder.access(0, 100, NEW_YORK))
            .with("web7/sar.txt", LogFolder.sar("web7", 24, NEW_YORK, false))
            .with("db2/slow.log", LogFolder.slowLog(100))
            .with("db2/sar.txt", LogFolder.sar("db2", 24, NEW_YORK, false))
            .suggested();
    assertThat(log(run, "web7/access_log").host()).isEqualTo("web7");
    assertThat(log(run, "db2/slow.log").host()).isEqualTo("db2");
    assertThat(run.host("web7").orElseThrow().tiers()).containsExactly("web", "app");
    assertThat(run.host("db2").orElseThrow().tiers()).containsExactly("db");
    assertThat(run.host("db2").orElseThrow().timeZone()).isEqualTo("-04:00");
  }

  @Test
  void twoMachinesInOneFolderAreToldByTheirNamesAndDoubted() throws IOException {
    logs.with("access_log", LogFolder.access(0, 100, NEW_YORK))
        .with("app.tsv", "start\tduration_us\n" + LogFolder.BEGIN.getEpochSecond() + ".5\t1000\n")
        .with("sar-web.txt", LogFolder.sar("web7", 24, NEW_YORK, false))
        .with("slow.log", LogFolder.slowLog(100))
        .with("sar-db.txt", LogFolder.sar("db2", 24, NEW_YORK, false));
    RunDescription run = logs.suggested();
    assertThat(log(run, "access_log").host()).isEqualTo("web7");
    assertThat(log(run, "app.tsv").host()).isEqualTo("web7");
    assertThat(log(run, "slow.log").host()).isEqualTo("db2");
    assertThat(logs.yaml().lines().filter(line -> line.contains("DOUBTFUL: a guess"))).hasSize(3);
  }

  @Test
  void aMachineWhoseSarIsInUtc() throws IOException {
    String yaml =
        logs.with("access_log", LogFolder.access(0, 100, NEW_YORK))
            .with("sar.txt", LogFolder.sar("www1", 24, "UTC", false))
            .yaml();
    assertThat(yaml).contains("    time-zone: UTC   ").contains("only as UTC does it cover");
  }

  @Test
  void twoProgramsOfOneMachineInTwoZones() throws IOException {
    String slow = LogFolder.slowLog(100).replaceAll("# Time: .*", "# Time: 260706 14:00:00");
    assertThat(slow).contains("# Time: 260706 14:00:00\n");
    RunDescription run =
        logs.with("access_log", LogFolder.access(0, 100, NEW_YORK))
            .with("slow.log", slow.replaceFirst("(?s)(select 0;\n).*", "$1"))
            .with("sar.txt", LogFolder.sar("www1", 24, NEW_YORK, false))
            .suggested();
    assertThat(run.host("www1").orElseThrow().timeZone()).isEqualTo("-04:00");
  }

  @Test
  void aZoneThatOnlyTheRequestsTell() throws IOException {
    String timing = "start\tduration_us\n";
    for (int i = 0; i < 100; i++) {
      timing += LogFolder.BEGIN.getEpochSecond() + 2L * i + ".5\t1000\n";
    }
    RunDescription run =
        logs.with("app.tsv", timing)
            .with("sar.txt", LogFolder.sar("www1", 24, "Asia/Tokyo", false))
            .suggested();
    assertThat(run.host("www1").orElseThrow().timeZone()).isEqualTo("+09:00");
  }

  @Test
  void onlyAnAccessLog() throws IOException {
    RunDescription run =
        logs.with("site.log", LogFolder.access(0, 100, "Europe/Berlin")).suggested();
    assertThat(run.hosts())
        .containsExactly(
            new HostDescription("localhost", HostDescription.TIERS, "+02:00", null, null, null));
    assertThat(run.windows()).isEmpty();
  }

  @Test
  void whatIsNotReadIsNamedWithItsReason() throws IOException {
    String access = LogFolder.access(0, 100, NEW_YORK);
    String yaml =
        logs.with("access_log", access)
            .with("access_log.copy.gz", access)
            .with("notes\u0007.txt", "Dear all\n")
            .with("empty", "")
            .yaml();
    assertThat(yaml)
        .contains("#   access_log.copy.gz: holds the same text as access_log")
        .contains("#   notes?.txt: no known kind of log begins like this")
        .contains("#   empty: is empty\n")
        .contains("    path: access_log\n");
  }

  @Test
  void aGlobTakesNoStranger() throws IOException {
    RunDescription run =
        logs.with("access_log", LogFolder.access(100, 50, NEW_YORK))
            .with("access_log.1", LogFolder.access(0, 50, NEW_YORK))
            .with("access_log.notes", "Dear all\n")
            .suggested();
    assertThat(run.logs())
        .extracting(LogDescription::path)
        .containsExactly("access_log", "access_log.1");
  }

  @Test
  void namesThatYamlAndGlobsWouldTakeForSomethingElse() throws IOException {
    RunDescription run =
        logs.with("a: [b] #c/it's *.log", LogFolder.access(0, 100, NEW_YORK))
            .with("sar.txt", LogFolder.sar("www:1#x", 24, NEW_YORK, false))
            .suggested();
    assertThat(run.logs().get(0).path()).isEqualTo("a: \\[b\\] #c/it's \\*.log");
    assertThat(run.hosts().get(0).name()).isEqualTo("www:1#x");
  }

  @Test
  void aGuestAndItsHost() throws IOException {
    String dump =
        """
              NAME  STATE   CPU(sec) CPU(%)     MEM(k) MEM(%)  MAXMEM(k) MAXMEM(%) VCPUS NETS\
         NETTX(k) NETRX(k) VBDS   VBD_OO   VBD_RD   VBD_WR  VBD_RSECT  VBD_WSECT SSID
          Domain-0 -----r        100    0.0     524288   12.5   no limit       n/a     4    0\
                0        0    0        0        0        0          0          0    0
           shop-vm --b---        200    0.0    1048576   25.0    1048576      25.0     2    1\
              100      200    1        0       10       20        100        200    0
        """;
    String yaml =
        logs.with("access_log", LogFolder.access(0, 100, NEW_YORK))
            .with("sar.txt", LogFolder.sar("www1", 24, NEW_YORK, false))
            .with("xen/top.txt", dump.repeat(5))
            .yaml();
    assertThat(yaml)
        .contains("    hypervisor: dom0")
        .containsPattern("    domain: shop-vm +# the only guest in xen/top.txt; check it")
        .containsPattern("    # start: +# FILL IN: when the first sample was taken")
        .containsPattern("    # interval: +# FILL IN: the -d of the xentop command");
  }

  @Test
  void twoRunsInOneFolder() throws IOException {
    logs.with("monday/access_log", LogFolder.access(0, 100, NEW_YORK))
        .with("monday/access_log.1", LogFolder.access(-300, 100, NEW_YORK));
    assertThat(logs.yaml()).doesNotContain("DOUBTFUL");
    logs.with("tuesday/access_log", LogFolder.access(86_400, 100, NEW_YORK));
    assertThat(logs.yaml())
        .contains("# DOUBTFUL: the requests in monday/ and tuesday/ are of different times.");
  }

  /** The dump has times of day, the guest its own name, sar of that age no count of CPUs. */
  @Test
  void aRecordingOf2009() {
    RunDescription run =
        new LogFolder(Path.of("../../sample-data/story-2009-virtual-4vcpu")).suggested();
    assertThat(run.host("www1"))
        .contains(new HostDescription("www1", HostDescription.TIERS, "-05:00", 4, "dom0", "www1"));
    assertThat(run.host("dom0").orElseThrow().cores()).isEqualTo(8);
    assertThat(log(run, "xentop/xentop.txt").options())
        .containsEntry("start", "2009-01-23T10:00:00-05:00");
  }

  @Test
  void phasesOfALoadTest() {
    String yaml = new LogFolder(Path.of("../../sample-data/story-2009-virtual-4vcpu")).yaml();
    assertThat(yaml)
        .contains(
            "#   - {name: phase-1, start: 2009-01-23T10:00:30-05:00, end: 2009-01-23T10:06:00-05:00}",
            "#   - {name: phase-2, start: 2009-01-23T10:07:10-05:00, end: 2009-01-23T10:10:0")
        .doesNotContain("phase-3");
  }
}
