package io.tierlens.formats.virttop;

import java.util.List;

/** The columns of a domain's group, by numbers that index arrays. */
final class Cell {
  static final int ID = 0;
  static final int NAME = 1;
  static final int CPU_TIME = 2;
  static final int CPU_SHARE = 3;
  static final int MEMORY = 4;
  static final int MEMORY_SHARE = 5;
  static final int READS = 6;
  static final int WRITES = 7;
  static final int RECEIVED = 8;
  static final int SENT = 9;

  /** The first of the columns that hold figures; all behind it do. */
  static final int FIRST_FIGURE = CPU_TIME;

  /** Their names in the header. */
  static final List<String> TITLES =
      List.of(
          "Domain ID",
          "Domain name",
          "CPU (ns)",
          "%CPU",
          "Mem (bytes)",
          "%Mem",
          "Block RDRQ",
          "Block WRRQ",
          "Net RXBY",
          "Net TXBY");

  static final int COUNT = TITLES.size();

  private Cell() {}
}
