package io.tierlens.formats.mysql;

import io.tierlens.formats.record.KeyPool;
import io.tierlens.formats.record.LogRecord;
import java.util.Arrays;

/** Puts the pairs of a header that no column takes into the record's map. Reused. */
final class ExtraFiller {

  private final KeyPool keys = new KeyPool();
  private byte[] joined = new byte[1 << 10];
  private int joinedSize;

  void write(byte[] text, HeaderExtras extras, LogRecord record) {
    int explainKey = -1;
    joinedSize = 0;
    for (int i = 0; i < extras.size(); i++) {
      if (HeaderKey.of(text, extras.keyFrom(i), extras.keyTo(i)) == HeaderKey.EXPLAIN) {
        explainKey = i;
        join(text, extras.from(i), extras.to(i));
      } else {
        byte[] key = keys.key(text, extras.keyFrom(i), extras.keyTo(i));
        record.putText(QueryRecord.EXTRA, key, text, extras.from(i), extras.to(i));
      }
    }
    if (explainKey >= 0) {
      byte[] key = keys.key(text, extras.keyFrom(explainKey), extras.keyTo(explainKey));
      record.putText(QueryRecord.EXTRA, key, joined, 0, joinedSize);
    }
  }

  /** The plan of the statement comes as lines of one key; they are one text. */
  private void join(byte[] text, int from, int to) {
    int length = to - from;
    if (joinedSize + length + 1 > joined.length) {
      joined = Arrays.copyOf(joined, 2 * (joinedSize + length + 1));
    }
    if (joinedSize > 0) {
      joined[joinedSize++] = '\n';
    }
    System.arraycopy(text, from, joined, joinedSize, length);
    joinedSize += length;
  }
}
