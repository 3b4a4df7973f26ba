package io.tierlens.attribution.simulation;

import java.util.Random;

/** Independent sources of chance from one seed. */
final class Seeds {
  static final long SPEED = -1;
  static final long ARRIVALS = -2;
  static final long THIEVES = -3;
  static final long WORKERS = -4;
  static final long KERNEL = 1L << 40;

  private Seeds() {}

  /** Neighbouring numbers are mixed well, which Random alone does not do. */
  static Random random(long seed, long stream) {
    long z = seed * 0x9E3779B97F4A7C15L + stream * 0xD1B54A32D192ED03L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return new Random(z ^ (z >>> 31));
  }
}
