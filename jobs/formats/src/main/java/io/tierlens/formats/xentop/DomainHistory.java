package io.tierlens.formats.xentop;

import java.util.Arrays;

/**
 * When each domain was last seen. A domain's CPU share is measured since the sample before, so it
 * means something only if the domain was in that sample and has not been started anew since.
 */
final class DomainHistory {
  private static final int INITIAL_SLOTS = 64;
  private static final long NEVER = -1;

  private byte[][] names = new byte[INITIAL_SLOTS][];
  private long[] seen = new long[INITIAL_SLOTS];
  private long[] seenAt = new long[INITIAL_SLOTS];
  private long[] before = new long[INITIAL_SLOTS];
  private long[] beforeAt = new long[INITIAL_SLOTS];
  private double[] cpuSeconds = new double[INITIAL_SLOTS];
  private int count;

  private long sample = NEVER;
  private long sampleAt;

  private boolean known;
  private boolean continuous;
  private long previousAt;

  /** Another sample begins. */
  void sample(long instant) {
    sample++;
    sampleAt = instant;
  }

  /** Number of the current sample, from 0. */
  long sampleNumber() {
    return sample;
  }

  int count() {
    return count;
  }

  boolean seenInSample(byte[] text, int start, int end) {
    int slot = slot(text, start, end);
    return names[slot] != null && seen[slot] == sample;
  }

  /** Notes a domain of the current sample; the questions below are about it then. */
  void see(byte[] text, int start, int end, double seconds) {
    int slot = slot(text, start, end);
    if (names[slot] == null) {
      if (count * 2 >= names.length) {
        grow();
        slot = slot(text, start, end);
      }
      names[slot] = Arrays.copyOfRange(text, start, end);
      seen[slot] = NEVER;
      before[slot] = NEVER;
      count++;
    }
    boolean twice = seen[slot] == sample;
    boolean restarted = !twice && seconds < cpuSeconds[slot];
    if (!twice) {
      before[slot] = seen[slot];
      beforeAt[slot] = seenAt[slot];
      seen[slot] = sample;
      seenAt[slot] = sampleAt;
      cpuSeconds[slot] = seconds;
    }
    known = before[slot] != NEVER;
    previousAt = beforeAt[slot];
    continuous = known && before[slot] == sample - 1 && !restarted;
  }

  /** Whether the domain was in an earlier sample. */
  boolean known() {
    return known;
  }

  /** When the domain was seen before; only if it is {@link #known}. */
  long previousAt() {
    return previousAt;
  }

  /** Whether the domain has been running since the sample before. */
  boolean continuous() {
    return continuous;
  }

  private int slot(byte[] text, int start, int end) {
    int hash = 1;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + text[i];
    }
    int slot = (hash ^ hash >>> 16) & (names.length - 1);
    while (names[slot] != null
        && !Arrays.equals(names[slot], 0, names[slot].length, text, start, end)) {
      slot = (slot + 1) & (names.length - 1);
    }
    return slot;
  }

  private void grow() {
    DomainHistory larger = new DomainHistory();
    int slots = names.length * 2;
    larger.names = new byte[slots][];
    larger.seen = new long[slots];
    larger.seenAt = new long[slots];
    larger.before = new long[slots];
    larger.beforeAt = new long[slots];
    larger.cpuSeconds = new double[slots];
    for (int i = 0; i < names.length; i++) {
      if (names[i] != null) {
        int slot = larger.slot(names[i], 0, names[i].length);
        larger.names[slot] = names[i];
        larger.seen[slot] = seen[i];
        larger.seenAt[slot] = seenAt[i];
        larger.before[slot] = before[i];
        larger.beforeAt[slot] = beforeAt[i];
        larger.cpuSeconds[slot] = cpuSeconds[i];
      }
    }
    names = larger.names;
    seen = larger.seen;
    seenAt = larger.seenAt;
    before = larger.before;
    beforeAt = larger.beforeAt;
    cpuSeconds = larger.cpuSeconds;
  }
}
