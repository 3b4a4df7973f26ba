package io.tierlens.formats.xentop;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** The domains that were seen, by the names that were printed. */
final class DomainHistory {
  private static final int INITIAL_SLOTS = 64;

  private KnownDomain[] slots = new KnownDomain[INITIAL_SLOTS];
  private int count;
  private long sample = -1;
  private final Set<KnownDomain> shared = new LinkedHashSet<>();

  /** Another sample begins. */
  void sample() {
    sample++;
  }

  /** Number of the current sample, from 0. */
  long sampleNumber() {
    return sample;
  }

  int count() {
    return count;
  }

  boolean seenInSample(byte[] text, int start, int end) {
    KnownDomain domain = slots[slot(text, start, end)];
    return domain != null && domain.seenIn(sample);
  }

  /** The domain of this name, which may never have been seen. */
  KnownDomain domain(byte[] text, int start, int end) {
    int slot = slot(text, start, end);
    if (slots[slot] == null) {
      if (count * 2 >= slots.length) {
        grow();
        slot = slot(text, start, end);
      }
      slots[slot] = new KnownDomain(Arrays.copyOfRange(text, start, end));
      count++;
    }
    return slots[slot];
  }

  /** Notes that more than one domain has this name. */
  void share(KnownDomain domain) {
    shared.add(domain);
  }

  /** The names that more than one domain had, in the order in which that showed. */
  Set<KnownDomain> shared() {
    return shared;
  }

  /** The spacing of samples as the domain tells it that worked most. */
  Spacing spacing() {
    Spacing best = new Spacing();
    for (KnownDomain domain : slots) {
      if (domain != null && domain.spacing().seconds() > best.seconds()) {
        best = domain.spacing();
      }
    }
    return best;
  }

  private int slot(byte[] text, int start, int end) {
    int hash = 1;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + text[i];
    }
    int slot = (hash ^ hash >>> 16) & (slots.length - 1);
    while (slots[slot] != null && !slots[slot].is(text, start, end)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    KnownDomain[] before = slots;
    slots = new KnownDomain[before.length * 2];
    for (KnownDomain domain : before) {
      if (domain != null) {
        slots[slot(domain.name(), 0, domain.name().length)] = domain;
      }
    }
  }
}
