package io.tierlens.formats.interchange;

/** Splits a line at its tabs, for the two logs whose lines have seven fields. For one thread. */
final class SevenFields {
  private static final int FIELDS = 7;

  private final int[] starts = new int[FIELDS];
  private final int[] ends = new int[FIELDS];
  private int count;

  /** Splits the range; false if it has not seven fields. */
  boolean split(byte[] line, int start, int end) {
    count = 0;
    int from = start;
    for (int i = start; i <= end; i++) {
      if (i == end || line[i] == '\t') {
        if (count < FIELDS) {
          starts[count] = from;
          ends[count] = i;
        }
        count++;
        from = i + 1;
      }
    }
    return count == FIELDS;
  }

  String reason() {
    return count
        + (count == 1 ? " tab-separated field" : " tab-separated fields")
        + " instead of 7";
  }

  int start(int field) {
    return starts[field];
  }

  int end(int field) {
    return ends[field];
  }

  boolean isEmpty(int field) {
    return starts[field] == ends[field];
  }
}
