package io.tierlens.attribution.story;

import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.record.CpuSample;
import io.tierlens.attribution.record.DomainSample;
import io.tierlens.attribution.record.Query;
import io.tierlens.attribution.record.WebRequest;
import io.tierlens.attribution.simulation.TrueRequest;
import io.tierlens.attribution.story.StoryRun.Phase;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints a run's logs as the programs of 2009 would. */
final class StoryLogs {
  private static final String CLIENT = "192.0.2.";
  private static final String LETTERS =
      "23456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  private static final long SECOND = 1_000_000;
  private static final int TICK_US = 10_000;

  private final StoryRun run;

  StoryLogs(StoryRun run) {
    this.run = run;
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  private static String time(String pattern, long epochSecond) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
        .format(ZonedDateTime.ofInstant(Instant.ofEpochSecond(epochSecond), StoryRun.ZONE));
  }

  private static String path(String page, boolean isStatic) {
    return isStatic ? "/shop/images/logo.gif" : "/cgi-bin/shop/" + page + ".html";
  }

  /** Apache 2.0, LogFormat combined and %D. */
  String accessLog() {
    StringBuilder log = new StringBuilder();
    for (Phase phase : run.phases()) {
      Map<Long, TrueRequest> truth = byKey(phase);
      for (WebRequest web : phase.run().web()) {
        TrueRequest request = truth.get(web.key());
        boolean isStatic = request.eventKey() == null;
        long second = (web.startUs() + phase.shiftUs()) / SECOND;
        log.append(
            format(
                "%s%d - - [%s] \"GET %s HTTP/1.1\" 200 %d \"-\""
                    + " \"Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1; SV1)\" %d\n",
                CLIENT,
                10 + request.client(),
                time("dd/MMM/yyyy:HH:mm:ss Z", second),
                path(request.page(), isStatic),
                isStatic ? 3531 : 9_000 + 700 * request.queries() + web.durationUs() % 97,
                web.durationUs()));
      }
    }
    return log.toString();
  }

  private static Map<Long, TrueRequest> byKey(Phase phase) {
    Map<Long, TrueRequest> truth = new HashMap<>();
    phase.run().truth().forEach(request -> truth.put(request.key(), request));
    return truth;
  }

  private static Map<Long, TrueRequest> byEvent(Phase phase) {
    Map<Long, TrueRequest> truth = new HashMap<>();
    phase.run().truth().stream()
        .filter(request -> request.eventKey() != null)
        .forEach(request -> truth.put(request.eventKey(), request));
    return truth;
  }

  /** Interchange's benchtimes: a line when the page begins and one when it ends. */
  String benchLog() {
    record Line(long instantUs, boolean begins, int counter, String text) {}
    List<Line> lines = new ArrayList<>();
    int counter = 0;
    for (Phase phase : run.phases()) {
      Map<Long, TrueRequest> truth = byEvent(phase);
      List<AppEvent> starts =
          phase.run().app().stream().sorted(Comparator.comparingLong(AppEvent::order)).toList();
      for (AppEvent event : starts) {
        counter++;
        TrueRequest request = truth.get(event.key());
        long start = request.appStartUs() + phase.shiftUs();
        long end = request.appEndUs() + phase.shiftUs();
        String head =
            format(
                "%s%d\t%s\t%s\t%d\t",
                CLIENT,
                10 + request.client(),
                path(request.page(), false),
                session(phase, event.session()),
                event.pid());
        double cpu = Math.floor(request.appCpuUs() / TICK_US) * TICK_US / 1e6;
        lines.add(
            new Line(start, true, counter, format("%s%d\t%d\t\n", head, start / SECOND, counter)));
        lines.add(
            new Line(
                end, false, counter, format("%s%d\t%d\t%.3f\n", head, end / SECOND, counter, cpu)));
      }
    }
    lines.sort(Comparator.comparingLong(Line::instantUs).thenComparing(Line::counter));
    StringBuilder log = new StringBuilder();
    lines.forEach(line -> log.append(line.text()));
    return log.toString();
  }

