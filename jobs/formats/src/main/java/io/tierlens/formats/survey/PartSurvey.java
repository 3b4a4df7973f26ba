package io.tierlens.formats.survey;

import io.tierlens.formats.record.Account;
import io.tierlens.formats.record.Observations;
import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What reading a part of a file has found; parts that make up a file {@link #plus add up} to what
 * reading all of it finds.
 *
 * @param lines that the part has given
 * @param rows records, by table
 * @param present how many records have a value in a field, for those of {@link
 *     Surveyor#COUNTED_FIELDS}; fields that no record has are not in it
 * @param firstTimeUs earliest instant of a record, microseconds since the epoch; null without any
 * @param lastTimeUs latest instant of a record, likewise
 * @param facts see {@link Observations}, as are the next two
 */
public record PartSurvey(
    long lines,
    Map<String, Long> rows,
    Map<String, Long> present,
    long recordLines,
    long continuationLines,
    long ignoredLines,
    long rejectedLines,
    Map<String, Long> ignored,
    Long firstTimeUs,
    Long lastTimeUs,
    Map<String, String> facts,
    Map<String, String> learned,
    Map<String, String> assumed)
    implements Serializable {

  private static final long serialVersionUID = 1;

  public PartSurvey {
    rows = sorted(rows);
    present = sorted(present);
    ignored = sorted(ignored);
    facts = sorted(facts);
    learned = sorted(learned);
    assumed = sorted(assumed);
  }

  static PartSurvey of(long lines, Account account, Tally tally, Observations observations) {
    return new PartSurvey(
        lines,
        tally.rows(),
        tally.present(),
        account.recordLines(),
        account.continuationLines(),
        account.ignoredLines(),
        account.rejectedLines(),
        account.ignoredByKind(),
        tally.firstTimeUs(),
        tally.lastTimeUs(),
        observations.facts(),
        observations.learned(),
        observations.assumed());
  }

  /**
   * The same, an option that was assumed being decided by something outside of the file.
   *
   * @param fact the name of the fact that says how the option was found
   * @param evidence its new value
   */
  public PartSurvey decided(String option, String fact, String evidence) {
    Map<String, String> told = new TreeMap<>(facts);
    told.put(fact, evidence);
    Map<String, String> open = new TreeMap<>(assumed);
    open.remove(option);
    return new PartSurvey(
        lines,
        rows,
        present,
        recordLines,
        continuationLines,
        ignoredLines,
        rejectedLines,
        ignored,
        firstTimeUs,
        lastTimeUs,
        told,
        learned,
        open);
  }

  /** Both together; where they tell of one thing differently, the earlier part is believed. */
  public PartSurvey plus(PartSurvey later) {
    return new PartSurvey(
        lines + later.lines,
        sum(rows, later.rows),
        sum(present, later.present),
        recordLines + later.recordLines,
        continuationLines + later.continuationLines,
        ignoredLines + later.ignoredLines,
        rejectedLines + later.rejectedLines,
        sum(ignored, later.ignored),
        firstTimeUs == null || (later.firstTimeUs != null && later.firstTimeUs < firstTimeUs)
            ? later.firstTimeUs
            : firstTimeUs,
        lastTimeUs == null || (later.lastTimeUs != null && later.lastTimeUs > lastTimeUs)
            ? later.lastTimeUs
            : lastTimeUs,
        union(facts, later.facts),
        union(learned, later.learned),
        union(assumed, later.assumed));
  }

  private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
    Map<String, Long> sum = new TreeMap<>(one);
    other.forEach((key, count) -> sum.merge(key, count, Long::sum));
    return sum;
  }

  private static Map<String, String> union(Map<String, String> one, Map<String, String> other) {
    Map<String, String> union = new TreeMap<>(other);
    union.putAll(one);
    return union;
  }

  private static <V> Map<String, V> sorted(Map<String, V> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }
}
