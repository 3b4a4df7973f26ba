package io.tierlens.cli.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.Writer;

/** JSON in ASCII alone: it is UTF-8 whatever the encoding of standard output is. */
final class AsciiJson {
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .build();

  private AsciiJson() {}

  /** A generator of one document or several without anything between them. */
  static JsonGenerator to(Writer out) throws IOException {
    return FACTORY.createGenerator(out).setRootValueSeparator(null);
  }
}
