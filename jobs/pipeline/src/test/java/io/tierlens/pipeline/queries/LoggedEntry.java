package io.tierlens.pipeline.queries;

import java.time.Instant;
import java.util.List;
import java.util.Random;

/** An entry as a test makes it up; most values may be missing. */
record LoggedEntry(
    long key,
    Instant start,
    Long slackUs,
    long timeUs,
    Long lockUs,
    Long sent,
    Long examined,
    Long bytes,
    String user,
    String database,
    String command,
    String fingerprint,
    Long rateLimit) {

  private static final List<String> FINGERPRINTS =
      List.of("select a", "select b", "select c", "update d", "insert e");

  static final Instant BEGIN = Instant.parse("2026-11-22T12:00:00Z");

  /**
   * Entries of every sort: quick and slow, timed and not, sampled and not, with and without rows.
   */
  static List<LoggedEntry> random(long seed, int count) {
    Random random = new Random(seed);
    return random.longs(count, 0, Long.MAX_VALUE).mapToObj(unused -> one(random)).toList();
  }

  private static LoggedEntry one(Random random) {
    boolean command = random.nextInt(8) == 0;
    boolean timed = random.nextInt(6) != 0;
    boolean rows = !command && random.nextInt(5) != 0;
    return new LoggedEntry(
        random.nextLong(),
        timed ? BEGIN.plusMillis(random.nextInt(600_000)) : null,
        timed ? (long) random.nextInt(1_000_000) : null,
        // Over all decades, with many equal ones, and some of the bounds themselves.
        (long) Math.pow(10, random.nextInt(9)) * random.nextInt(4),
        random.nextInt(4) == 0 ? null : (long) random.nextInt(50),
        rows ? (long) random.nextInt(3) : null,
        rows ? (long) random.nextInt(5_000) : null,
        random.nextInt(3) == 0 ? (long) random.nextInt(5_000) : null,
        random.nextBoolean() ? "shop" : "batch",
        random.nextInt(3) == 0 ? null : "db" + random.nextInt(2),
        command ? List.of("Quit", "Ping").get(random.nextInt(2)) : "Query",
        command ? null : FINGERPRINTS.get(random.nextInt(FINGERPRINTS.size())),
        random.nextInt(4) == 0 ? (long) random.nextInt(5) : null);
  }

  String classKey() {
    return fingerprint == null ? command : id();
  }

  String id() {
    return fingerprint == null ? null : "%032x".formatted(fingerprint.hashCode() & 0xffffffffL);
  }

  /** Statements that it stands for. */
  int weight() {
    return rateLimit == null || rateLimit < 2 ? 1 : rateLimit.intValue();
  }

  double weighedTime() {
    return (double) timeUs * weight();
  }
}
