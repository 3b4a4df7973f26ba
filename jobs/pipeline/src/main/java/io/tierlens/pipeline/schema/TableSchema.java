package io.tierlens.pipeline.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;

/** The columns of a table of the lake, read from {@code schemas/<table>.ddl}. */
public final class TableSchema {

  /** Tables that ingest fills, in the order of their writing. */
  public static final List<String> INGESTED =
      List.of(
          "access",
          "app_event",
          "query",
          "cpu_sample",
          "host_metric",
          "domain_sample",
          "reject",
          "ledger",
          "run");

  /** Tables that attribute fills from those, in the order of their writing. */
  public static final List<String> DERIVED =
      List.of(
          "request",
          "query_assignment",
          "run_tier",
          "endpoint_tier",
          "cpu_demand",
          "domain_demand",
          "remark");

  /** Tables that a comparison of runs fills from those, in the partition of the candidate. */
  public static final List<String> COMPARED = List.of("comparison", "finding");

  private TableSchema() {}

  /** All tables. */
  public static Stream<String> all() {
    return Stream.of(INGESTED, DERIVED, COMPARED).flatMap(List::stream);
  }

  /** The columns with their types and comments; the partition column {@code run} is not in it. */
  public static StructType of(String table) {
    return StructType.fromDDL(ddl(table));
  }

  private static String ddl(String table) {
    try (InputStream in = TableSchema.class.getResourceAsStream("/schemas/" + table + ".ddl")) {
      if (in == null) {
        throw new IllegalArgumentException("there is no schema of a table " + table);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("--"))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
