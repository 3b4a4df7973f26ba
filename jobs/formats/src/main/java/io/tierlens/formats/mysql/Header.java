package io.tierlens.formats.mysql;

import io.tierlens.formats.time.SlowLogTime;

/** What the header lines of one entry say. Ranges lie in the entry's text. Reused. */
final class Header {

  /** Of a number that the entry does not tell. */
  static final long ABSENT = -1;

  final SlowLogTime time = new SlowLogTime();
  boolean timeLine;
  boolean userLine;
  boolean queryTimeKey;
  boolean wholeSeconds;
  boolean schemaKey;

  long queryTime;
  long lockTime;
  long rowsSent;
  long rowsExamined;
  long rowsAffected;
  long bytesSent;
  long threadId;
  long rateLimit;

  /** The exact start by {@code # ... Start:}; microseconds since 1970. */
  long start;

  /** The clock by {@code SET timestamp}; microseconds since 1970. */
  long timestamp;

  final Range user = new Range();
  final Range client = new Range();
  final Range schema = new Range();
  final HeaderExtras extras = new HeaderExtras();

  /** A range of the entry's text; empty if there is nothing to name. */
  static final class Range {
    int from;
    int to;

    void set(int from, int to) {
      this.from = from;
      this.to = to;
    }

    boolean isEmpty() {
      return from >= to;
    }
  }

  void clear() {
    time.clear();
    timeLine = false;
    userLine = false;
    queryTimeKey = false;
    wholeSeconds = false;
    schemaKey = false;
    queryTime = ABSENT;
    lockTime = ABSENT;
    rowsSent = ABSENT;
    rowsExamined = ABSENT;
    rowsAffected = ABSENT;
    bytesSent = ABSENT;
    threadId = ABSENT;
    rateLimit = ABSENT;
    start = ABSENT;
    timestamp = ABSENT;
    user.set(0, 0);
    client.set(0, 0);
    schema.set(0, 0);
    extras.clear();
  }
}
