package io.tierlens.cli.queries;

import io.tierlens.cli.queries.ZonedDigest.ZoneSource;
import io.tierlens.pipeline.queries.ClassOrder;
import io.tierlens.pipeline.queries.DatabaseTier;
import io.tierlens.pipeline.queries.Example;
import io.tierlens.pipeline.queries.LogExtent;
import io.tierlens.pipeline.queries.Measures;
import io.tierlens.pipeline.queries.Part;
import io.tierlens.pipeline.queries.QueryClass;
import io.tierlens.pipeline.queries.QueryDigest;
import io.tierlens.pipeline.queries.Tied;
import io.tierlens.pipeline.queries.TimeRange;
import java.time.Instant;
import java.util.List;

/** Digests made by hand: an attributed run, a sampled log without times, and nothing at all. */
final class SampleDigests {

  private static final Instant BEGIN = Instant.parse("2026-11-22T12:30:00.250Z");
  private static final Instant END = Instant.parse("2026-11-22T12:40:00Z");

  private SampleDigests() {}

  /** A run with all that a log can tell, and names that must not reach a terminal as they are. */
  static ZonedDigest attributed() {
    Measures all = timed(1_005, 12_000_000, 1.0, 0L, 2_500_000L, null);
    QueryClass select =
        new QueryClass(
            1,
            "366d33faec057adda7429f9839966a7d",
            "Query",
            "select `sku` from `products` where `sku` in (?) and `\u001b[31m` = ?",
            timed(900, 9_000_000, 0.75, 10L, 2_500_000L, 8_000.0),
            List.of(new Part("shop", 880, 8_000_000, 0.888888889), new Part(null, 20, 1e6, 0.111)),
            List.of(new Part("web\u202euser", 900, 9_000_000, 1.0)),
            new Tied(
                List.of(
                    new Part("GET /shop/{sku}.html", 600.5, 6_000_000, 0.666666667),
                    new Part(null, 100, 900_000, 0.1)),
                0.133333333,
                0.1),
            new Example(
                "www1",
                "mysql/slow.log.gz",
                4711,
                2_500_000,
                "shop",
                "web\u202euser",
                "select `sku`\r\n\tfrom `products` where `sku` in ('\u001b]0;x\u0007') /* "
                    + "x".repeat(800)
                    + " */",
                900L,
                "366D33FAEC057ADDA7429F9839966A7D"));
    QueryClass quit =
        new QueryClass(
            2,
            null,
            "Quit",
            null,
            rowless(5, 2_000_000, 0.166666667),
            List.of(new Part(null, 5, 2_000_000, 1.0)),
            List.of(new Part("shop", 5, 2_000_000, 1.0)),
            new Tied(List.of(), 0.0, 1.0),
            new Example(
                "www1", "mysql/slow.log.gz", 12, 1_000_000, null, "shop", null, null, null));
    return new ZonedDigest(
        "America/New_York",
        ZoneSource.RUN,
        new QueryDigest(
            "virtual",
            List.of(),
            new LogExtent(1_100, 7, 1, BEGIN.minusSeconds(3600), END, 10L, 0L),
            new TimeRange(Instant.parse("2026-11-22T12:30:00Z"), END),
            ClassOrder.TOTAL,
            42,
            1,
            1,
            0,
            0.02,
            all,
            List.of(select, quit),
            timed(100, 1_000_000, 0.083333333, 0L, 400_000L, null),
            41,
            "L1c",
            0.241666667,
            new DatabaseTier(185_000.0, 180_000.0, null, 0.051, 399)));
  }

  /** A file of an old server: whole seconds, no locks, no rows, no times; one of ten was logged. */
  static ZonedDigest sampled() {
    Measures measures =
        new Measures(
            1,
            10,
            20_000_000,
            1.0,
            2e6,
            2_000_000L,
            2_000_000L,
            2e6,
            2e6,
            2e6,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            1,
            List.of(0L, 0L, 0L, 0L, 0L, 0L, 10L, 0L));
    return new ZonedDigest(
        "UTC",
        ZoneSource.DEFAULT,
        new QueryDigest(
            null,
            List.of("slow.log.1", "=slow.log"),
            new LogExtent(1, 1, 2, null, null, 2_000_000L, 999_999L),
            TimeRange.ALL,
            ClassOrder.P95,
            1,
            0,
            10,
            1,
            null,
            measures,
            List.of(
                new QueryClass(
                    1,
                    "00000000000000000000000000000001",
                    "Query",
                    "-- only a comment",
                    measures,
                    List.of(new Part(null, 10, 20_000_000, 1.0)),
                    List.of(new Part(null, 10, 20_000_000, 1.0)),
                    null,
                    new Example(
                        null,
                        "slow.log.1",
                        3,
                        2_000_000,
                        null,
                        null,
                        "-- only a comment",
                        17L,
                        "D41D8CD98F00B204E9800998ECF8427E"))),
            null,
            0,
            null,
            null,
            null));
  }

  /** A run whose entries are all outside the range. */
  static ZonedDigest outside() {
    return nothing(
        "physical",
        new LogExtent(12, 0, 0, BEGIN, END, 10L, 0L),
        new TimeRange(END.plusSeconds(60), null));
  }

  /** A run without a slow log. */
  static ZonedDigest withoutLog() {
    return nothing("weblog", new LogExtent(0, 0, 0, null, null, null, null), TimeRange.ALL);
  }

  private static ZonedDigest nothing(String run, LogExtent extent, TimeRange range) {
    return new ZonedDigest(
        "+01:00",
        ZoneSource.OPTION,
        new QueryDigest(
            run,
            List.of(),
            extent,
            range,
            ClassOrder.TOTAL,
            0,
            0,
            1,
            0,
            null,
            null,
            List.of(),
            null,
            0,
            null,
            null,
            null));
  }

  private static Measures timed(
      long count, long totalUs, double share, Long minUs, Long maxUs, Double p50Us) {
    return new Measures(
        count,
        count,
        totalUs,
        share,
        (double) totalUs / count,
        minUs,
        maxUs,
        p50Us,
        p50Us == null ? null : 11_500.0,
        p50Us == null ? null : 28_900.0,
        0.0291,
        totalUs / 4,
        0.25,
        count * 2,
        2.0,
        count * 3_000,
        3_000.0,
        1_500.0,
        0L,
        0.0,
        5_000_000L,
        5_000_000.0 / count,
        BEGIN,
        END,
        1_999_999L,
        0,
        List.of(0L, 0L, 3L, count - 4, 0L, 0L, 1L, 0L));
  }

  private static Measures rowless(long count, long totalUs, double share) {
    return new Measures(
        count,
        count,
        totalUs,
        share,
        (double) totalUs / count,
        100_000L,
        1_000_000L,
        300_000.0,
        900_000.0,
        990_000.0,
        0.2,
        0L,
        0.0,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        BEGIN,
        END,
        0L,
        0,
        List.of(0L, 0L, 0L, 0L, 0L, 4L, 1L, 0L));
  }
}
