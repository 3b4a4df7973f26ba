package io.tierlens.pipeline.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The figures of some entries, worked out statement by statement. */
record ExpectedMeasures(List<LoggedEntry> entries, double allUs) {

  void hold(Measures found, boolean quantiles) {
    List<Double> times = new ArrayList<>();
    List<Long> decades = new ArrayList<>(List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L));
    for (LoggedEntry entry : entries) {
      for (int i = 0; i < entry.weight(); i++) {
        times.add((double) entry.timeUs());
        // Figures of the number, less one: below 10 us is the first decade.
        int decade = Math.min(7, Long.toString(entry.timeUs()).length() - 1);
        decades.set(decade, decades.get(decade) + 1);
      }
    }
    times.sort(null);
    double total = times.stream().mapToDouble(d -> d).sum();
    double mean = total / times.size();
    double variance = times.stream().mapToDouble(d -> (d - mean) * (d - mean)).sum() / times.size();

    assertThat(found.entries()).isEqualTo(entries.size());
    assertThat(found.statements()).isEqualTo(times.size());
    assertThat(found.totalUs()).isEqualTo((long) total);
    near(found.share(), total / allUs);
    near(found.meanUs(), mean);
    assertThat(found.minUs()).isEqualTo(times.get(0).longValue());
    assertThat(found.maxUs()).isEqualTo(times.get(times.size() - 1).longValue());
    near(found.p50Us(), quantiles ? quantileOf(times, 0.5) : null);
    near(found.p95Us(), quantiles ? quantileOf(times, 0.95) : null);
    near(found.p99Us(), quantiles ? quantileOf(times, 0.99) : null);
    near(found.varianceToMeanS(), entries.size() < 2 ? null : variance / mean / 1e6);
    assertThat(found.decades()).isEqualTo(decades);

    assertThat(found.lockUs()).isEqualTo(sum(LoggedEntry::lockUs));
    double lockBase =
        entries.stream()
            .filter(entry -> entry.lockUs() != null)
            .mapToDouble(LoggedEntry::weighedTime)
            .sum();
    near(found.lockShare(), lockBase == 0 ? null : found.lockUs() / lockBase);
    assertThat(found.rowsSent()).isEqualTo(sum(LoggedEntry::sent));
    near(found.rowsSentMean(), mean(LoggedEntry::sent));
    assertThat(found.rowsExamined()).isEqualTo(sum(LoggedEntry::examined));
    near(found.rowsExaminedMean(), mean(LoggedEntry::examined));
    near(
        found.examinedPerSent(),
        found.rowsSent() == null || found.rowsSent() == 0
            ? null
            : (double) found.rowsExamined() / found.rowsSent());
    assertThat(found.bytesSent()).isEqualTo(sum(LoggedEntry::bytes));
    near(found.bytesSentMean(), mean(LoggedEntry::bytes));
    assertThat(found.rowsAffected()).isNull();
    assertThat(found.rowsAffectedMean()).isNull();

    assertThat(found.firstTime()).isEqualTo(first());
    assertThat(found.lastTime()).isEqualTo(last());
    assertThat(found.startSlackUs()).isEqualTo(slack());
    assertThat(found.untimedEntries())
        .isEqualTo(entries.stream().filter(entry -> entry.start() == null).count());
  }

  private Instant first() {
    return entries.stream()
        .map(LoggedEntry::start)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }

  Instant last() {
    return entries.stream()
        .filter(entry -> entry.start() != null)
        .map(entry -> entry.start().plusNanos(1_000 * (entry.slackUs() + entry.timeUs())))
        .max(Instant::compareTo)
        .orElse(null);
  }

  private Long slack() {
    return entries.stream()
        .map(LoggedEntry::slackUs)
        .filter(Objects::nonNull)
        .max(Long::compare)
        .orElse(null);
  }

  private Long sum(Function<LoggedEntry, Long> field) {
    Long sum = null;
    for (LoggedEntry entry : entries) {
      if (field.apply(entry) != null) {
        sum = (sum == null ? 0 : sum) + field.apply(entry) * entry.weight();
      }
    }
    return sum;
  }

  private Double mean(Function<LoggedEntry, Long> field) {
    long statements =
        entries.stream()
            .filter(entry -> field.apply(entry) != null)
            .mapToLong(LoggedEntry::weight)
            .sum();
    return statements == 0 ? null : (double) sum(field) / statements;
  }

  /** A quantile of the time over the statements that entries stand for. */
  static double quantile(List<LoggedEntry> entries, double share) {
    List<Double> times = new ArrayList<>();
    entries.forEach(
        entry -> times.addAll(Collections.nCopies(entry.weight(), (double) entry.timeUs())));
    times.sort(null);
    return quantileOf(times, share);
  }

  /** Linear between the two nearest. */
  private static double quantileOf(List<Double> sorted, double share) {
    double place = share * (sorted.size() - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
  }

  private static void near(Double found, Double expected) {
    if (expected == null) {
      assertThat(found).isNull();
    } else {
      assertThat(found).isNotNull().isCloseTo(expected, within(1e-7 * Math.abs(expected)));
    }
  }
}
