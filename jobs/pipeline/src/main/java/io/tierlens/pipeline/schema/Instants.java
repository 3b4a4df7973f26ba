package io.tierlens.pipeline.schema;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Microseconds since the epoch and back: the lake's instants are Spark's, ours are numbers. */
public final class Instants {

  private Instants() {}

  public static Instant ofMicros(long microseconds) {
    return Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
  }

  /** The instant, or null for null. */
  public static Instant ofNullableMicros(Long microseconds) {
    return microseconds == null ? null : ofMicros(microseconds);
  }

  public static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
