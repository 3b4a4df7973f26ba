package io.tierlens.cli.queries;

import java.io.IOException;
import java.util.List;

/** Gives digests one form. */
@FunctionalInterface
public interface QueriesRenderer {

  /**
   * Writes the digests; lines end with a line feed on every machine.
   *
   * @throws IOException when out does
   */
  void render(List<ZonedDigest> digests, Appendable out) throws IOException;
}
