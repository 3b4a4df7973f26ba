package io.tierlens.attribution.story;

import io.tierlens.attribution.story.StoryRun.Phase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A web shop moves from a physical machine into a virtual one and becomes slow: simulated runs at
 * the figures that were told in 2009, as folders for sample-data.
 *
 * <p>What was told: with two users 0.5 to 0.7 s on the physical machine, user time about 50 %,
 * system time in the low teens. Under full virtualisation with four virtual CPUs 1 to 2 s, with
 * wild variation even for one page asked again and again, system time 50 to 90 %, user below 40 %,
 * no iowait. With eight virtual CPUs hardly better. After updates less variation, and 2.4 to 2.6 s
 * under heavier concurrency. How many users the virtual machine had was not told; for such a share
 * of system time on four CPUs two are too few if each request does one thing at a time, so there is
 * a phase with four.
 */
final class StoryOf2009 {
  private StoryOf2009() {}

  static List<StoryRun> runs() {
    return List.of(
        new StoryRun(
                "story-2009-physical",
                "Simulated: replays the figures of a shop on its physical machine in 2009",
                2,
                false,
                start("2009-01-20T10:00:00-05:00[America/New_York]"),
                plan -> plan.disk(0.06, 40))
            .phase("two-users", 2, 460)
            .phase("four-users", 4, 460),
        new StoryRun(
                "story-2009-virtual-4vcpu",
                "Simulated: the same shop in a fully virtual Xen guest with 4 virtual CPUs",
                4,
                true,
                start("2009-01-23T10:00:00-05:00[America/New_York]"),
                plan ->
                    plan.userTimes(1.1)
                        .systemTimes(9.5)
                        .systemSpread(0.65)
                        .idleBurn(0.015)
                        .roundTrip(5)
                        .disk(0.01, 20))
            .phase("two-users", 2, 460)
            .phase("four-users", 4, 460),
        new StoryRun(
                "story-2009-virtual-8vcpu",
                "Simulated: the same guest with 8 virtual CPUs",
                8,
                true,
                start("2009-01-26T10:00:00-05:00[America/New_York]"),
                plan ->
                    plan.userTimes(1.1)
                        .systemTimes(9)
                        .systemSpread(0.6)
                        .idleBurn(0.45)
                        .roundTrip(5)
                        .disk(0.01, 20))
            .phase("two-users", 2, 460)
            .phase("four-users", 4, 460),
        new StoryRun(
                "story-2009-virtual-updated",
                "Simulated: the guest with 4 virtual CPUs after updates of host and guest",
                4,
                true,
                start("2009-03-10T10:00:00-04:00[America/New_York]"),
                plan ->
                    plan.userTimes(1.1)
                        .systemTimes(7)
                        .systemSpread(0.12)
                        .idleBurn(0.015)
                        .roundTrip(5)
                        .disk(0.01, 20))
            .phase("two-users", 2, 460)
            .phase("four-users", 4, 460)
            .phase("ten-users", 10, 600));
  }

  private static ZonedDateTime start(String text) {
    return ZonedDateTime.parse(text);
  }

  /** Content of all files by their paths below sample-data. */
  static Map<String, byte[]> files(List<StoryRun> runs) {
    Map<String, byte[]> files = new TreeMap<>();
    for (StoryRun run : runs) {
      StoryLogs logs = new StoryLogs(run);
      put(files, run, "run.yaml", yaml(run));
      put(files, run, "apache/access_log", logs.accessLog());
      put(files, run, "interchange/bench.log", logs.benchLog());
      put(files, run, "interchange/usertrack", logs.usertrack());
      put(files, run, "mysql/slow.log", logs.slowLog());
      put(files, run, "sar/sar-u.txt", logs.sar());
      if (run.isGuest) {
        put(files, run, "xentop/xentop.txt", logs.xentop());
      }
    }
    return files;
  }

  private static void put(Map<String, byte[]> files, StoryRun run, String path, String text) {
    files.put(run.name + "/" + path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String yaml(StoryRun run) {
    String iso = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(run.start);
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # Simulated, not recorded: a replay of figures told in 2009, in the log formats of that time.
        run: %s
        environment: %s
        description: '%s'

        hosts:
          www1:
            tiers: [web, app, db]         # the whole stack is on one machine
            time-zone: America/New_York   # for the logs whose stamps name no zone: sar, the slow log
            cores: %d                      # sar of that age does not tell how many CPUs there are
        """
            .formatted(run.name, run.isGuest ? "virtual" : "physical", run.description, run.cpus));
    if (run.isGuest) {
      text.append(
          """
              hypervisor: dom0              # the host below on which xentop ran
              domain: www1                  # the guest's name in xentop
            dom0:
              tiers: []                     # serves no request itself
              time-zone: America/New_York
              cores: 8                      # of the real machine
          """);
    }
    text.append(
        """

        logs:
          - kind: apache-access
            host: www1
            path: apache/access_log
            format: '%h %l %u %t "%r" %>s %b "%{Referer}i" "%{User-Agent}i" %D'
          - {kind: interchange-bench, host: www1, path: interchange/bench.log}
          - {kind: interchange-usertrack, host: www1, path: interchange/usertrack}
          - {kind: mysql-slow-log, host: www1, path: mysql/slow.log}
          - {kind: sar, host: www1, path: sar/sar-u.txt}
        """);
    if (run.isGuest) {
      text.append("  # The dump has a clock but no date: that is of start.\n");
      text.append(
          "  - {kind: xentop, host: dom0, path: xentop/xentop.txt, start: %s, interval: 10s}\n"
              .formatted(iso));
    }
    text.append(
        "\n# The phases of the load test; the same name in another run means the same load.\n");
    text.append("windows:\n");
    for (Phase phase : run.phases()) {
      text.append(
          "  - {name: %s, start: %s, end: %s}\n"
              .formatted(
                  phase.name(),
                  iso(phase.firstRequestSecond()),
                  iso(phase.lastRequestSecond() + 1)));
    }
    return text.toString();
  }

  private static String iso(long second) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        ZonedDateTime.ofInstant(Instant.ofEpochSecond(second), StoryRun.ZONE));
  }
}
