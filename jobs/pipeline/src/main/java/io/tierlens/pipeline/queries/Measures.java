package io.tierlens.pipeline.queries;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;

/**
 * The figures of some entries of a slow log. Where the server logged one of so many statements,
 * each entry counts as so many: in {@code statements}, and in all figures but {@code entries},
 * {@code minUs} and {@code maxUs}. Null is what the log does not tell.
 *
 * @param entries of the log
 * @param statements that they stand for; the same number where nothing was sampled
 * @param totalUs time in the database server
 * @param share of the time of all entries of the digest, 0 to 1
 * @param meanUs mean time of a statement
 * @param p50Us quantiles of the time, linear between the two nearest; null for sums of classes
 * @param varianceToMeanS variance of the time over its mean, in seconds: how uneven it is; null for
 *     a single entry
 * @param lockUs time spent waiting for locks
 * @param lockShare lockUs as a share of the time of the entries that tell it
 * @param rowsSentMean rows sent over the statements that tell them; likewise the other means
 * @param examinedPerSent rows examined for each row sent; null where none was sent
 * @param firstTime earliest start
 * @param lastTime latest possible end
 * @param startSlackUs how much later than told an entry can have begun, at most
 * @param untimedEntries entries without a time of day, which are not in firstTime and lastTime
 * @param decades statements by time: below 10 us, below 100 us, and so on; the last of 10 s and
 *     more
 */
public record Measures(
    long entries,
    long statements,
    long totalUs,
    Double share,
    Double meanUs,
    Long minUs,
    Long maxUs,
    Double p50Us,
    Double p95Us,
    Double p99Us,
    Double varianceToMeanS,
    Long lockUs,
    Double lockShare,
    Long rowsSent,
    Double rowsSentMean,
    Long rowsExamined,
    Double rowsExaminedMean,
    Double examinedPerSent,
    Long rowsAffected,
    Double rowsAffectedMean,
    Long bytesSent,
    Double bytesSentMean,
    Instant firstTime,
    Instant lastTime,
    Long startSlackUs,
    long untimedEntries,
    List<Long> decades) {

  /**
   * Digits of a quotient of sums that are worth telling: more would depend on the order of adding.
   */
  private static final MathContext DIGITS = new MathContext(9);

  /** Copies the list. */
  public Measures {
    decades = List.copyOf(requireNonNull(decades, "decades"));
  }

  /**
   * The figures that sums give.
   *
   * @param allUs time of all entries of the digest
   * @param quantiles 50, 95 and 99 percent; empty where they are not known
   */
  static Measures of(Sums sums, double allUs, List<Double> quantiles) {
    return new Measures(
        sums.entries(),
        Math.round(sums.weight()),
        Math.round(sums.time()),
        quotient(sums.time(), allUs),
        quotient(sums.time(), sums.weight()),
        sums.shortest(),
        sums.longest(),
        quantiles.isEmpty() ? null : quantiles.get(0),
        quantiles.isEmpty() ? null : quantiles.get(1),
        quantiles.isEmpty() ? null : quantiles.get(2),
        varianceToMean(sums),
        whole(sums.lock()),
        quotient(sums.lock(), sums.lockBase()),
        whole(sums.sent()),
        quotient(sums.sent(), sums.sentWeight()),
        whole(sums.examined()),
        quotient(sums.examined(), sums.examinedWeight()),
        examinedPerSent(sums),
        whole(sums.affected()),
        quotient(sums.affected(), sums.affectedWeight()),
        whole(sums.bytes()),
        quotient(sums.bytes(), sums.bytesWeight()),
        sums.firstTime(),
        sums.lastTime(),
        sums.slack(),
        sums.untimed(),
        List.of(
            Math.round(sums.decade0()),
            Math.round(sums.decade1()),
            Math.round(sums.decade2()),
            Math.round(sums.decade3()),
            Math.round(sums.decade4()),
            Math.round(sums.decade5()),
            Math.round(sums.decade6()),
            Math.round(sums.decade7())));
  }

  private static Double varianceToMean(Sums sums) {
    double mean = sums.time() / sums.weight();
    if (sums.entries() < 2 || !(mean > 0)) {
      return null;
    }
    double variance = Math.max(0, sums.squares() / sums.weight() - mean * mean);
    return rounded(variance / mean / 1e6);
  }

  /** Not told where some entries tell the one and not the other. */
  private static Double examinedPerSent(Sums sums) {
    return sums.sent() == null || !sums.sentWeight().equals(sums.examinedWeight())
        ? null
        : quotient(sums.examined(), sums.sent());
  }

  /** Null where there is nothing to divide by. */
  static Double quotient(Double part, Double whole) {
    return part == null || whole == null || whole == 0 ? null : rounded(part / whole);
  }

  private static Double rounded(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : null;
  }

  private static Long whole(Double sum) {
    return sum == null ? null : Math.round(sum);
  }
}
