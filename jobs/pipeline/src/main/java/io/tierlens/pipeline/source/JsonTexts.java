package io.tierlens.pipeline.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Reads the lists of texts that Spark puts into one option. */
final class JsonTexts {

  private JsonTexts() {}

  static List<String> read(String json) {
    try {
      return List.of(new ObjectMapper().readValue(json, String[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a JSON list of texts: " + json, e);
    }
  }
}
