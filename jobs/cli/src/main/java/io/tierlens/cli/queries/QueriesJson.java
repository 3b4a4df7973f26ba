package io.tierlens.cli.queries;

import io.tierlens.cli.report.json.JsonForm;
import java.io.IOException;
import java.util.List;

/** Digests as one JSON object of schema {@code tierlens-queries/1}. */
final class QueriesJson implements QueriesRenderer {

  private static final String SCHEMA = "tierlens-queries/1";

  /** The envelope; its components' order is the order of the keys. */
  private record Document(String schema, List<ZonedDigest> digests) {}

  @Override
  public void render(List<ZonedDigest> digests, Appendable out) throws IOException {
    out.append(JsonForm.text(new Document(SCHEMA, digests))).append('\n');
  }
}
