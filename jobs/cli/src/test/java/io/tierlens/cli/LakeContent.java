package io.tierlens.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/**
 * What the Parquet files of a lake hold: every byte of their pages, and what their footers say. The
 * footers' own bytes are left out, because the writer names a column's encodings in an order that
 * changes from one Java process to the next.
 */
final class LakeContent {
  /** Length of the footer and the magic number, behind the footer. */
  private static final int TAIL = 8;

  private LakeContent() {}

  /** The content of each file, in short, by its path in the lake; what is staged is not in it. */
  static SortedMap<String, String> of(Path lake) throws IOException {
    SortedMap<String, String> content = new TreeMap<>();
    try (Stream<Path> below = Files.walk(lake)) {
      Path staging = lake.resolve("_staging");
      for (Path file :
          below
              .filter(path -> path.toString().endsWith(".parquet") && !path.startsWith(staging))
              .toList()) {
        content.put(
            lake.relativize(file).toString(),
            pages(file) + " " + Workspace.sha256(footer(file).getBytes(StandardCharsets.UTF_8)));
      }
    }
    return content;
  }

  private static String pages(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int footer = BytesUtils.readIntLittleEndian(bytes, bytes.length - TAIL);
    return Workspace.sha256(Arrays.copyOf(bytes, bytes.length - TAIL - footer));
  }

  private static String footer(Path file) throws IOException {
    ParquetMetadata footer = read(file);
    FileMetaData data = footer.getFileMetaData();
    StringBuilder text = new StringBuilder(data.getSchema().toString());
    text.append(new TreeMap<>(data.getKeyValueMetaData()));
    for (BlockMetaData block : footer.getBlocks()) {
      text.append(block.getRowCount());
      for (ColumnChunkMetaData column : block.getColumns()) {
        text.append(column.getPath())
            .append(column.getCodec())
            .append(new TreeSet<>(column.getEncodings()))
            .append(column.getStatistics())
            .append(column.getStartingPos())
            .append(' ')
            .append(column.getTotalSize());
      }
    }
    return text.toString();
  }

  /** The footer of a Parquet file. */
  static ParquetMetadata read(Path file) throws IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file.toUri());
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(path, new Configuration()))) {
      return reader.getFooter();
    }
  }
}
