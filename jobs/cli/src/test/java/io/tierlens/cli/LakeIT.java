package io.tierlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.pipeline.SparkSettings;
import io.tierlens.pipeline.schema.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** The lake of the sample data, read by those who know only that it is Parquet. */
class LakeIT {
  private static final String SPARKS_SCHEMA = "org.apache.spark.sql.parquet.row.metadata";

  private static final List<String> RUNS = List.of("physical", "virtual", "virtual-4vcpu");

  private static final List<String> CANDIDATES = List.of("virtual", "virtual-4vcpu");

  private static final List<String> TABLES = TableSchema.all().toList();

  @Test
  void holdsEveryTableOfEveryRunAndNothingElse() throws Exception {
    List<String> expected = new ArrayList<>();
    for (String table : TABLES) {
      List<String> runs = TableSchema.COMPARED.contains(table) ? CANDIDATES : RUNS;
      runs.forEach(run -> expected.add(table + "/run=" + run));
    }
    assertThat(Workspace.digests(DemoLake.lake()).keySet())
        .allMatch(
            name ->
                name.matches("[a-z_]+/run=[a-z0-9-]+/\\.?part-\\d{5}\\.zstd\\.parquet(\\.crc)?"))
        .extracting(name -> name.substring(0, name.lastIndexOf('/')))
        .containsAll(expected)
        .isSubsetOf(expected);
  }

  @Test
  void footersHoldTheSchemasOfTheTables() throws Exception {
    for (String table : TABLES) {
      StructType declared = TableSchema.of(table);
      for (Path file : parts(table)) {
        ParquetMetadata footer = LakeContent.read(file);
        List<Type> columns = footer.getFileMetaData().getSchema().getFields();
        assertThat(columns)
            .extracting(Type::getName)
            .as(file.toString())
            .containsExactly(declared.fieldNames());
        for (StructField field : declared.fields()) {
          if (field.dataType().equals(DataTypes.TimestampType)) {
            requireUtcMicroseconds(
                footer.getFileMetaData().getSchema().getType(field.name()).asPrimitiveType());
          }
        }
        StructType written =
            (StructType)
                StructType.fromJson(
                    footer.getFileMetaData().getKeyValueMetaData().get(SPARKS_SCHEMA));
        assertThat(comments(written)).as(file.toString()).isEqualTo(comments(declared));
      }
    }
  }

  @Test
  void rowsAgreeWithTheLedger() throws Exception {
    try (SparkSession spark = session()) {
      Map<String, Long> found = new HashMap<>();
      for (String table : TABLES) {
        Dataset<Row> rows = spark.read().parquet(DemoLake.lake().resolve(table).toString());
        StructType declared = TableSchema.of(table);
        assertThat(rows.drop("run").schema().simpleString())
            .as(table)
            .isEqualTo(declared.simpleString());
        boolean ofFiles =
            TableSchema.INGESTED.contains(table)
                && !List.of("run", "ledger", "reject").contains(table);
        if (ofFiles) {
          for (Row row : rows.groupBy("run", "file").count().collectAsList()) {
            found.merge(row.getString(0) + "/" + row.getString(1), row.getLong(2), Long::sum);
          }
        }
      }
      Map<String, Long> promised = new HashMap<>();
      Dataset<Row> ledger = spark.read().parquet(DemoLake.lake().resolve("ledger").toString());
      for (Row row : ledger.collectAsList()) {
        String file = row.getString(row.fieldIndex("file"));
        String run = row.getString(row.fieldIndex("run"));
        assertThat(
                number(row, "record_lines")
                    + number(row, "continuation_lines")
                    + number(row, "ignored_lines")
                    + number(row, "rejected_lines"))
            .as(file)
            .isEqualTo(number(row, "lines"))
            .isPositive();
        assertThat(number(row, "bytes")).isEqualTo(Files.size(Path.of("sample-data", run, file)));
        promised.put(run + "/" + file, number(row, "rows"));
      }
      assertThat(promised).hasSize(22);
      assertThat(found).isEqualTo(promised);
    }
  }

  @Test
  void ingestingAgainGivesTheSameContent() throws Exception {
    Path folder = Workspace.fresh("again");
    Path lake = folder.resolve("lake");
    Workspace.copy(DemoLake.lake(), lake);
    Program.tierlens("ingest", "--lake", lake, "sample-data/virtual-4vcpu").succeeds();
    // What was derived from the old rows is gone, and comes back the same.
    assertThat(lake.resolve("request/run=virtual-4vcpu")).doesNotExist();
    assertThat(lake.resolve("request/run=virtual")).isDirectory();
    Program.tierlens("attribute", "--lake", lake, "--run", "virtual-4vcpu")
        .with("TIERLENS_SPARK_OPTS", "--master local[1]")
        .succeeds();
    assertThat(lake.resolve("finding/run=virtual-4vcpu")).doesNotExist();
    Program.tierlens(
            "report", "--lake", lake, "--baseline", "physical", "--candidate", "virtual-4vcpu")
        .succeeds();
    assertThat(LakeContent.of(lake)).isEqualTo(LakeContent.of(DemoLake.lake()));
  }

  private static void requireUtcMicroseconds(PrimitiveType type) {
    assertThat(type.getPrimitiveTypeName()).isEqualTo(PrimitiveTypeName.INT64);
    assertThat(type.getLogicalTypeAnnotation())
        .isInstanceOfSatisfying(
            TimestampLogicalTypeAnnotation.class,
            timestamp -> {
              assertThat(timestamp.getUnit()).isEqualTo(TimeUnit.MICROS);
              assertThat(timestamp.isAdjustedToUTC()).isTrue();
            });
  }

  private static Map<String, String> comments(StructType schema) {
    Map<String, String> comments = new HashMap<>();
    for (StructField field : schema.fields()) {
      assertThat(field.getComment().isDefined()).as(field.name()).isTrue();
      comments.put(field.name(), field.getComment().get());
    }
    return comments;
  }

  private static List<Path> parts(String table) throws IOException, InterruptedException {
    try (Stream<Path> below = Files.walk(DemoLake.lake().resolve(table))) {
      List<Path> parts = below.filter(file -> file.toString().endsWith(".parquet")).toList();
      List<String> runs = TableSchema.COMPARED.contains(table) ? CANDIDATES : RUNS;
      assertThat(parts).as(table).hasSizeGreaterThanOrEqualTo(runs.size());
      return parts;
    }
  }

  private static SparkSession session() {
    return SparkSettings.apply(
        SparkSession.builder()
            .master("local[2]")
            .appName("lake")
            .config("spark.ui.enabled", "false")
            .getOrCreate());
  }

  private static long number(Row row, String column) {
    return row.getLong(row.fieldIndex(column));
  }
}
