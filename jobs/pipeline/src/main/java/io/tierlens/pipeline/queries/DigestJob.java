package io.tierlens.pipeline.queries;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;

import io.tierlens.pipeline.Progress;
import io.tierlens.pipeline.schema.Instants;
import io.tierlens.pipeline.schema.RowRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Makes the digest of one slow log. Spark groups the entries by class once; the figures of the
 * classes are kept, and the first ones, the sum of the others and that of all are taken from there.
 */
public final class DigestJob {

  private final QueryLog log;
  private final LogExtent extent;
  private final TimeRange range;
  private final ClassOrder order;
  private final int top;
  private final Progress progress;

  /**
   * The job.
   *
   * @param extent of the log
   * @param top how many classes are listed
   */
  public DigestJob(
      QueryLog log,
      LogExtent extent,
      TimeRange range,
      ClassOrder order,
      int top,
      Progress progress) {
    this.log = log;
    this.extent = extent;
    this.range = range;
    this.order = order;
    this.top = top;
    this.progress = progress;
  }

  /** A class as Spark gives it. */
  private record ClassRow(
      String classKey,
      Sums sums,
      List<Double> quantilesUs,
      Long example,
      String fingerprintId,
      String command) {}

  /**
   * The sum of classes.
   *
   * @param listed whether of those that are listed; null for all
   */
  private record SumsRow(Boolean listed, Sums sums, long classes, long fingerprints) {}

  /** Does all of it. */
  public QueryDigest run() {
    String name = log.run() == null ? "the slow log" : "the slow log of " + log.run();
    progress.step("grouping " + name + " by fingerprint", 0);
    Dataset<Row> entries = ClassColumns.prepared(range.of(log.entries()));
    Dataset<Row> classes = ClassColumns.classes(entries).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return digest(entries, classes);
    } finally {
      classes.unpersist();
    }
  }

  private QueryDigest digest(Dataset<Row> entries, Dataset<Row> classes) {
    List<ClassRow> first =
        RowRecords.records(
            classes
                .orderBy(
                    order.figure().desc_nulls_last(),
                    col("time").desc(),
                    col(ClassColumns.KEY).asc())
                .limit(top)
                .withColumn("sums", sumsColumn()),
            ClassRow.class);
    if (first.isEmpty()) {
      return empty();
    }
    Object[] keys = first.stream().map(ClassRow::classKey).toArray();
    Map<String, SumsRow> sums = sums(classes, keys);
    SumsRow all = sums.get("null");
    SumsRow others = sums.get("false");
    progress.step("looking at the " + first.size() + " first fingerprints", 0);
    TiedTimes tied = log.ties().map(ties -> tied(ties, entries, keys)).orElse(null);
    double allTime = all.sums().time();
    return new QueryDigest(
        log.run(),
        log.files(),
        extent,
        range,
        order,
        all.fingerprints(),
        all.classes() - all.fingerprints(),
        all.sums().highestWeight(),
        all.sums().sampled(),
        concurrency(all.sums()),
        Measures.of(all.sums(), allTime, List.of()),
        classes(first, allTime, entries, keys, tied),
        others == null ? null : Measures.of(others.sums(), allTime, List.of()),
        others == null ? 0 : others.classes(),
        tied == null ? null : tied.level(),
        tied == null ? null : tied.noRequestShare(allTime),
        log.ties().map(Ties::databaseTier).orElse(null));
  }

  private QueryDigest empty() {
    return new QueryDigest(
        log.run(),
        log.files(),
        extent,
        range,
        order,
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
        log.ties().map(Ties::databaseTier).orElse(null));
  }

  private List<QueryClass> classes(
      List<ClassRow> first, double allTime, Dataset<Row> entries, Object[] keys, TiedTimes tied) {
    Breakdown breakdown = Breakdown.of(entries, keys);
    Map<Long, LoggedStatement> examples =
        log.statements(first.stream().map(ClassRow::example).toList());
    List<QueryClass> classes = new ArrayList<>();
    for (ClassRow row : first) {
      double time = row.sums().time();
      LoggedStatement example = examples.get(row.example());
      classes.add(
          new QueryClass(
              classes.size() + 1,
              row.fingerprintId(),
              row.command(),
              example.fingerprint(),
              Measures.of(row.sums(), allTime, row.quantilesUs()),
              breakdown.databases(row.classKey(), time),
              breakdown.users(row.classKey(), time),
              tied == null ? null : tied.ofClass(row.classKey(), time),
              example.example()));
    }
    return classes;
  }

  private static TiedTimes tied(Ties ties, Dataset<Row> entries, Object[] keys) {
    return new TiedTimes(ties.endpoints(entries, keys));
  }

  /** By whether the classes are listed: true, false (nothing if there are no others), null. */
  private static Map<String, SumsRow> sums(Dataset<Row> classes, Object[] keys) {
    return RowRecords.records(
            ClassColumns.sums(classes, keys).withColumn("sums", sumsColumn()), SumsRow.class)
        .stream()
        .collect(Collectors.toMap(row -> String.valueOf(row.listed()), row -> row));
  }

  /** The columns of {@link Sums} as one. */
  private static Column sumsColumn() {
    return struct(
        RowRecords.columns(Sums.class).stream()
            .map(org.apache.spark.sql.functions::col)
            .toArray(Column[]::new));
  }

  /** Statements at work at once, of those whose time is known. */
  private static Double concurrency(Sums sums) {
    if (sums.firstTime() == null || sums.lastTime() == null) {
      return null;
    }
    long covered = Instants.micros(sums.lastTime()) - Instants.micros(sums.firstTime());
    return Measures.quotient(sums.timedTime(), (double) covered);
  }
}
