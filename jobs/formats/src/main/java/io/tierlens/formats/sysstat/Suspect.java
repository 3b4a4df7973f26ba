package io.tierlens.formats.sysstat;

/** Why a row of CPU shares is not to be believed. */
enum Suspect {
  /** No CPU does nothing, not even idling. */
  ALL_ZERO("all zero"),
  /** A counter of the kernel that ran wild. */
  STEAL_100("with steal 100"),
  /** The parts miss 100 by more than rounding; the table has a flag for it. */
  OTHER_SUM("that do not sum to 100");

  private final String description;

  Suspect(String description) {
    this.description = description;
  }

  /** What is said of such rows. */
  String description() {
    return description;
  }
}
