package io.tierlens.pipeline.ingest;

import io.tierlens.formats.record.Reject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps the rejects of a reading, the first of them first, until they grow too many. Mostly that is
 * all of them, and no further pass over the file is needed to write them.
 */
final class KeptRejects implements Consumer<Reject> {

  /**
   * Too few: a log with some bad lines is read once more. Too many: thousands of tasks send as much
   * each, and the driver holds it all.
   */
  private static final int MOST_CHARACTERS = 1 << 16;

  private final List<Reject> kept = new ArrayList<>();
  private int characters;
  private boolean full;

  @Override
  public void accept(Reject reject) {
    characters += reject.raw().length() + reject.reason().length();
    full |= characters > MOST_CHARACTERS;
    if (!full || kept.isEmpty()) {
      kept.add(reject);
    }
  }

  List<Reject> kept() {
    return List.copyOf(kept);
  }
}
