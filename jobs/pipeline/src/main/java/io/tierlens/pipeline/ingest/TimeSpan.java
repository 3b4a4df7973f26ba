package io.tierlens.pipeline.ingest;

/**
 * From when to when a file tells of.
 *
 * @param firstUs microseconds since 1970-01-01T00:00:00Z
 * @param lastUs likewise
 */
public record TimeSpan(long firstUs, long lastUs) {

  /** That of a file; null if none of its records has a time. */
  public static TimeSpan of(SurveyedFile file) {
    return file.survey() == null || file.survey().text().firstTimeUs() == null
        ? null
        : new TimeSpan(file.survey().text().firstTimeUs(), file.survey().text().lastTimeUs());
  }

  public boolean meets(TimeSpan other) {
    return other != null && firstUs <= other.lastUs && other.firstUs <= lastUs;
  }

  public TimeSpan plus(TimeSpan other) {
    return other == null
        ? this
        : new TimeSpan(Math.min(firstUs, other.firstUs), Math.max(lastUs, other.lastUs));
  }

  public TimeSpan movedBy(long microseconds) {
    return new TimeSpan(firstUs + microseconds, lastUs + microseconds);
  }

  /** The same with as much time more before and behind it. */
  public TimeSpan widenedBy(long microseconds) {
    return new TimeSpan(firstUs - microseconds, lastUs + microseconds);
  }
}