  /** Eight letters and digits, as Interchange names sessions; each phase has its own visitors. */
  private static String session(Phase phase, String name) {
    long rest = (name + phase.name()).hashCode() * 0x9E3779B97F4A7C15L;
    rest = (rest ^ (rest >>> 29)) * 0xBF58476D1CE4E5B9L;
    rest = (rest ^ (rest >>> 32)) >>> 1;
    StringBuilder letters = new StringBuilder();
    while (letters.length() < 8) {
      letters.append(LETTERS.charAt((int) (rest % LETTERS.length())));
      rest /= LETTERS.length();
    }
    return letters.toString();
  }

  /** Interchange's TrackFile: a line for each page at its end. */
  String usertrack() {
    StringBuilder log = new StringBuilder();
    for (Phase phase : run.phases()) {
      Map<Long, TrueRequest> truth = byEvent(phase);
      for (AppEvent event : phase.run().app()) {
        TrueRequest request = truth.get(event.key());
        long second = (request.appEndUs() + phase.shiftUs()) / SECOND;
        String host = CLIENT + (10 + request.client());
        log.append(
            format(
                "%s\t%s:%s\t\t%s\t%d\t\t%s\n",
                time("yyyyMMdd", second),
                session(phase, event.session()),
                host,
                host,
                second,
                StoryPages.action(request.page())));
      }
    }
    return log.toString();
  }

  /** MySQL 4.1: whole seconds, and only what shows more than one. */
  String slowLog() {
    StringBuilder log =
        new StringBuilder(
            """
            /usr/sbin/mysqld, Version: 4.1.22-standard-log. started with:
            Tcp port: 3306  Unix socket: /var/lib/mysql/mysql.sock
            Time                 Id Command    Argument
            """);
    long told = 0;
    for (Phase phase : run.phases()) {
      for (Query query : phase.run().queries()) {
        long end = (query.startUs() + query.queryTimeUs() + phase.shiftUs()) / SECOND;
        if (end != told) {
          log.append("# Time: ").append(time("yyMMdd", end)).append(time(" HH:mm:ss", end));
          log.append('\n');
        }
        log.append("# User@Host: shop[shop] @ localhost []\n");
        log.append(
            format(
                "# Query_time: %d  Lock_time: 0  Rows_sent: %d  Rows_examined: %d\n",
                query.queryTimeUs() / SECOND, 20, 48_211));
        log.append(told == 0 ? "use shop;\n" : "");
        log.append(StoryPages.SQL.get(query.fingerprintId())).append(";\n");
        told = end;
      }
    }
    return log.toString();
  }

  /** sysstat 5.0.5, sar -u in locale en_US: neither %steal nor the number of CPUs. */
  String sar() {
    long first = run.phases().get(0).startSecond();
    StringBuilder text =
        new StringBuilder(
            format("Linux 2.4.21-57.ELsmp (www1) \t%s\n\n", time("MM/dd/yyyy", first)));
    text.append(
        format(
            "%-11s       CPU     %%user     %%nice   %%system   %%iowait     %%idle\n",
            time("hh:mm:ss a", first)));
    double[] sums = new double[4];
    int count = 0;
    for (Phase phase : run.phases()) {
      for (CpuSample sample : phase.run().cpu()) {
        // Two decimals of whole ticks, so that the row makes 100 as the kernel's counters do.
        double ticks = sample.lengthUs() / (double) TICK_US * sample.cores();
        double user = Math.rint(sample.user() * ticks / 100) * 100 / ticks;
        double system = Math.rint(sample.system() * ticks / 100) * 100 / ticks;
        double iowait = Math.rint(sample.iowait() * ticks / 100) * 100 / ticks;
        double idle = Math.max(0, 100 - user - system - iowait);
        row(
            text,
            time("hh:mm:ss a", (sample.endUs() + phase.shiftUs()) / SECOND),
            user,
            system,
            iowait,
            idle);
        sums[0] += user;
        sums[1] += system;
        sums[2] += iowait;
        sums[3] += idle;
        count++;
      }
    }
    row(text, "Average:", sums[0] / count, sums[1] / count, sums[2] / count, sums[3] / count);
    return text.toString();
  }

