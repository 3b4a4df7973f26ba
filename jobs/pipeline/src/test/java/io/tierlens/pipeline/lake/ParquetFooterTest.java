package io.tierlens.pipeline.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierlens.pipeline.SparkSessions;
import io.tierlens.pipeline.schema.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What other programs see of a written table, whatever Spark would make of it. */
class ParquetFooterTest {

  @TempDir private Path folder;

  static Stream<String> tables() {
    return TableSchema.all();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void typesNamesAndCommentsAreThoseOfTheSchema(String table) throws IOException {
    SparkSession spark = SparkSessions.shared();
    StructType schema = TableSchema.of(table);
    String path = folder.resolve(table).toString();
    spark.createDataFrame(List.of(), schema).coalesce(1).write().parquet(path);

    ParquetMetadata footer = footer(Path.of(path));
    String comments =
        footer
            .getFileMetaData()
            .getKeyValueMetaData()
            .get("org.apache.spark.sql.parquet.row.metadata");
    for (StructField field : schema.fields()) {
      Type column = footer.getFileMetaData().getSchema().getType(field.name());
      if (field.dataType().equals(DataTypes.TimestampType)) {
        assertThat(column.asPrimitiveType().getPrimitiveTypeName())
            .isEqualTo(PrimitiveType.PrimitiveTypeName.INT64);
        assertThat(column.getLogicalTypeAnnotation())
            .isEqualTo(
                LogicalTypeAnnotation.timestampType(true, LogicalTypeAnnotation.TimeUnit.MICROS));
      }
      assertThat(comments).contains(field.getComment().get().replace("\\", "\\\\"));
    }
    footer.getBlocks().stream()
        .flatMap(block -> block.getColumns().stream())
        .forEach(column -> assertThat(column.getCodec()).isEqualTo(CompressionCodecName.ZSTD));
  }

  private static ParquetMetadata footer(Path table) throws IOException {
    try (Stream<Path> files = Files.list(table)) {
      Path file =
          files.filter(path -> path.toString().endsWith(".parquet")).findFirst().orElseThrow();
      org.apache.hadoop.fs.Path hadoop = new org.apache.hadoop.fs.Path(file.toString());
      try (ParquetFileReader reader =
          ParquetFileReader.open(HadoopInputFile.fromPath(hadoop, new Configuration()))) {
        return reader.getFooter();
      }
    }
  }
}
