package io.tierlens.attribution.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.Attribution;
import io.tierlens.attribution.RunAttribution;
import io.tierlens.attribution.record.AppEvent;
import io.tierlens.attribution.record.CpuSample;
import io.tierlens.attribution.record.WebRequest;
import io.tierlens.attribution.record.Window;
import io.tierlens.attribution.table.CpuDemand;
import io.tierlens.attribution.table.Remark;
import io.tierlens.attribution.webapp.TiedRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CpuDemandsTest {
  private static final long SECOND = 1_000_000;
  private static final double USER_SHARE = 0.6;
  private static final double SYSTEM_SHARE = 0.2;
  private static final int CORES = 4;

  /** Requests that compute at a steady rate while they last. */
  private static List<WebRequest> requests(Random random) {
    List<WebRequest> requests = new ArrayList<>();
    for (int client = 0; client < 3; client++) {
      long now = random.nextInt(500_000);
      while (now < 600 * SECOND) {
        long duration = 200_000L + random.nextInt(800_000);
        long key = requests.size();
        requests.add(new WebRequest(key, "www", now, 0, duration, "GET /a", "/a", 200, key));
        now += duration + random.nextInt(300_000);
      }
    }
    return requests;
  }

  private static List<CpuSample> samples(List<WebRequest> requests, long length, Double steal) {
    List<TiedRequest> tied = requests.stream().map(r -> new TiedRequest(r, null)).toList();
    List<CpuSample> samples = new ArrayList<>();
    for (long start = 0; start < 660 * SECOND; start += length) {
      Exposure exposure = new Exposure(tied, new long[] {start}, new long[] {start + length});
      double busy = exposure.activeUs(0) / length / CORES * 100;
      double idle = 100 - busy * (USER_SHARE + SYSTEM_SHARE);
      samples.add(
          new CpuSample(
              "www",
              start,
              start + length,
              CORES,
              busy * USER_SHARE,
              0,
              busy * SYSTEM_SHARE,
              0.0,
              steal,
              idle,
              true));
    }
    return samples;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 10, 60})
  void demandIsFoundAtEverySamplingInterval(long seconds) {
    List<WebRequest> requests = requests(new Random(60));
    double mean = requests.stream().mapToLong(WebRequest::durationUs).average().orElse(0) / 1e3;
    List<Window> windows =
        List.of(
            new Window("a", 100 * SECOND, 350 * SECOND),
            new Window("b", 650 * SECOND, 651 * SECOND));
    Attribution found =
        RunAttribution.builder()
            .webRequests(requests)
            .cpuSamples(samples(requests, seconds * SECOND, null))
            .windows(windows)
            .build()
            .run();
    Map<String, CpuDemand> rows = rows(found, null);
    assertThat(rows.keySet()).containsExactlyInAnyOrder("user", "nice", "system", "iowait", "idle");
    CpuDemand user = rows.get("user");
    assertThat(user.msPerRequest()).isCloseTo(USER_SHARE * mean, within(0.003 * mean));
    assertThat(rows.get("system").msPerRequest())
        .isCloseTo(SYSTEM_SHARE * mean, within(0.003 * mean));
    assertThat(user.low()).isLessThanOrEqualTo(user.msPerRequest());
    assertThat(user.high()).isGreaterThanOrEqualTo(user.msPerRequest());
    // Little: requests per second times their mean time is their mean number.
    assertThat(user.concurrency())
        .isCloseTo(user.throughput() * mean / 1e3, within(0.02 * user.concurrency()));
    assertThat(user.busyCores()).isCloseTo(USER_SHARE * user.concurrency(), within(1e-6));
    double percents = rows.values().stream().mapToDouble(CpuDemand::percent).sum();
    assertThat(percents).isCloseTo(100, within(1e-6));
    assertThat(rows(found, "a").get("user").msPerRequest())
        .isCloseTo(USER_SHARE * mean, within(0.05 * mean));
    assertThat(rows(found, "b").values()).allMatch(row -> row.msPerRequest() == null);
    assertThat(found.remarks()).noneMatch(r -> r.rule() == Remark.Rule.BUSY_ABOVE_CONCURRENCY);
  }

  @Test
  void stealIsARowOnlyWhereItIsLogged() {
    List<WebRequest> requests = requests(new Random(61));
    List<CpuSample> mixed = samples(requests, SECOND, 0.0);
    Attribution all =
        RunAttribution.builder().webRequests(requests).cpuSamples(mixed).build().run();
    assertThat(rows(all, null).get("steal").msPerRequest()).isZero();
    List<CpuSample> some = new ArrayList<>(mixed.subList(0, 100));
    some.addAll(samples(requests, SECOND, null).subList(100, 300));
    Attribution part =
        RunAttribution.builder().webRequests(requests).cpuSamples(some).build().run();
    assertThat(rows(part, null)).doesNotContainKey("steal").containsKey("user");
  }

  @Test
  void sameRecordingTwiceCountsOnce() {
    List<WebRequest> requests = requests(new Random(62));
    List<CpuSample> once = samples(requests, SECOND, null);
    List<CpuSample> twice = new ArrayList<>(once);
    twice.addAll(once);
    assertThat(RunAttribution.builder().webRequests(requests).cpuSamples(twice).build().run())
        .isEqualTo(RunAttribution.builder().webRequests(requests).cpuSamples(once).build().run());
  }

  @Test
  void samplesThatCannotBeTrueAreLeftOutAndSaidSo() {
    List<WebRequest> requests = requests(new Random(63));
    List<CpuSample> good = samples(requests, SECOND, 0.0);
    List<CpuSample> bad = new ArrayList<>(good);
    for (int i = 0; i < good.size(); i += 3) {
      CpuSample sample = good.get(i);
      bad.set(
          i,
          new CpuSample(
              "www", sample.startUs(), sample.endUs(), CORES, 0, 0, 0, 0.0, 100.0, 0, false));
    }
    List<CpuSample> rest = bad.stream().filter(CpuSample::believable).toList();
    Attribution found =
        RunAttribution.builder().webRequests(requests).cpuSamples(bad).build().run();
    Attribution without =
        RunAttribution.builder().webRequests(requests).cpuSamples(rest).build().run();
    assertThat(found.cpuDemands()).isEqualTo(without.cpuDemands()).isNotEmpty();
    assertThat(without.remarks())
        .noneMatch(remark -> remark.rule() == Remark.Rule.CPU_SAMPLES_LEFT_OUT);
    assertThat(found.remarks())
        .contains(
            new Remark(
                Remark.Rule.CPU_SAMPLES_LEFT_OUT,
                null,
                "www",
                bad.size() - rest.size(),
                (double) bad.size()));
  }

  @Test
  void workOutsideOfRequestsIsRemarkedOn() {
    List<WebRequest> requests =
        List.of(new WebRequest(1, "www", 0, 0, 100 * SECOND, "GET /a", "/a", 200, 1));
    List<CpuSample> busy =
        List.of(new CpuSample("www", 0, 100 * SECOND, 4, 40, 0, 20, 0.0, null, 40, true));
    Attribution found =
        RunAttribution.builder().webRequests(requests).cpuSamples(busy).build().run();
    assertThat(found.remarks())
        .filteredOn(remark -> remark.rule() == Remark.Rule.BUSY_ABOVE_CONCURRENCY)
        .singleElement()
        .satisfies(
            remark -> {
              assertThat(remark.value()).isCloseTo(2.4, within(1e-9));
              assertThat(remark.limit()).isCloseTo(1, within(1e-9));
              assertThat(remark.subject()).isEqualTo("www");
            });
  }

  /**
   * Stamps in whole seconds may put a request anywhere in its second: only what is left is quiet.
   */
  @ParameterizedTest
  @ValueSource(longs = {0, 999_999})
  void quietIsWhereNoRequestCanBe(long slackUs) {
    List<WebRequest> requests =
        List.of(
            new WebRequest(1, "www", 20 * SECOND, slackUs, 10 * SECOND, "GET /a", "/a", 200, 1),
            new WebRequest(2, "www", 40 * SECOND, slackUs, 10 * SECOND, "GET /a", "/a", 200, 2));
    List<CpuSample> samples = new ArrayList<>();
    for (int second = 0; second < 60; second++) {
      // Idle but for the kernel, which takes as many percent as there are seconds gone.
      samples.add(
          new CpuSample(
              "www",
              second * SECOND,
              (second + 1) * SECOND,
              2,
              0,
              0,
              second,
              null,
              null,
              100.0 - second,
              true));
    }
    Attribution found =
        RunAttribution.builder()
            .webRequests(requests)
            .cpuSamples(samples)
            .windows(
                List.of(
                    new Window("between", 15 * SECOND, 45 * SECOND),
                    new Window("within", 42 * SECOND, 48 * SECOND)))
            .build()
            .run();
    CpuDemand run = rows(found, null).get("system");
    CpuDemand between = rows(found, "between").get("system");
    CpuDemand within = rows(found, "within").get("system");
    int last = slackUs == 0 ? 0 : 1;
    assertThat(run.quietSeconds()).isEqualTo(20 + (10 - last) + (10 - last));
    assertThat(between.quietSeconds()).isEqualTo(5 + 10 - last);
    double sum = 15 + 16 + 17 + 18 + 19;
    for (int second = 30 + last; second < 40; second++) {
      sum += second;
    }
    assertThat(between.quietPercent()).isCloseTo(sum / (15 - last), within(1e-9));
    assertThat(within.quietSeconds()).isNull();
    assertThat(within.quietPercent()).isNull();
    assertThat(rows(found, null)).doesNotContainKey("steal");
  }

  /** A picture served from a file is work too. */
  @Test
  void staticRequestsDisturbTheQuiet() {
    List<WebRequest> requests =
        List.of(
            new WebRequest(1, "www", 0, 0, 10 * SECOND, "GET /a", "/a", 200, 1),
            new WebRequest(2, "www", 15 * SECOND, 0, 0, "GET /i.png", "/i.png", 200, 2));
    List<AppEvent> events =
        List.of(
            new AppEvent(7, "www", 0, 0, 10 * SECOND, 0L, null, null, null, "/a", true, 1, null));
    List<CpuSample> samples = new ArrayList<>();
    for (int second = 0; second < 20; second++) {
      samples.add(
          new CpuSample(
              "www", second * SECOND, (second + 1) * SECOND, 2, 0, 0, 1, null, null, 99, true));
    }
    Attribution found =
        RunAttribution.builder()
            .webRequests(requests)
            .appEvents(events)
            .cpuSamples(samples)
            .build()
            .run();
    assertThat(rows(found, null).get("system").quietSeconds()).isEqualTo(9);
  }

  private static Map<String, CpuDemand> rows(Attribution found, String window) {
    Map<String, CpuDemand> rows = new HashMap<>();
    for (CpuDemand row : found.cpuDemands()) {
      if (window == null ? row.windowName() == null : window.equals(row.windowName())) {
        rows.put(row.mode(), row);
      }
    }
    return rows;
  }
}