  private static void row(
      StringBuilder text, String label, double user, double system, double iowait, double idle) {
    text.append(
        format(
            "%-11s       all    %6.2f    %6.2f    %6.2f    %6.2f    %6.2f\n",
            label, user, 0.0, system, iowait, idle));
  }

  /** xentop -b of Xen 3.0.3, which still prints its clock before each sample. */
  String xentop() {
    StringBuilder text = new StringBuilder();
    double before = 0;
    double beforeAt = 0;
    int sample = 0;
    double counter = 0;
    double dom0 = 4_211;
    for (Phase phase : run.phases()) {
      List<DomainSample> seconds = phase.run().domains(1);
      long length = phase.seconds();
      long from = phase.startSecond() - run.start.toEpochSecond();
      // xentop sleeps the interval after the work of a sample, which takes 20 ms.
      while (sample * 10.02 < from + length) {
        double at = sample * 10.02;
        int inPhase = (int) (at - from);
        double used =
            counter
                + (inPhase == 0
                    ? 0
                    : seconds.get(Math.min(inPhase, seconds.size()) - 1).cpuSeconds());
        double percent = sample == 0 ? 0 : 100 * (used - before) / (at - beforeAt);
        dom0 += sample == 0 ? 0 : (at - beforeAt) * (0.03 + 0.0004 * percent);
        sample(text, at, used, percent, sample == 0 ? 0 : 3 + 0.04 * percent, dom0);
        before = used;
        beforeAt = at;
        sample++;
      }
      counter += seconds.get(seconds.size() - 1).cpuSeconds();
    }
    return text.toString();
  }

  private void sample(
      StringBuilder text, double at, double used, double percent, double dom0Percent, double dom0) {
    long second = run.start.toEpochSecond() + (long) at;
    text.append(format("xentop - %s   Xen 3.0.3\n", time("HH:mm:ss", second)));
    text.append("2 domains: 1 running, 1 blocked, 0 paused, 0 crashed, 0 dying, 0 shutdown \n");
    text.append("Mem: 16773552k total, 5392640k used, 11380912k free    CPUs: 8 @ 2992MHz\n");
    text.append(
        "      NAME  STATE   CPU(sec) CPU(%)     MEM(k) MEM(%)  MAXMEM(k) MAXMEM(%) VCPUS NETS"
            + " NETTX(k) NETRX(k) VBDS   VBD_OO   VBD_RD   VBD_WR SSID\n");
    domain(text, "Domain-0", "-----r", dom0, dom0Percent, 1_048_576, "no limit", "n/a", 8, 0);
    domain(text, "www1", "--b---", used + 118, percent, 4_194_304, "4202496", "25.1", run.cpus, 1);
  }

  private static void domain(
      StringBuilder text,
      String name,
      String state,
      double seconds,
      double percent,
      long memory,
      String most,
      String mostPercent,
      int vcpus,
      int devices) {
    text.append(
        format(
            "%10s %6s %10d %6.1f %10d %6.1f %10s %9s %5d %4d %8d %8d %4d %8d %8d %8d %4d\n",
            name,
            state,
            (long) seconds,
            percent,
            memory,
            100.0 * memory / 16_773_552,
            most,
            mostPercent,
            vcpus,
            devices,
            devices == 0 ? 0 : 20_000 + (long) (seconds * 11),
            devices == 0 ? 0 : 4_000 + (long) (seconds * 2),
            devices,
            0,
            devices == 0 ? 0 : 30_211,
            devices == 0 ? 0 : 9_000 + (long) (seconds * 1.5),
            0));
  }
}
