package io.tierlens.cli.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.stream.Collectors;

/** Writes a column without a line for each number. */
final class NumbersInOneLine extends JsonSerializer<CourseJson.Numbers> {

  @Override
  public void serialize(CourseJson.Numbers numbers, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeRawValue(
        numbers.values().stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]")));
  }
}
