package io.tierlens.pipeline.ingest;

import io.tierlens.formats.record.Reject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps the first rejects of a reading, enough to show what is wrong. */
final class FirstRejects implements Consumer<Reject> {
  private static final int KEPT = 3;

  private final List<Reject> found = new ArrayList<>();

  @Override
  public void accept(Reject reject) {
    if (found.size() < KEPT) {
      found.add(reject);
    }
  }

  List<Reject> found() {
    return List.copyOf(found);
  }
}
