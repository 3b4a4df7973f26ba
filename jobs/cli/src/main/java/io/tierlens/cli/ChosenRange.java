package io.tierlens.cli;

import io.tierlens.cli.queries.TimeBound;
import io.tierlens.pipeline.UserError;
import io.tierlens.pipeline.queries.LogExtent;
import io.tierlens.pipeline.queries.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The range of time that a user asks for.
 *
 * @param since null for no bound
 * @param until null for no bound
 */
record ChosenRange(TimeBound since, TimeBound until) {

  /** What is wrong with it whatever the log holds; nothing where only the log can tell. */
  Optional<String> problem() {
    boolean alike =
        since != null
            && until != null
            && since.isSpan() == until.isSpan()
            && since.isLocal() == until.isLocal();
    return alike ? order(ZoneOffset.UTC, Instant.EPOCH) : Optional.empty();
  }

  /**
   * The range in one log.
   *
   * @param name of the log, for messages
   * @throws UserError if it ends before it begins, or counts back from times that are not there
   */
  TimeRange resolve(ZoneId zone, LogExtent extent, String name) {
    Optional<TimeBound> span =
        Stream.of(since, until).filter(bound -> bound != null && bound.isSpan()).findFirst();
    if (span.isPresent() && extent.newest() == null) {
      if (extent.entries() == 0) {
        return TimeRange.ALL;
      }
      throw new UserError(
          "a span such as "
              + span.get()
              + " counts back from the newest entry, and no entry of "
              + name
              + " tells its time; leave out --since and --until");
    }
    order(zone, extent.newest())
        .ifPresent(
            problem -> {
              throw new UserError(problem);
            });
    return new TimeRange(
        since == null ? null : since.instant(zone, extent.newest()),
        until == null ? null : until.instant(zone, extent.newest()));
  }

  private Optional<String> order(ZoneId zone, Instant newest) {
    if (since == null
        || until == null
        || !since.instant(zone, newest).isAfter(until.instant(zone, newest))) {
      return Optional.empty();
    }
    return Optional.of(
        "--since " + since + " is later than --until " + until + "; swap them, or mend one");
  }
}
