package io.tierlens.formats.xentop;

import io.tierlens.formats.domain.DomainRecord;
import io.tierlens.formats.record.LogRecord;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * When one domain was last seen, and where its counters stood. Its CPU share and its rates are
 * measured since the sample before, so they mean something only if the domain was in that sample
 * and has not been started anew since.
 */
final class KnownDomain {
  private static final long NEVER = -1;
  private static final long MISSING = -1;
  private static final double MICROS = 1e6;

  private static final int[] COUNTERS = {
    DomainRecord.GUEST_TX_KIB,
    DomainRecord.GUEST_RX_KIB,
    DomainRecord.VBD_READS,
    DomainRecord.VBD_WRITES
  };

  /** What each counter becomes when it is told by the second. */
  private static final int[] RATES = {
    DomainRecord.GUEST_TX_KIB_PER_S,
    DomainRecord.GUEST_RX_KIB_PER_S,
    DomainRecord.VBD_READS_PER_S,
    DomainRecord.VBD_WRITES_PER_S
  };

  private final byte[] name;
  private final Spacing spacing = new Spacing();
  private final long[] counters = new long[COUNTERS.length];
  private double cpuSeconds = Double.NaN;
  private long seen = NEVER;
  private long seenAt;
  private boolean shared;

  KnownDomain(byte[] name) {
    this.name = name;
  }

  boolean is(byte[] text, int start, int end) {
    return Arrays.equals(name, 0, name.length, text, start, end);
  }

  byte[] name() {
    return name;
  }

  boolean seenIn(long sample) {
    return seen == sample;
  }

  /**
   * Takes a row of this domain, to which it adds the begin of the interval and the rates, and from
   * which it takes the CPU share if that means nothing.
   *
   * @param row what the row tells
   * @return false if the sample has a row of this name already: two domains share it
   */
  boolean see(LogRecord row, long sample, long at) {
    if (seen == sample) {
      shared = true;
      return false;
    }
    double seconds = figure(row, DomainRecord.CPU_SECONDS);
    boolean known = seen != NEVER && seenAt <= at;
    if (known) {
      row.setLong(DomainRecord.INTERVAL_START, seenAt);
    }
    boolean restarted = seconds < cpuSeconds;
    boolean continuous = seen != NEVER && seen == sample - 1 && !shared && !restarted;
    if (continuous) {
      spacing.add(seconds - cpuSeconds, figure(row, DomainRecord.CPU_PERCENT));
    } else {
      spacing.interrupt();
      row.setNull(DomainRecord.CPU_PERCENT);
    }
    for (int i = 0; i < COUNTERS.length; i++) {
      long now = row.isNull(COUNTERS[i]) ? MISSING : row.longAt(COUNTERS[i]);
      if (continuous && at > seenAt && counters[i] != MISSING && now >= counters[i]) {
        row.setDouble(RATES[i], (now - counters[i]) * MICROS / (at - seenAt));
      }
      counters[i] = now;
    }
    cpuSeconds = seconds;
    seen = sample;
    seenAt = at;
    shared = false;
    return true;
  }

  private static double figure(LogRecord row, int field) {
    return row.isNull(field) ? Double.NaN : row.doubleAt(field);
  }

  /** Takes from a row what cannot be told of one domain when two have its name. */
  static void share(LogRecord row) {
    row.setNull(DomainRecord.CPU_SECONDS);
    row.setNull(DomainRecord.CPU_PERCENT);
    for (int rate : RATES) {
      row.setNull(rate);
    }
  }

  Spacing spacing() {
    return spacing;
  }

  @Override
  public String toString() {
    return new String(name, StandardCharsets.UTF_8);
  }
}
