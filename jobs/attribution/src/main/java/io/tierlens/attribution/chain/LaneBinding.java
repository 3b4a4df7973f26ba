package io.tierlens.attribution.chain;

/** A request that a connection serves: since when at the earliest and latest, and how far it is. */
final class LaneBinding {
  final int connection;
  final int request;

  /** Bounds of the request's start, as the queries before and in it allow. */
  final long startsFrom;

  final long startsBy;

  /** Earliest end of the last query, and the time of all queries so far. */
  final long endsFrom;

  final long time;
  final int firstQuery;

  /** Since when the lane had been idle, or {@link LaneState#NEVER}. */
  final long idleBefore;

  final int lastQuery;

  /** What the rest of the request is expected to add to the score. */
  final double ahead;

  /** What the next query makes of this, kept for other ways that share it. */
  int triedAt = -1;

  LaneBinding next;
  double gain;

  /** Begins a request with its first query. */
  LaneBinding(
      int connection,
      int request,
      long startsFrom,
      long startsBy,
      long endsFrom,
      long time,
      int query,
      long idleBefore,
      double ahead) {
    this.connection = connection;
    this.request = request;
    this.startsFrom = startsFrom;
    this.startsBy = startsBy;
    this.endsFrom = endsFrom;
    this.time = time;
    this.firstQuery = query;
    this.lastQuery = query;
    this.idleBefore = idleBefore;
    this.ahead = ahead;
  }

  /** Goes on with another query. */
  LaneBinding(
      LaneBinding before,
      long startsFrom,
      long startsBy,
      long endsFrom,
      long time,
      int query,
      double ahead) {
    this.connection = before.connection;
    this.request = before.request;
    this.startsFrom = startsFrom;
    this.startsBy = startsBy;
    this.endsFrom = endsFrom;
    this.time = time;
    this.firstQuery = before.firstQuery;
    this.lastQuery = query;
    this.idleBefore = before.idleBefore;
    this.ahead = ahead;
  }
}
