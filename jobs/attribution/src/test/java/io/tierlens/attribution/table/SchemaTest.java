package io.tierlens.attribution.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the records of rows against the single source of the tables. */
class SchemaTest {
  private static final List<String> REQUIRED =
      List.of(
          "host",
          "level",
          "tier",
          "endpoint",
          "mode",
          "hypervisor",
          "domain",
          "rule",
          "verdict",
          "confidence",
          "next_experiment",
          "baseline",
          "candidate",
          "measure",
          "component");

  private static final List<Class<?>> ENDPOINT_OPTIONAL = List.of(Request.class, Comparison.class);

  @ParameterizedTest
  @CsvSource({
    "Request, request",
    "QueryAssignment, query_assignment",
    "RunTier, run_tier",
    "EndpointTier, endpoint_tier",
    "CpuDemand, cpu_demand",
    "DomainDemand, domain_demand",
    "Comparison, comparison",
    "Finding, finding"
  })
  void recordHasTheColumnsOfItsTable(String record, String table)
      throws IOException, ClassNotFoundException {
    Class<?> type = Class.forName(SchemaTest.class.getPackageName() + "." + record);
    List<String> fields =
        Arrays.stream(type.getRecordComponents()).map(SchemaTest::column).toList();
    List<String> columns =
        Files.readAllLines(Path.of("../../schemas", table + ".ddl")).stream()
            .filter(line -> !line.startsWith("--"))
            .map(SchemaTest::column)
            .toList();
    assertThat(fields).containsExactlyElementsOf(columns);
  }

  private static String column(String line) {
    List<String> words = Arrays.asList(line.split(" ", 3));
    boolean required = line.contains(" NOT NULL");
    return words.get(0) + " " + words.get(1).replace(",", "") + (required ? " NOT NULL" : "");
  }

  private static String column(RecordComponent component) {
    String name = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    String type =
        switch (component.getType().getSimpleName()) {
          case "long" -> name.equals("start_time") ? "TIMESTAMP NOT NULL" : "BIGINT NOT NULL";
          case "int" -> "INT NOT NULL";
          case "double" -> "DOUBLE NOT NULL";
          case "boolean" -> "BOOLEAN NOT NULL";
          case "Long" -> "BIGINT";
          case "Integer" -> "INT";
          case "Double" -> "DOUBLE";
          case "Boolean" -> "BOOLEAN";
          case "List" ->
              component.getGenericType().getTypeName().contains("Double")
                  ? "ARRAY<DOUBLE> NOT NULL"
                  : "ARRAY<STRING> NOT NULL";
          default -> "STRING";
        };
    boolean requiredText =
        type.equals("STRING")
            && REQUIRED.contains(name)
            && !(name.equals("endpoint")
                && ENDPOINT_OPTIONAL.contains(component.getDeclaringRecord()))
            && !(name.equals("baseline") && component.getDeclaringRecord() == Finding.class);
    return name + " " + type + (requiredText ? " NOT NULL" : "");
  }
}
