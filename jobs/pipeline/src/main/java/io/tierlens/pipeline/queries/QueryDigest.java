package io.tierlens.pipeline.queries;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The digest of one slow log: classes of entries by rank, the sum of the others, and of all. The
 * classes and the others add up to all.
 *
 * @param run null where the logs were read by themselves
 * @param files the logs, where they were read by themselves
 * @param extent what there was before a range of time was chosen
 * @param order what the classes are ranked by
 * @param fingerprints how many there are
 * @param commands how many administrator's commands there are
 * @param rateLimit the highest number of statements that one entry stands for; 1 without sampling
 * @param sampledEntries entries that stand for more than one statement
 * @param concurrency mean number of the logged statements that were at work at once, from the first
 *     start to the last end; null where the times are not known
 * @param all null when no entry is left
 * @param others null when all classes are listed
 * @param otherClasses how many classes make up the others
 * @param level how queries were tied to requests, see table query_assignment; null where the run is
 *     not attributed
 * @param noRequestShare share of the time tied to no request; null likewise
 * @param databaseTier null likewise, and where the attribution does not publish it
 */
public record QueryDigest(
    String run,
    List<String> files,
    LogExtent extent,
    TimeRange range,
    ClassOrder order,
    long fingerprints,
    long commands,
    long rateLimit,
    long sampledEntries,
    Double concurrency,
    Measures all,
    List<QueryClass> classes,
    Measures others,
    long otherClasses,
    String level,
    Double noRequestShare,
    DatabaseTier databaseTier) {

  /** Copies the lists. */
  public QueryDigest {
    requireNonNull(extent, "extent");
    requireNonNull(range, "range");
    requireNonNull(order, "order");
    files = List.copyOf(files);
    classes = List.copyOf(classes);
  }
}
