package io.tierlens.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.tierlens.cli.report.facts.RunFacts;
import io.tierlens.cli.report.json.JsonRenderer;
import io.tierlens.cli.report.model.Options;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.ReportBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/report-schema.json describes the JSON report: every key, and no other. */
class ReportSchemaTest {

  private static final Path DOCS = Path.of(System.getProperty("basedir", "."), "../../docs");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode TEXT = text();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(TEXT);

  @Test
  void theGoldenReportFits() throws IOException {
    JsonNode report =
        JSON.readTree(
            Files.readString(DOCS.resolve("../jobs/cli/src/test/resources/golden/two-runs.json")));
    assertThat(SCHEMA.validate(report)).isEmpty();
    for (String key : List.of("waterfalls", "shifts", "queries", "courses", "endpoints")) {
      assertThat(report.get(key)).as(key).isNotEmpty();
    }
  }

  @Test
  void reportsOnAnythingFit() throws IOException {
    for (int seed = 0; seed < 40; seed++) {
      HostileRuns hostile = new HostileRuns(seed);
      List<RunFacts> runs = hostile.runs();
      Report report =
          new ReportBuilder(new BatchDifferences())
              .build(runs, hostile.judgements(runs), hostile.courses(runs), Options.DEFAULT);
      StringBuilder out = new StringBuilder();
      new JsonRenderer().render(report, out);
      assertThat(SCHEMA.validate(JSON.readTree(out.toString()))).as("seed " + seed).isEmpty();
    }
  }

  @Test
  void aKeyThatIsNotDescribedDoesNotFit() throws IOException {
    StringBuilder out = new StringBuilder();
    Report report =
        new ReportBuilder(new BatchDifferences())
            .build(List.of(SampleRuns.physical()), Options.DEFAULT);
    new JsonRenderer().render(report, out);
    ObjectNode json = (ObjectNode) JSON.readTree(out.toString());
    assertThat(SCHEMA.validate(json)).isEmpty();
    ((ObjectNode) json.get("runs").get(0)).put("another", 1);
    assertThat(SCHEMA.validate(json)).isNotEmpty();
  }

  @Test
  void everyKeyHasItsWords() {
    requireWords(TEXT, "report");
    TEXT.get("$defs").properties().forEach(def -> requireWords(def.getValue(), def.getKey()));
  }

  private static void requireWords(JsonNode object, String name) {
    assertThat(object.get("additionalProperties").asBoolean(true)).as(name).isFalse();
    assertThat(object.get("required")).as(name).hasSameSizeAs(object.get("properties"));
    object
        .get("properties")
        .properties()
        .forEach(
            key ->
                assertThat(key.getValue().path("description").asText())
                    .as(name + "." + key.getKey())
                    .hasSizeGreaterThan(3));
  }

  private static JsonNode text() {
    try {
      return JSON.readTree(Files.readString(DOCS.resolve("report-schema.json")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
