package io.tierlens.cli.report.json;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.tierlens.cli.report.ReportRenderer;
import io.tierlens.cli.report.facts.RunRow;
import io.tierlens.cli.report.model.Conclusion;
import io.tierlens.cli.report.model.EndpointMoves;
import io.tierlens.cli.report.model.Report;
import io.tierlens.cli.report.model.RunQuality;
import io.tierlens.cli.report.model.ScopeReport;
import io.tierlens.cli.report.words.DurationUnit;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** The report as one JSON object of schema {@code tierlens-report/1}. */
public final class JsonRenderer implements ReportRenderer {

  /** The version of what is written. */
  public static final String SCHEMA = "tierlens-report/1";

  /** The envelope; its components' order is the order of the keys. */
  private record Document(
      String schema,
      DurationUnit unit,
      List<RunRow> runs,
      List<Conclusion> conclusions,
      List<ScopeReport> scopes,
      List<EndpointMoves> endpoints,
      List<RunQuality> quality) {}

  private static final ObjectWriter WRITER = writer();

  @Override
  public void render(Report report, Appendable out) throws IOException {
    Document document =
        new Document(
            SCHEMA,
            report.unit(),
            report.runs(),
            report.conclusions(),
            report.scopes(),
            report.endpoints(),
            report.quality());
    out.append(WRITER.writeValueAsString(document)).append('\n');
  }

  private static ObjectWriter writer() {
    SimpleModule instants =
        new SimpleModule("instants").addSerializer(Instant.class, ToStringSerializer.instance);
    DefaultIndenter indent = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(indent)
            .withArrayIndenter(indent);
    return JsonMapper.builder()
        .addModule(instants)
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
        .build()
        .writer(printer);
  }
}
