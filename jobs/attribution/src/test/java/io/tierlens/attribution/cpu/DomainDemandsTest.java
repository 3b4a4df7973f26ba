package io.tierlens.attribution.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tierlens.attribution.Attribution;
import io.tierlens.attribution.RunAttribution;
import io.tierlens.attribution.record.CpuSample;
import io.tierlens.attribution.record.DomainSample;
import io.tierlens.attribution.record.Host;
import io.tierlens.attribution.record.WebRequest;
import io.tierlens.attribution.table.DomainDemand;
import io.tierlens.attribution.table.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DomainDemandsTest {
  private static final long SECOND = 1_000_000;
  private static final List<Host> HOSTS =
      List.of(
          new Host("www", 2, "xen", "guest", Set.of("web", "app", "db")),
          new Host("xen", 8, null, null, Set.of()));

  private static Attribution run(List<DomainSample> samples, double guestBusyPercent) {
    List<WebRequest> requests = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      requests.add(new WebRequest(i, "www", i * SECOND, 0, SECOND, "GET /a", "/a", 200, i));
    }
    List<CpuSample> cpu =
        List.of(
            new CpuSample(
                "www",
                0,
                100 * SECOND,
                2,
                guestBusyPercent,
                0,
                0,
                0.0,
                null,
                100 - guestBusyPercent,
                true));
    return RunAttribution.builder()
        .hosts(HOSTS)
        .webRequests(requests)
        .cpuSamples(cpu)
        .domainSamples(samples)
        .build()
        .run();
  }

  private static List<DomainSample> counter(String domain, double from, double perSecond) {
    List<DomainSample> samples = new ArrayList<>();
    for (int second = 0; second <= 100; second += 2) {
      Long before = second == 0 ? null : (second - 2) * SECOND;
      double counted = Math.floor(from + second * perSecond);
      // Percents that jitter, as they do when samples come late.
      Double percent =
          second == 0 ? null : Double.valueOf(100 * perSecond * (second % 4 == 0 ? 2 : 0));
      samples.add(new DomainSample("xen", before, second * SECOND, domain, counted, percent, null));
    }
    return samples;
  }

  @Test
  void counterTellsWhatWasCharged() {
    List<DomainSample> samples = counter("guest", 7.3, 1.5);
    samples.addAll(counter("Domain-0", 900.0, 0.5));
    List<DomainDemand> rows = run(samples, 75).domainDemands();
    assertThat(rows).hasSize(2);
    DomainDemand guest = rows.get(0);
    assertThat(guest.chargedCores()).isCloseTo(1.5, within(0.01));
    assertThat(guest.chargedMsPerRequest()).isCloseTo(1_500, within(10.0));
    assertThat(guest.guest()).isEqualTo("www");
    assertThat(guest.guestBusyCores()).isCloseTo(1.5, within(1e-9));
    assertThat(guest.guestToHost()).isCloseTo(1, within(0.01));
    assertThat(guest.hostCores()).isEqualTo(8);
    assertThat(guest.coveredSeconds()).isEqualTo(100);
    assertThat(rows.get(1).guest()).isNull();
    assertThat(rows.get(1).guestToHost()).isNull();
  }

  @Test
  void shortSpanIsTakenFromThePercents() {
    List<DomainSample> samples = new ArrayList<>();
    for (int second = 1; second <= 100; second++) {
      samples.add(
          new DomainSample(
              "xen",
              (second - 1) * SECOND,
              second * SECOND,
              "guest",
              Math.floor(second * 0.019),
              1.9,
              null));
    }
    assertThat(run(samples, 1).domainDemands().get(0).chargedCores())
        .isCloseTo(0.019, within(1e-9));
  }

  /** virt-top and esxtop tell shares only; the first of a domain has none. */
  @Test
  void withoutACounterThePercentsTell() {
    List<DomainSample> samples = new ArrayList<>();
    for (int second = 0; second <= 100; second += 5) {
      boolean first = second == 0;
      samples.add(
          new DomainSample(
              "xen",
              first ? null : Long.valueOf((second - 5) * SECOND),
              second * SECOND,
              "guest",
              null,
              first ? null : Double.valueOf(second % 2 == 0 ? 140 : 160),
              null));
    }
    DomainDemand guest = run(samples, 75).domainDemands().get(0);
    assertThat(guest.chargedCores()).isCloseTo(1.5, within(1e-9));
    assertThat(guest.chargedMsPerRequest()).isCloseTo(1_500, within(10.0));
    assertThat(guest.coveredSeconds()).isEqualTo(100);
    assertThat(guest.guestToHost()).isCloseTo(1, within(1e-9));
  }

  @Test
  void waitingIsAMeanOverTheIntervalsThatTellIt() {
    List<DomainSample> samples = new ArrayList<>();
    samples.add(new DomainSample("esx", null, 5 * SECOND, "guest", null, null, 90.0));
    samples.add(new DomainSample("esx", 5 * SECOND, 15 * SECOND, "guest", null, 100.0, 60.0));
    samples.add(new DomainSample("esx", 15 * SECOND, 20 * SECOND, "guest", null, 100.0, 0.0));
    samples.add(new DomainSample("esx", 20 * SECOND, 30 * SECOND, "guest", null, 100.0, null));
    DomainDemand guest = run(samples, 75).domainDemands().get(0);
    assertThat(guest.readyCores()).isCloseTo(0.4, within(1e-9));
    List<DomainSample> silent =
        samples.stream()
            .map(
                s ->
                    new DomainSample(
                        s.host(), s.startUs(), s.endUs(), s.domain(), null, s.cpuPercent(), null))
            .toList();
    assertThat(run(silent, 75).domainDemands().get(0).readyCores()).isNull();
  }

  @Test
  void domainOfWhichNothingIsMeasuredHasNoRow() {
    List<DomainSample> samples = new ArrayList<>();
    for (int second = 5; second <= 100; second += 5) {
      samples.add(
          new DomainSample(
              "xen", (second - 5) * SECOND, second * SECOND, "guest", null, null, null));
    }
    assertThat(run(samples, 75).domainDemands()).isEmpty();
  }

  @Test
  void domainThatBeganAnewCountsOn() {
    List<DomainSample> samples = new ArrayList<>();
    double[] counted = {500, 550, 10, 60};
    for (int i = 0; i < counted.length; i++) {
      samples.add(new DomainSample("xen", null, i * 33L * SECOND, "guest", counted[i], null, null));
    }
    assertThat(run(samples, 50).domainDemands().get(0).chargedCores())
        .isCloseTo((50 + 10 + 50) / 99.0, within(1e-9));
  }

  @Test
  void oneSampleTellsNothing() {
    assertThat(
            run(List.of(new DomainSample("xen", null, SECOND, "guest", 5.0, null, null)), 50)
                .domainDemands())
        .isEmpty();
  }

  @Test
  void disagreementOfGuestAndHostIsRemarkedOn() {
    assertThat(run(counter("guest", 0, 1.0), 75).remarks())
        .extracting(Remark::rule)
        .contains(Remark.Rule.GUEST_ABOVE_CHARGED);
    assertThat(run(counter("guest", 0, 1.0), 30).remarks())
        .extracting(Remark::rule)
        .contains(Remark.Rule.GUEST_BELOW_CHARGED);
    assertThat(run(counter("guest", 0, 1.0), 50).remarks())
        .extracting(Remark::rule)
        .doesNotContain(Remark.Rule.GUEST_BELOW_CHARGED, Remark.Rule.GUEST_ABOVE_CHARGED);
  }
}
