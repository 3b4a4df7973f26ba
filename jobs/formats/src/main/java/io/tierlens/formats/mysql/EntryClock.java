package io.tierlens.formats.mysql;

import io.tierlens.formats.ReadOptions;
import io.tierlens.formats.time.Slack;
import io.tierlens.formats.time.SlowLogTime;
import io.tierlens.formats.time.WallClock;
import java.util.Optional;

/**
 * Tells when the statement of an entry started, as the earliest instant and how much later it may
 * have been. A stamp that may be the start or the end leaves it open by the query time. Entries
 * must come in the order of the file: the server leaves out a stamp that it has just written.
 */
final class EntryClock {

  private static final long SECOND = 1_000_000;

  /** How far SET timestamp and the stamp may be apart, the query time left aside. */
  private static final long AGREEMENT = 2 * SECOND;

  private final WallClock clock;
  private final Optional<TimeBasis> given;
  private final Optional<ClockOffsets> offsets;
  private final boolean zoneStated;
  private final OrderEvidence order = new OrderEvidence();
  private final ZoneEvidence zoneEvidence = new ZoneEvidence();
  private final SessionClock sessionClock = new SessionClock();

  private final SlowLogTime carried = new SlowLogTime();
  private long entriesWithoutOwnTime;
  private long disbelieved;
  private long entriesReadInZone;
  private long againstStatedZone;

  private boolean known;
  private long start;
  private long slack;
  private TimeBasis basis;

  /**
   * A clock before the first entry.
   *
   * @throws IllegalArgumentException if the zone or the time basis is none
   */
  EntryClock(ReadOptions options) {
    clock = new WallClock(options.timeZone());
    given = TimeBasis.of(options);
    offsets = ClockOffsets.of(options);
    zoneStated = options.text(ReadOptions.TIME_ZONE).isPresent();
  }

  /** Remembers the stamp of an entry that turned out to be broken. */
  void carry(Header header) {
    if (header.timeLine) {
      carried.set(header.time);
    }
  }

  /** Reads the clock of the next entry, which has a query time. */
  void read(Header header) {
    carry(header);
    if (!header.timeLine && header.timestamp == Header.ABSENT) {
      entriesWithoutOwnTime++;
    }
    known = false;
    basis = null;
    if (header.start != Header.ABSENT) {
      tell(header.start, 0, TimeBasis.END);
    } else if (carried.valid() && carried.instant()) {
      readInstant(header);
    } else {
      readWholeSeconds(header);
    }
  }

  private void readInstant(Header header) {
    if (header.timeLine) {
      long slackOfStamp = carried.exact() ? 0 : Slack.OF_WHOLE_SECONDS_US;
      tell(carried.micros() - header.queryTime, slackOfStamp, TimeBasis.END);
    } else if (header.timestamp != Header.ABSENT) {
      // Releases differ in what SET timestamp means beside such stamps: allow both.
      tell(header.timestamp - header.queryTime, header.queryTime + Slack.OF_WHOLE_SECONDS_US, null);
    }
  }

  private void readWholeSeconds(Header header) {
    boolean own = header.timeLine && carried.valid();
    boolean set = header.timestamp != Header.ABSENT;
    if (set && own) {
      set = ZoneEvidence.agree(carried.micros(), header.timestamp, header.queryTime + AGREEMENT);
    }
    if (!set && !carried.valid()) {
      return;
    }
    long stamp = set ? header.timestamp : earliest(carried.micros());
    if (!sessionClock.believes(stamp + header.queryTime, header.threadId)) {
      disbelieved++;
      return;
    }
    if (set && carried.valid()) {
      // A stamp is left out if it is that of the entry before, to the second.
      compareZones(header, stamp);
    }
    // Nobody knows in which of the two hours that the clock showed twice.
    long slackOfZone = set ? 0 : latest(carried.micros()) - stamp;
    if (!set) {
      entriesReadInZone++;
    }
    if (header.wholeSeconds) {
      readOldServer(header, stamp, set, slackOfZone);
      return;
    }
    order.add(stamp, header.queryTime);
    boolean exact = set ? header.timestamp % SECOND != 0 : own && carried.exact();
    tellByBasis(stamp, (exact ? 0 : Slack.OF_WHOLE_SECONDS_US) + slackOfZone, header.queryTime);
  }

