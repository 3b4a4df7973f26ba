package io.tierlens.pipeline.source;

import io.tierlens.pipeline.run.FileSlice;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.network.util.JavaUtils;
import org.apache.spark.sql.SparkSession;

/**
 * Puts slices together into tasks: neighbours until a task has enough to do. The number of cores
 * has no say, so that the files of a lake are the same on every machine.
 */
final class SplitPacking {

  /** What opening a file costs, in bytes that are read in that time. As Spark's default. */
  private static final long BYTES_OF_OPENING = 4 << 20;

  /** Logs shrink to about a tenth; this many bytes come of one that is stored compressed. */
  private static final long TEXT_OF_COMPRESSED = 8;

  private static final String MAX_PARTITION_BYTES = "spark.sql.files.maxPartitionBytes";

  private SplitPacking() {}

  /** The most bytes of files that one task of a session reads. */
  static long maxPartitionBytes(SparkSession spark) {
    return JavaUtils.byteStringAsBytes(spark.conf().get(MAX_PARTITION_BYTES));
  }

  /** The slices in their order, each in one split. */
  static List<LogSplit> pack(List<FileSlice> slices, long partBytes) {
    List<LogSplit> splits = new ArrayList<>();
    List<FileSlice> together = new ArrayList<>();
    long bytes = 0;
    for (FileSlice slice : slices) {
      long more = textBytes(slice) + BYTES_OF_OPENING;
      if (!together.isEmpty() && bytes + more > partBytes) {
        splits.add(new LogSplit(together));
        together = new ArrayList<>();
        bytes = 0;
      }
      together.add(slice);
      bytes += more;
    }
    if (!together.isEmpty()) {
      splits.add(new LogSplit(together));
    }
    return splits;
  }

  private static long textBytes(FileSlice slice) {
    boolean compressed = slice.file().uri().matches(".*\\.(gz|bz2|zst)");
    return compressed ? TEXT_OF_COMPRESSED * slice.bytes() : slice.bytes();
  }
}