  /** Old servers tell the start beside the end, and the query time as a difference of seconds. */
  private void compareZones(Header header, long stamp) {
    long sameMoment = header.wholeSeconds ? stamp + header.queryTime : stamp;
    zoneEvidence.add(carried.micros(), sameMoment);
    if (zoneStated && !isInStatedZone(sameMoment)) {
      againstStatedZone++;
    }
  }

  private boolean isInStatedZone(long moment) {
    long local = carried.micros();
    return Math.abs(zoneTime(local, Long.MIN_VALUE) - moment) <= AGREEMENT
        || Math.abs(zoneTime(local, Long.MAX_VALUE) - moment) <= AGREEMENT;
  }

  private void tellByBasis(long stamp, long slackOfStamp, long queryTime) {
    if (given.isEmpty()) {
      tell(stamp - queryTime, queryTime + slackOfStamp, null);
    } else if (given.get() == TimeBasis.START) {
      tell(stamp, slackOfStamp, TimeBasis.START);
    } else {
      tell(stamp - queryTime, slackOfStamp, TimeBasis.END);
    }
  }

  /**
   * Servers before 5.1 tell the query time as the difference of two whole seconds, SET timestamp is
   * the start, and the other stamp the end.
   */
  private void readOldServer(Header header, long stamp, boolean set, long slackOfZone) {
    if (set) {
      tell(stamp, Slack.OF_WHOLE_SECONDS_US, TimeBasis.START);
    } else {
      tell(
          stamp - header.queryTime - Slack.OF_WHOLE_SECONDS_US,
          2 * Slack.OF_WHOLE_SECONDS_US + slackOfZone,
          TimeBasis.END);
    }
  }

  private void tell(long start, long slack, TimeBasis basis) {
    known = true;
    this.start = start;
    this.slack = slack;
    this.basis = basis;
  }

  private long earliest(long localMicros) {
    return offsets.isPresent()
        ? offsets.get().earliest(localMicros)
        : zoneTime(localMicros, Long.MIN_VALUE);
  }

  private long latest(long localMicros) {
    return offsets.isPresent()
        ? offsets.get().latest(localMicros)
        : zoneTime(localMicros, Long.MAX_VALUE);
  }

  private long zoneTime(long localMicros, long notBefore) {
    long second = Math.floorDiv(localMicros, SECOND);
    return clock.instant(second, notBefore) * SECOND + Math.floorMod(localMicros, SECOND);
  }

  /** Whether the entry tells when it started. */
  boolean known() {
    return known;
  }

  /** Microseconds since 1970. */
  long start() {
    return start;
  }

  /** Microseconds. */
  long slack() {
    return slack;
  }

  /** What the stamp was taken for; empty if neither log nor options decide, see the slack. */
  Optional<TimeBasis> basis() {
    return Optional.ofNullable(basis);
  }

  /** The stamp that an entry without one inherits. */
  SlowLogTime carried() {
    return carried;
  }

  SessionClock session() {
    return sessionClock;
  }

  OrderEvidence order() {
    return order;
  }

  ZoneEvidence zoneEvidence() {
    return zoneEvidence;
  }

  /** Entries that hold neither stamp nor SET timestamp. */
  long entriesWithoutOwnTime() {
    return entriesWithoutOwnTime;
  }

  /**
   * The offsets of the server's clock, if the log tells them well enough: a single entry that
   * contradicts a zone that somebody states may be a chance.
   */
  Optional<ClockOffsets> offsetsLearned() {
    boolean enough = zoneEvidence.entries() > (zoneStated ? 1 : 0);
    return enough && entriesReadInZone > 0 ? zoneEvidence.offsets() : Optional.empty();
  }

  /** Entries whose {@code SET timestamp} shows that the stated zone is not the server's. */
  long againstStatedZone() {
    return againstStatedZone;
  }

  /** Entries whose clock the session had set. */
  long disbelieved() {
    return disbelieved;
  }
}
